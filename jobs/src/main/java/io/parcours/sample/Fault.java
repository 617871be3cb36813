package io.parcours.sample;

import java.util.Arrays;
import java.util.List;

/** What may be wrong with a record. Each bad record has exactly one fault, so that its reason is beyond doubt. */
enum Fault {
    NONE(null, ""),
    /** The customer is empty, or null. */
    NO_CUSTOMER("MISSING_CUSTOMER", ""),
    /** The event is empty, or null. */
    NO_EVENT("MISSING_EVENT", ""),
    /** The timestamp is a word. */
    WORD_TIMESTAMP("BAD_TIMESTAMP", "yesterday"),
    /** The timestamp is a day that no calendar has. */
    IMPOSSIBLE_DAY("BAD_TIMESTAMP", "2024-02-30T10:00:00Z"),
    /** The timestamp lies centuries ahead. */
    FAR_YEAR("BAD_TIMESTAMP", "2203-01-01T00:00:00Z"),
    /** The timestamp is null. */
    NO_TIMESTAMP("BAD_TIMESTAMP", ""),
    /** The timestamp is the epoch: a clock that was never set. */
    EPOCH_TIMESTAMP("BAD_TIMESTAMP", "1970-01-01T00:00:00Z"),
    /** The value is a word. */
    WORD_VALUE("BAD_VALUE", "twelve"),
    /** The value has its currency behind it. */
    CURRENCY_VALUE("BAD_VALUE", "12.50 EUR"),
    /** The record ends too early. */
    CUT_SHORT("MALFORMED", ""),
    /** The record has too many columns; in JSON, text behind an object. */
    TOO_LONG("MALFORMED", ""),
    /** The line is no record at all. */
    NO_RECORD("MALFORMED", "--- log rotated ---");

    private static final Fault[] ALL = values();
    private static final List<Fault> IN_TEXT = Arrays.stream(ALL)
            .filter(fault -> fault != NONE && fault != NO_TIMESTAMP)
            .toList();
    private static final List<Fault> IN_TYPED_COLUMNS =
            List.of(NO_CUSTOMER, NO_EVENT, NO_TIMESTAMP, FAR_YEAR, EPOCH_TIMESTAMP);

    private final String reason;
    private final String text;

    Fault(String reason, String text) {
        this.reason = reason;
        this.text = text;
    }

    static Fault of(int number) {
        return ALL[number];
    }

    /** The faults that a format can show. */
    static List<Fault> of(LogFormat format) {
        return format.isTyped() ? IN_TYPED_COLUMNS : IN_TEXT;
    }

    /** Why the record is rejected; null for {@link #NONE}. */
    String reason() {
        return reason;
    }

    /** What stands in place of the field, or of the whole line. */
    String text() {
        return text;
    }

    boolean isOfTimestamp() {
        return "BAD_TIMESTAMP".equals(reason);
    }

    boolean isOfValue() {
        return "BAD_VALUE".equals(reason);
    }
}
