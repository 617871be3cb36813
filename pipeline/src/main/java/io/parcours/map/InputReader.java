package io.parcours.map;

import io.parcours.ingest.CsvRules;
import io.parcours.ingest.InputRules;
import io.parcours.ingest.TimestampFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads how records become touchpoints. */
final class InputReader {
    /** The touchpoint fields without which there is no touchpoint. */
    static final List<String> NEEDED_FIELDS = List.of("customer_id", "occurred_at", "event");

    private final ZoneId zone;

    InputReader(ZoneId zone) {
        this.zone = zone;
    }

    InputRules read(MapFields input, List<String> dimensions, ConditionReader conditions) {
        List<LocalDate> between = input.at("between").flatMap(MapWord::days).orElse(List.of());
        return new InputRules(
                zone,
                columns(input, dimensions),
                dimensions,
                input.at("timestamp_format").flatMap(TimestampFormats::read).orElse(TimestampFormat.ISO),
                input.at("csv").map(CsvReader::read).orElse(CsvRules.DEFAULT),
                between.isEmpty() ? null : between.get(0),
                between.isEmpty() ? null : between.get(1),
                input.at("where").flatMap(conditions::ofRecord).orElse(null),
                input.at("duplicates")
                        .flatMap(value -> MapWord.choice(value, InputRules.Duplicates.class))
                        .orElse(InputRules.Duplicates.DROP));
    }

    private static Map<String, String> columns(MapFields input, List<String> dimensions) {
        Map<String, String> columns = new LinkedHashMap<>();
        NEEDED_FIELDS.forEach(field -> columns.put(field, field));
        input.at("columns")
                .ifPresent(value -> MapFields.of(value, MapSection.COLUMNS, dimensions)
                        .all()
                        .forEach((field, column) -> column.text().ifPresent(name -> columns.put(field, name))));
        return columns;
    }
}
