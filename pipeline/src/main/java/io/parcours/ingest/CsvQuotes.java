package io.parcours.ingest;

/**
 * Where a CSV text stands as to quotes, character by character. A field is quoted if its first character, blanks aside,
 * is a quote; a quote inside it is doubled; behind its closing quote only blanks may stand.
 */
final class CsvQuotes {
    /** Outside quotes, all well. */
    static final int OUTSIDE = 0;
    /** Inside a quoted field. */
    static final int INSIDE = 1;
    /** Text stood behind a closing quote. */
    static final int BROKEN = 2;

    private static final int START = 3;
    private static final int PLAIN = 4;
    private static final int CLOSED = 5;
    private static final int BEHIND = 6;

    private final char delimiter;
    private int state = START;
    private boolean isBroken;

    CsvQuotes(char delimiter) {
        this.delimiter = delimiter;
    }

    void reset() {
        state = START;
        isBroken = false;
    }

    void accept(char c) {
        switch (state) {
            case INSIDE -> state = c == '"' ? CLOSED : INSIDE;
            case CLOSED, BEHIND -> afterQuote(c);
            case PLAIN -> state = c == delimiter ? START : PLAIN;
            default -> state = c == '"' ? INSIDE : c == delimiter || c == ' ' ? START : PLAIN;
        }
    }

    private void afterQuote(char c) {
        if (c == '"' && state == CLOSED) {
            state = INSIDE;
        } else if (c == delimiter) {
            state = START;
        } else if (c == ' ') {
            state = BEHIND;
        } else {
            state = PLAIN;
            isBroken = true;
        }
    }

    /** Goes on through a further line of the record. */
    void accept(CharSequence line) {
        for (int i = 0; i < line.length(); i++) {
            accept(line.charAt(i));
        }
    }

    /** At the end of a line: {@link #INSIDE} if the record goes on behind it, else {@link #OUTSIDE} or {@link #BROKEN}. */
    int atLineEnd() {
        if (state == INSIDE) {
            return INSIDE;
        }
        return isBroken ? BROKEN : OUTSIDE;
    }
}
