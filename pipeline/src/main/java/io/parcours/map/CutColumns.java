package io.parcours.map;

import io.parcours.segment.SegmentRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The columns by which reports tell apart: the channel, dimensions, attributes of customers and their segment. */
final class CutColumns {
    /** The column every log has or may have. */
    static final String CHANNEL = "channel";

    private final List<String> legal;

    private CutColumns(Stream<String> legal) {
        this.legal = legal.toList();
    }

    /** All there are in a map. */
    static CutColumns of(MapNames names) {
        List<String> all = new ArrayList<>(List.of(CHANNEL));
        all.addAll(names.ofTouchpoints());
        if (names.hasSegments()) {
            all.add(SegmentRules.DIMENSION);
        }
        return new CutColumns(all.stream());
    }

    /** The columns of what happens on no one channel. */
    CutColumns withoutChannel() {
        return new CutColumns(legal.stream().filter(Predicate.not(CHANNEL::equals)));
    }

    /** The columns of touchpoints, which belong to no segment. */
    CutColumns withoutSegment() {
        return new CutColumns(legal.stream().filter(Predicate.not(SegmentRules.DIMENSION::equals)));
    }

    /** What stands under the key {@code breakdown}, which may be left out. */
    List<String> breakdown(MapFields fields) {
        return fields.at("breakdown").map(this::breakdown).orElse(List.of());
    }

    /** What a report is broken down by. */
    List<String> breakdown(MapValue value) {
        return read(value, "to break down by");
    }

    /**
     * One column or a list of different ones.
     *
     * @param purpose what they are named for, such as {@code to break down by}
     */
    List<String> read(MapValue value, String purpose) {
        List<String> known = new ArrayList<>();
        ConditionReader.namesInPlace(value).forEach((name, place) -> {
            if (isKnown(name, place, purpose)) {
                known.add(name);
            }
        });
        return known;
    }

    /** Whether there is such a column; if not, that is noted at its place. */
    boolean isKnown(String name, MapValue place, String purpose) {
        return place.check(
                legal.contains(name),
                "there is no " + Shown.quoted(name) + " " + purpose
                        + (legal.isEmpty() ? " (there is nothing)" : Shown.instead(name, legal))
                        + "; further columns are named under input.dimensions");
    }
}
