package io.parcours.run;

import java.io.Serializable;

/**
 * What is done with one of many files, each of which knows nothing of the others.
 *
 * @param <T> the file
 * @param <R> what comes of it
 */
interface Work<T, R> extends Serializable {

    /**
     * Does it.
     *
     * @param attempt a number that no other attempt at this file has
     */
    R over(T file, long attempt);
}
