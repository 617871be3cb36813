package io.parcours.benchmark;

import java.util.List;

/** A peer does not answer as Parcours does; its times would mean nothing. */
final class DifferentAnswersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DifferentAnswersException(Contender contender, List<String> differences) {
        super(contender.label() + " answers otherwise than Parcours:\n" + String.join("\n", differences));
    }
}
