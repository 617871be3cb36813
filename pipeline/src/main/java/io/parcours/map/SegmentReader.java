package io.parcours.map;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.ConditionException;
import io.parcours.condition.Where;
import io.parcours.segment.CustomerColumns;
import io.parcours.segment.SegmentRules;
import io.parcours.segment.SegmentRules.Match;
import io.parcours.segment.SegmentRules.Segment;
import io.parcours.touchpoint.Labels;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads segments, whose conditions are asked of customers. */
final class SegmentReader {
    private final ConditionColumns columns;
    private final ZoneId zone;
    private final Set<String> names = new HashSet<>();

    SegmentReader(MapNames names, ZoneId zone) {
        this.columns = CustomerColumns.of(names.ofTouchpoints());
        this.zone = zone;
    }

    Optional<SegmentRules> read(MapFields map) {
        Optional<MapValue> given = map.at("segments");
        if (given.isEmpty()) {
            map.at("segment_match")
                    .ifPresent(
                            value -> value.refuse("would do nothing without segments; give those or leave this out"));
        }
        Match match = map.at("segment_match")
                .flatMap(value -> MapWord.choice(value, Match.class))
                .orElse(Match.FIRST);
        return given.map(value -> new SegmentRules(segments(value, match), match));
    }

    private List<Segment> segments(MapValue value, Match match) {
        List<MapValue> items = value.items();
        if (value.isList() && items.isEmpty()) {
            value.refuse("is an empty list; leave the key out or name at least one segment");
        }
        List<Segment> segments = new ArrayList<>();
        for (MapValue item : items) {
            MapFields fields = MapFields.of(item, MapKeys.SEGMENT);
            String name =
                    fields.required("name").flatMap(text -> name(text, match)).orElse("");
            Where where = fields.required("where").flatMap(this::where).orElse(null);
            segments.add(new Segment(name, where));
        }
        return segments;
    }

    private Optional<String> name(MapValue value, Match match) {
        return value.text()
                .filter(name -> value.check(
                                !name.equals(Labels.NONE),
                                Shown.quoted(name) + " stands for customers of no segment; choose another name")
                        && value.check(
                                match == Match.FIRST || !joins(name),
                                Shown.quoted(name) + " could be read as several segments, which segment_match: all"
                                        + " joins by '" + SegmentRules.AND + "'; choose another name")
                        && value.check(names.add(name), "there are two segments named " + Shown.quoted(name)));
    }

    /** At its ends too: there a name's plus would stand beside the one between names. */
    private static boolean joins(String name) {
        return (" " + name + " ").contains(SegmentRules.AND);
    }

    private Optional<Where> where(MapValue value) {
        return value.text()
                .flatMap(text -> {
                    try {
                        return Optional.of(Where.parse(text, columns, zone));
                    } catch (ConditionException wrong) {
                        value.refuse(wrong.getMessage());
                        return Optional.empty();
                    }
                })
                .filter(where -> value.check(!where.isNeverTrue(), "can hold of no customer: it is never true"));
    }
}
