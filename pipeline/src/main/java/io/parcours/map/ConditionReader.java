package io.parcours.map;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.ConditionException;
import io.parcours.condition.ConditionType;
import io.parcours.condition.TouchpointCondition;
import io.parcours.condition.Where;
import io.parcours.journey.Stage;
import io.parcours.segment.SegmentRules;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a touchpoint must be: events, channels, stage and where, which all must hold. */
final class ConditionReader {
    private final MapNames names;
    private final ConditionColumns columns;
    private final ConditionColumns columnsBeforeStages;
    private final ConditionColumns columnsOfRecords;
    private final ZoneId zone;

    ConditionReader(MapNames names, ZoneId zone) {
        this.names = names;
        this.columns = ConditionColumns.ofTouchpoints(names.ofTouchpoints());
        this.columnsBeforeStages = withoutStage(columns);
        this.columnsOfRecords = withoutStage(ConditionColumns.ofTouchpoints(names.dimensions()));
        this.zone = zone;
    }

    /** A condition of a stage: it cannot ask for a stage. */
    TouchpointCondition ofStage(MapFields fields) {
        return beforeStages(fields, columnsBeforeStages);
    }

    /** A condition of a survey: it is asked of records too, which have neither a stage nor attributes. */
    TouchpointCondition ofSurvey(MapValue value, MapFields fields) {
        int before = value.problems().count();
        TouchpointCondition condition = beforeStages(fields, columnsOfRecords);
        if (value.problems().count() == before && condition.isNeverTrue()) {
            value.refuse("can match no touchpoint: its where is never true with the rest");
        }
        return condition;
    }

    private TouchpointCondition beforeStages(MapFields fields, ConditionColumns known) {
        Where where =
                fields.at("where").flatMap(value -> whereAmong(known, value)).orElse(null);
        return needingSomething(fields, List.of("events", "channels", "where"), null, where);
    }

    /** A condition of a funnel step, of the conversion or of the activity. */
    TouchpointCondition ofTouchpoint(MapFields fields, List<Stage> stages) {
        String stage = fields.at("stage").flatMap(value -> stage(value, stages)).orElse(null);
        Where where = fields.at("where").flatMap(value -> where(value, columns)).orElse(null);
        return needingSomething(fields, List.of("events", "channels", "stage", "where"), stage, where);
    }

    /** A condition of a record, whose stage is not known yet. */
    Optional<Where> ofRecord(MapValue value) {
        return whereAmong(columnsOfRecords, value).filter(where -> {
            boolean isNeverTrue = new TouchpointCondition(List.of(), List.of(), null, where).isNeverTrue();
            if (isNeverTrue) {
                value.refuse("is never true, so that every record would be left out");
            }
            return !isNeverTrue;
        });
    }

    private Optional<Where> whereAmong(ConditionColumns known, MapValue value) {
        // Columns are numbered; the condition is checked with some of them and then made with all.
        return where(value, known).map(checked -> Where.parse(checked.text(), columns, zone));
    }

    /** One name or a list of different ones. */
    static List<String> names(MapValue value) {
        return List.copyOf(namesInPlace(value).keySet());
    }

    /** One name or a list of different ones, in order, each with its place. */
    static Map<String, MapValue> namesInPlace(MapValue value) {
        if (value.isScalar()) {
            return value.text().map(name -> Map.of(name, value)).orElse(Map.of());
        }
        if (!value.isList()) {
            value.refuse("is a block of keys where a name or a list of names is wanted");
            return Map.of();
        }
        List<MapValue> items = value.items();
        if (items.isEmpty()) {
            value.refuse("is an empty list; leave the key out or name at least one");
        }
        Map<String, MapValue> names = new LinkedHashMap<>();
        for (MapValue item : items) {
            item.text()
                    .filter(name -> names.putIfAbsent(name, item) != null)
                    .ifPresent(name -> item.refuse(Shown.quoted(name) + " is named twice"));
        }
        return names;
    }

    private TouchpointCondition needingSomething(MapFields fields, List<String> keys, String stage, Where where) {
        if (fields.isSound() && keys.stream().allMatch(key -> fields.at(key).isEmpty())) {
            fields.refuse(
                    "says nothing that a touchpoint must be; give " + String.join(", ", keys) + " or several of them");
        }
        List<String> events = fields.at("events").map(ConditionReader::names).orElse(List.of());
        List<String> channels =
                fields.at("channels").map(ConditionReader::names).orElse(List.of());
        return new TouchpointCondition(events, channels, stage, where);
    }

    /** The name of one of the map's stages. */
    static Optional<String> stage(MapValue value, List<Stage> stages) {
        List<String> names = stages.stream().map(Stage::name).toList();
        return value.text().flatMap(name -> {
            if (names.contains(name)) {
                return Optional.of(name);
            }
            value.refuse("there is no stage " + Shown.quoted(name)
                    + (names.isEmpty() ? ": the map has no stages" : Shown.instead(name, names)));
            return Optional.empty();
        });
    }

    private Optional<Where> where(MapValue value, ConditionColumns known) {
        return value.text().flatMap(text -> {
            try {
                return Optional.of(Where.parse(text, known, zone));
            } catch (ConditionException wrong) {
                value.refuse(unknownHere(text, known).orElse(wrong.getMessage()));
                return Optional.empty();
            }
        });
    }

    /** Why a condition is wrong that would be right if more were known of what it is asked of. */
    private Optional<String> unknownHere(String text, ConditionColumns known) {
        List<String> beside = new ArrayList<>(names.ofTouchpoints());
        if (names.hasSegments()) {
            beside.add(SegmentRules.DIMENSION);
        }
        try {
            Set<String> asked = Where.parse(text, ConditionColumns.ofTouchpoints(beside), zone)
                    .columnNames();
            if (names.hasSegments() && asked.contains(SegmentRules.DIMENSION)) {
                return Optional.of(
                        "asks for the segment, which is known only when the whole history is, so no condition"
                                + " of touchpoints can; reports may be broken down by it");
            }
            return names.attributes().stream()
                    .filter(attribute -> asked.contains(attribute)
                            && known.indexOf(attribute).isEmpty())
                    .findFirst()
                    .map(attribute ->
                            "asks for " + Shown.quoted(attribute) + ", an attribute of customers; records have"
                                    + " none, so that only what the log says can be asked here");
        } catch (ConditionException wrongAnyway) {
            return Optional.empty();
        }
    }

    private static ConditionColumns withoutStage(ConditionColumns columns) {
        List<String> names = new ArrayList<>(columns.names());
        List<ConditionType> types = new ArrayList<>(columns.types());
        names.remove(ConditionColumns.STAGE);
        types.remove(ConditionColumns.STAGE);
        return new ConditionColumns(names, types);
    }
}
