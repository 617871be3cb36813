package io.parcours.sample;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A generated CSV log read in the plainest way, knowing the contract and nothing of the generator. */
final class WrittenLog {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    final Map<String, List<Touch>> customers = new TreeMap<>();
    final Map<String, Integer> rejected = new TreeMap<>();
    int read;
    int duplicates;
    int filtered;
    Instant last = Instant.MIN;

    record Touch(Instant at, String id, String event, String channel, String value, String platform) {}

    static WrittenLog of(String csv, Instant from, Instant to) {
        WrittenLog log = new WrittenLog();
        Set<List<String>> seen = new HashSet<>();
        List<List<String>> rows = rows(csv);
        for (List<String> row : rows.subList(1, rows.size())) {
            log.read++;
            String reason = reason(row, from, to);
            if (reason != null) {
                log.rejected.merge(reason, 1, Integer::sum);
            } else if (row.get(0).startsWith("bot-")) {
                log.filtered++;
            } else if (!seen.add(row)) {
                log.duplicates++;
            } else {
                log.add(row);
            }
        }
        log.customers
                .values()
                .forEach(touches -> touches.sort(Comparator.comparing(Touch::at).thenComparing(Touch::id)));
        return log;
    }

    private void add(List<String> row) {
        Instant at = OffsetDateTime.parse(row.get(1)).toInstant();
        last = at.isAfter(last) ? at : last;
        customers
                .computeIfAbsent(row.get(0), key -> new ArrayList<>())
                .add(new Touch(at, row.get(5), row.get(2), row.get(3), row.get(4), row.get(6)));
    }

    private static String reason(List<String> row, Instant from, Instant to) {
        if (row.size() != 9) {
            return "MALFORMED";
        }
        if (row.get(0).isBlank()) {
            return "MISSING_CUSTOMER";
        }
        if (row.get(2).isBlank()) {
            return "MISSING_EVENT";
        }
        try {
            Instant at = OffsetDateTime.parse(row.get(1)).toInstant();
            if (at.isBefore(from) || !at.isBefore(to)) {
                return "BAD_TIMESTAMP";
            }
        } catch (DateTimeException problem) {
            return "BAD_TIMESTAMP";
        }
        return row.get(4).isEmpty() || row.get(4).matches("\\d+\\.\\d\\d") ? null : "BAD_VALUE";
    }

    /** RFC 4180, one character after the other. */
    static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (isQuoted) {
                if (c == '"' && csv.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else if (c == '"') {
                    isQuoted = false;
                } else {
                    field.append(c);
                }
            } else if (c == '"') {
                isQuoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                field.append(c);
            }
        }
        return rows;
    }

    /** Runs of touchpoints with no gap longer than this. */
    static List<List<Touch>> spans(List<Touch> touches, long gapMillis) {
        List<List<Touch>> spans = new ArrayList<>();
        for (int i = 0; i < touches.size(); i++) {
            boolean isNew = i == 0
                    || touches.get(i).at().toEpochMilli()
                                    - touches.get(i - 1).at().toEpochMilli()
                            > gapMillis;
            if (isNew) {
                spans.add(new ArrayList<>());
            }
            spans.get(spans.size() - 1).add(touches.get(i));
        }
        return spans;
    }
}
