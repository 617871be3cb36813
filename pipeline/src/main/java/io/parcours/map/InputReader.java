package io.parcours.map;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.ConditionException;
import io.parcours.condition.Where;
import io.parcours.ingest.CsvRules;
import io.parcours.ingest.InputRules;
import io.parcours.ingest.TimestampFormat;
import io.parcours.touchpoint.Labels;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads how records become touchpoints. */
final class InputReader {
    /** The touchpoint fields without which there is no touchpoint. */
    static final List<String> NEEDED_FIELDS = List.of("customer_id", "occurred_at", "event");

    private static final Pattern DIMENSION = Pattern.compile("[a-z][a-z0-9_]*");
    /** What the touchpoints table has beside the dimensions. */
    private static final Set<String> TAKEN = Set.of(
            "customer_id",
            "touchpoint_number",
            "occurred_at",
            "event_id",
            "channel",
            "event",
            "stage",
            "value",
            "session_number",
            "journey_number",
            "source_file",
            "as_of",
            Labels.ALL);

    private final ZoneId zone;

    InputReader(ZoneId zone) {
        this.zone = zone;
    }

    /** The names of the further columns, which other parts of the map may use. */
    static List<String> dimensions(MapFields input) {
        List<String> dimensions = new ArrayList<>();
        input.at("dimensions")
                .map(ConditionReader::namesInPlace)
                .ifPresent(names -> names.forEach((name, place) -> {
                    if (isDimension(name, place)) {
                        dimensions.add(name);
                    }
                }));
        return dimensions;
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

    private static boolean isDimension(String name, MapValue value) {
        if (TAKEN.contains(name)) {
            value.refuse(Shown.quoted(name) + " is a name Parcours uses itself; give the dimension another one and name"
                    + " its column under input.columns");
            return false;
        }
        if (!DIMENSION.matcher(name).matches()) {
            value.refuse(Shown.quoted(name) + " is no name for a dimension (legal: small letters a-z, digits and _);"
                    + " name its column under input.columns, such as {user_group: \"User Group\"}");
            return false;
        }
        if (isWordOfConditions(name)) {
            value.refuse(Shown.quoted(name) + " is a word of conditions; give the dimension another name and name its"
                    + " column under input.columns");
            return false;
        }
        return true;
    }

    /** Whether a dimension may have this name. */
    static boolean isLegalDimension(String name) {
        return !TAKEN.contains(name) && DIMENSION.matcher(name).matches() && !isWordOfConditions(name);
    }

    private static boolean isWordOfConditions(String name) {
        try {
            Where.parse(name + " is null", ConditionColumns.ofTouchpoints(List.of(name)));
            return false;
        } catch (ConditionException word) {
            return true;
        }
    }
}
