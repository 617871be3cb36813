package io.parcours.ingest;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.ConditionRow;
import io.parcours.condition.Verdict;
import io.parcours.ingest.ParsedRecord.Accepted;
import io.parcours.ingest.ParsedRecord.AfterAsOf;
import io.parcours.ingest.ParsedRecord.Filtered;
import io.parcours.ingest.ParsedRecord.Rejected;
import io.parcours.touchpoint.ContentHash;
import io.parcours.touchpoint.Touchpoint;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * Judges records: rejected, filtered, after as_of, or accepted, in this order. One parser serves one task; it is not
 * safe to share between threads.
 */
public final class RecordParser implements RecordJudge {
    private static final int LONGEST_DETAIL = 200;

    private final InputRules rules;
    private final FieldLayout layout;
    private final long asOfMicros;
    private final TimeValues times;
    private final NumberValues numbers;
    /** Null where the map has no surveys, so that they cost nothing. */
    private final ScoreFaults scores;

    private final ContentHash hash = new ContentHash();
    private final FilterRow filterRow = new FilterRow();

    /**
     * @param asOfMicros the instant everything is measured as of, in microseconds since the epoch; without it no record
     *     is after it
     */
    public RecordParser(InputRules rules, FieldLayout layout, OptionalLong asOfMicros) {
        this.rules = rules;
        this.layout = layout;
        this.asOfMicros = asOfMicros.orElse(Long.MAX_VALUE);
        this.times = new TimeValues(rules);
        this.numbers = new NumberValues(rules.csv().decimal());
        this.scores = rules.scores().isEmpty() ? null : new ScoreFaults(rules, layout);
    }

    @Override
    public ParsedRecord parse(SourceRecord record) {
        if (record.isMalformed()) {
            return rejected(record, RejectReason.MALFORMED, record.problem());
        }
        String customerId = text(record, FieldLayout.CUSTOMER_ID);
        if (customerId == null) {
            return rejected(record, RejectReason.MISSING_CUSTOMER, missing(FieldLayout.CUSTOMER_ID));
        }
        String event = text(record, FieldLayout.EVENT);
        if (event == null) {
            return rejected(record, RejectReason.MISSING_EVENT, missing(FieldLayout.EVENT));
        }
        if (!times.read(record.value(FieldLayout.OCCURRED_AT))) {
            String problem = layout.column(FieldLayout.OCCURRED_AT) + " " + times.problem();
            return rejected(record, RejectReason.BAD_TIMESTAMP, problem);
        }
        if (!numbers.read(record.value(FieldLayout.VALUE))) {
            String problem = layout.column(FieldLayout.VALUE) + " " + numbers.problem();
            return rejected(record, RejectReason.BAD_VALUE, problem);
        }
        filterRow.set(customerId, times.micros(), event, numbers.number(), record);
        String badScore = scores == null ? null : scores.of(filterRow, record);
        return badScore == null ? judged(record) : rejected(record, RejectReason.BAD_SCORE, badScore);
    }

    private ParsedRecord judged(SourceRecord record) {
        FilterRow row = filterRow;
        if (rules.where() != null) {
            Verdict verdict = rules.where().test(row);
            if (verdict != Verdict.HOLDS) {
                return new Filtered(record.sourceFile(), verdict == Verdict.FAILED);
            }
        }
        if (row.occurredAt > asOfMicros) {
            return new AfterAsOf(record.sourceFile());
        }
        String eventId = row.eventId == null
                ? hash.derivedId(row.customerId, row.occurredAt, row.event, row.channel, row.value, row.dimensions)
                : ContentHash.ownId(row.eventId);
        Touchpoint touchpoint = new Touchpoint(
                row.customerId,
                row.occurredAt,
                eventId,
                row.event,
                row.channel,
                row.value,
                row.dimensions,
                record.sourceFile());
        return new Accepted(touchpoint, times.isCut());
    }

    private String missing(int field) {
        return layout.column(field) + " is missing or blank";
    }

    private static String text(SourceRecord record, int field) {
        return TextValues.of(record.value(field));
    }

    private static Rejected rejected(SourceRecord record, RejectReason reason, String detail) {
        return new Rejected(reason, OneLine.cut(detail, LONGEST_DETAIL), record.rawRecord(), record.sourceFile());
    }

    /** A record as the map's {@code where} sees it: as the log wrote it, before an event id is derived. */
    private final class FilterRow implements ConditionRow {
        private String customerId;
        private long occurredAt;
        private String event;
        private String channel;
        private double value;
        private String eventId;
        private List<String> dimensions;

        void set(String newCustomerId, long newOccurredAt, String newEvent, double newValue, SourceRecord record) {
            customerId = newCustomerId;
            occurredAt = newOccurredAt;
            event = newEvent;
            value = newValue;
            channel = RecordParser.text(record, FieldLayout.CHANNEL);
            eventId = RecordParser.text(record, FieldLayout.EVENT_ID);
            String[] texts = new String[layout.dimensionCount()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = RecordParser.text(record, FieldLayout.FIRST_DIMENSION + i);
            }
            dimensions = texts.length == 0 ? List.of() : Collections.unmodifiableList(Arrays.asList(texts));
        }

        @Override
        public String text(int column) {
            return switch (column) {
                case ConditionColumns.CUSTOMER_ID -> customerId;
                case ConditionColumns.EVENT -> event;
                case ConditionColumns.CHANNEL -> channel;
                case ConditionColumns.EVENT_ID -> eventId;
                case ConditionColumns.STAGE -> null;
                default -> dimension(column - ConditionColumns.FIRST_DIMENSION);
            };
        }

        /** A record has no attributes of its customer yet, which a touchpoint has behind its dimensions. */
        private String dimension(int dimension) {
            return dimension < dimensions.size() ? dimensions.get(dimension) : null;
        }

        @Override
        public double number(int column) {
            return value;
        }

        @Override
        public long instant(int column) {
            return occurredAt;
        }
    }
}
