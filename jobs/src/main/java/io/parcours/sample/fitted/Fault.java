package io.parcours.sample.fitted;

/** What may be wrong with a record; each bad record has one fault. */
enum Fault {
    NO_CUSTOMER("MISSING_CUSTOMER"),
    NO_EVENT("MISSING_EVENT"),
    WORD_TIMESTAMP("BAD_TIMESTAMP"),
    /** Centuries ahead; in typed columns too. */
    NO_TIMESTAMP("BAD_TIMESTAMP"),
    WORD_VALUE("BAD_VALUE"),
    /** A score above the survey's scale. */
    HIGH_SCORE("BAD_SCORE"),
    CUT_SHORT("MALFORMED"),
    TOO_LONG("MALFORMED");

    private final String reason;

    Fault(String reason) {
        this.reason = reason;
    }

    /** Why the record is rejected. */
    String reason() {
        return reason;
    }

    /** Whether the text of the record is broken, rather than one of its fields. */
    boolean isOfText() {
        return this == CUT_SHORT || this == TOO_LONG;
    }
}
