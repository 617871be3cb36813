package io.parcours.map;

import io.parcours.ingest.CsvRules;
import io.parcours.ingest.InputRules;
import io.parcours.ingest.TimestampFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Guesses which column of a log is which field of a touchpoint: by its name, and by what its values look like. */
final class ColumnGuess {
    private static final int MOST_EVENTS = 300;
    private static final int MOST_CHANNELS = 100;
    private static final int MOST_DIMENSION_VALUES = 50;
    private static final int MOST_DIMENSIONS = 6;

    private static final Map<String, List<String>> NAMES = Map.of(
            "customer_id",
            words("customer_id customer user_id user uid client_id cust_id visitor_id member_id account_id person_id"
                    + " patient_id patient contact_id profile_id subscriber_id case_id case device_id cookie_id"
                    + " anonymous_id email session_id id"),
            "occurred_at",
            words(
                    "occurred_at timestamp ts event_time event_timestamp datetime date_time time date event_date created_at"
                            + " created at when start_time order_date visit_time time_stamp"),
            "event",
            words("event event_name event_type action activity activity_name interaction touchpoint step type page_type"
                    + " page name status"),
            "channel",
            words("channel acquisition_channel channel_name touchpoint_channel source medium utm_source utm_medium"
                    + " traffic_source referrer"),
            "value",
            words("value amount revenue price total order_value sales payment_amount spend"),
            "event_id",
            words("event_id event_uuid uuid message_id hit_id record_id transaction_id id"));

    private final LogTable table;
    private final Map<String, LogColumn> found = new LinkedHashMap<>();
    private final List<String> doubtful = new ArrayList<>();
    private final Map<LogColumn, Optional<TimestampFormat>> formats = new IdentityHashMap<>();
    private TimestampFormat format = TimestampFormat.ISO;

    private ColumnGuess(LogTable table) {
        this.table = table;
    }

    /** The guess that fits a log best; of a log without any column, the defaults. */
    static ColumnGuess of(LogTable table) {
        ColumnGuess guess = new ColumnGuess(table);
        if (!table.columns().isEmpty()) {
            guess.find();
        }
        return guess;
    }

    /** The needed fields for which no column looks right. */
    List<String> doubtful() {
        return List.copyOf(doubtful);
    }

    private void find() {
        if (table.columns().stream().allMatch(column -> column.values().isEmpty())) {
            // Of a header alone, names are all there is to go by.
            InputReader.NEEDED_FIELDS.forEach(field -> take(field, named(field, column -> true)));
        }
        Predicate<LogColumn> isTime = column -> timeFormat(column).isPresent();
        take("occurred_at", named("occurred_at", isTime).or(() -> first(isTime)));
        take("event", named("event", this::isEvent).or(() -> most(this::isEvent)));
        take("customer_id", named("customer_id", LogColumn::isMostlyFilled).or(() -> most(ColumnGuess::repeats)));
        take("channel", named("channel", column -> column.distinctCount() <= MOST_CHANNELS));
        take("value", named("value", column -> column.values().isEmpty() || column.isMostly(Numbers::isAnyNumber)));
        take("event_id", named("event_id", ColumnGuess::isUnique));
        // What cannot be guessed is some column all the same, so that the map can be checked and corrected.
        for (String field : InputReader.NEEDED_FIELDS) {
            if (!found.containsKey(field)) {
                doubtful.add(field);
                found.put(field, unused().findFirst().orElse(table.columns().get(0)));
            }
        }
        format = timeFormat(found.get("occurred_at")).orElse(TimestampFormat.ISO);
    }

    /** The guess as the rules of a map. */
    InputRules rules() {
        Map<String, String> columns = new LinkedHashMap<>();
        InputReader.NEEDED_FIELDS.forEach(field -> columns.put(field, field));
        found.forEach((field, column) -> columns.put(field, column.name()));
        List<String> dimensions = new ArrayList<>();
        unused().filter(ColumnGuess::isDimension).forEach(column -> {
            String name = column.plainName();
            if (DimensionNames.isLegal(name) && !dimensions.contains(name) && dimensions.size() < MOST_DIMENSIONS) {
                dimensions.add(name);
                if (!name.equals(column.name())) {
                    columns.put(name, column.name());
                }
            }
        });
        return new InputRules(
                ZoneReader.UTC, columns, dimensions, format, csv(), null, null, null, InputRules.Duplicates.DROP);
    }

    private CsvRules csv() {
        CsvRules csv = table.csv();
        LogColumn value = found.get("value");
        boolean hasComma = value != null && value.values().stream().anyMatch(Numbers::hasComma);
        return hasComma ? new CsvRules(csv.delimiter(), csv.hasHeader(), csv.charset(), ',') : csv;
    }

    private Optional<LogColumn> named(String field, Predicate<LogColumn> fits) {
        List<LogColumn> candidates = unused().filter(fits).toList();
        for (String word : NAMES.get(field)) {
            for (LogColumn column : candidates) {
                if (column.plainName().equals(word)) {
                    return Optional.of(column);
                }
            }
        }
        return NAMES.get(field).stream()
                .flatMap(word ->
                        candidates.stream().filter(column -> column.plainName().endsWith("_" + word)))
                .findFirst();
    }

    private Optional<LogColumn> first(Predicate<LogColumn> fits) {
        return unused().filter(fits).findFirst();
    }

    private Optional<LogColumn> most(Predicate<LogColumn> fits) {
        return unused().filter(fits).max(Comparator.comparingInt(LogColumn::distinctCount));
    }

    private Stream<LogColumn> unused() {
        return table.columns().stream().filter(column -> !found.containsValue(column));
    }

    private void take(String field, Optional<LogColumn> column) {
        column.ifPresent(taken -> found.put(field, taken));
    }

    private boolean isEvent(LogColumn column) {
        return column.isMostlyFilled()
                && column.distinctCount() <= MOST_EVENTS
                && !column.isMostly(Numbers::isAnyNumber)
                && timeFormat(column).isEmpty();
    }

    private Optional<TimestampFormat> timeFormat(LogColumn column) {
        return formats.computeIfAbsent(column, TimeGuess::formatOf);
    }

    private static boolean repeats(LogColumn column) {
        return column.isMostlyFilled()
                && column.distinctCount() < column.values().size();
    }

    private static boolean isUnique(LogColumn column) {
        return column.isMostlyFilled()
                && column.distinctCount() == column.values().size();
    }

    private static boolean isDimension(LogColumn column) {
        return column.distinctCount() >= 2
                && column.distinctCount() <= MOST_DIMENSION_VALUES
                && column.distinctCount() * 4L <= column.values().size();
    }

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }
}
