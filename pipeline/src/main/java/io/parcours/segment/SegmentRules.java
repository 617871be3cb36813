package io.parcours.segment;

import io.parcours.condition.Where;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Named conditions over what is known of a customer.
 *
 * @param segments the segments in order, at least one
 * @param match whether a customer belongs to the first segment that holds or to all of them; default FIRST
 */
public record SegmentRules(List<Segment> segments, Match match) implements Serializable {

    /** The name by which reports are broken down by segments. */
    public static final String DIMENSION = "segment";

    /** To which segments a customer belongs. */
    public enum Match {
        FIRST,
        ALL
    }

    /**
     * A segment.
     *
     * @param name what reports call it
     * @param where what must hold of a customer
     */
    public record Segment(String name, Where where) implements Serializable {}

    /** Between the names of segments where a customer belongs to several. */
    public static final String AND = " + ";

    public SegmentRules {
        segments = List.copyOf(segments);
    }

    /** The columns of {@link CustomerColumns} that the conditions name. */
    public Set<String> columnNames() {
        Set<String> names = new HashSet<>();
        segments.forEach(segment -> names.addAll(segment.where().columnNames()));
        return names;
    }
}
