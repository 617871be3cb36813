package io.parcours.ingest;

import java.util.Iterator;

/** An iterator that holds a file open until it is closed. Reaching the end closes it too. */
public interface CloseableIterator<T> extends Iterator<T>, AutoCloseable {
    @Override
    void close();
}
