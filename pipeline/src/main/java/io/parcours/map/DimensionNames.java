package io.parcours.map;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.ConditionException;
import io.parcours.condition.Where;
import io.parcours.segment.CustomerColumns;
import io.parcours.segment.SegmentRules;
import io.parcours.touchpoint.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the names of dimensions and attributes, which conditions and reports use beside the fields of touchpoints. */
final class DimensionNames {
    private static final Pattern LEGAL = Pattern.compile("[a-z][a-z0-9_]*");
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

    private static final Set<String> WORDS_OF_SEGMENTS =
            Set.copyOf(CustomerColumns.of(List.of()).names());

    private final String kind;
    private final String columns;
    private final List<String> taken;
    private final boolean hasSegments;
    private final List<String> read = new ArrayList<>();

    private DimensionNames(String kind, String columns, List<String> taken, boolean hasSegments) {
        this.kind = kind;
        this.columns = columns;
        this.taken = taken;
        this.hasSegments = hasSegments;
    }

    /** The names under {@code input.dimensions} and {@code customers.attributes}. */
    static MapNames read(MapFields map, MapFields input, Optional<MapFields> customers) {
        boolean hasSegments = map.at("segments").isPresent();
        DimensionNames dimensions = new DimensionNames("dimension", "input.columns", List.of(), hasSegments);
        input.at("dimensions").ifPresent(dimensions::read);
        DimensionNames attributes = new DimensionNames("attribute", "customers.columns", dimensions.read, hasSegments);
        customers.flatMap(fields -> fields.at("attributes")).ifPresent(attributes::read);
        return new MapNames(dimensions.read, attributes.read, hasSegments);
    }

    /** Whether a dimension may have this name. */
    static boolean isLegal(String name) {
        return !TAKEN.contains(name) && LEGAL.matcher(name).matches() && !isWordOfConditions(name);
    }

    private void read(MapValue value) {
        ConditionReader.namesInPlace(value).forEach((name, place) -> {
            if (isName(name, place)) {
                read.add(name);
            }
        });
    }

    private boolean isName(String name, MapValue value) {
        Optional<String> problem = problem(name);
        problem.ifPresent(what -> value.refuse(Shown.quoted(name) + what));
        return problem.isEmpty();
    }

    private Optional<String> problem(String name) {
        if (TAKEN.contains(name)) {
            return Optional.of(" is a name Parcours uses itself" + instead());
        }
        if (!LEGAL.matcher(name).matches()) {
            return Optional.of(" is no name for " + article() + " (legal: small letters a-z, digits and _);"
                    + " name its column under " + columns + ", such as {user_group: \"User Group\"}");
        }
        if (isWordOfConditions(name)) {
            return Optional.of(" is a word of conditions" + instead());
        }
        if (taken.contains(name)) {
            return Optional.of(" is a dimension of the log already" + instead());
        }
        if (hasSegments && name.equals(SegmentRules.DIMENSION)) {
            return Optional.of(" is what reports call the segment of a customer" + instead());
        }
        return hasSegments && WORDS_OF_SEGMENTS.contains(name)
                ? Optional.of(" is something else in the conditions of segments" + instead())
                : Optional.empty();
    }

    private String article() {
        return (kind.startsWith("a") ? "an " : "a ") + kind;
    }

    private String instead() {
        return "; give the " + kind + " another name and name its column under " + columns;
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
