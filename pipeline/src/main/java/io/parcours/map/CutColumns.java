package io.parcours.map;

import java.util.ArrayList;
import java.util.List;

/** The columns by which funnels tell touchpoints apart: the channel and the dimensions. */
final class CutColumns {
    /** The column every log has or may have. */
    static final String CHANNEL = "channel";

    private final List<String> legal = new ArrayList<>(List.of(CHANNEL));

    CutColumns(List<String> dimensions) {
        legal.addAll(dimensions);
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
                "there is no " + Shown.quoted(name) + " " + purpose + Shown.instead(name, legal)
                        + "; further columns are named under input.dimensions");
    }
}
