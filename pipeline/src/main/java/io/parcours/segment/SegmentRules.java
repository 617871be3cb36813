package io.parcours.segment;

import io.parcours.condition.Where;
import java.io.Serializable;
import java.util.List;

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

    public SegmentRules {
        segments = List.copyOf(segments);
    }
}
