package io.parcours.touchpoint;

/** The words that stand in reports where a log has none of its own. */
public final class Labels {
    /** In place of a missing channel, stage or dimension value. */
    public static final String NONE = "(none)";
    /** Before the first touchpoint of a journey. */
    public static final String START = "(start)";
    /** After the last touchpoint of a journey that is over. */
    public static final String END = "(end)";
    /** After the last touchpoint of a journey that may still go on. */
    public static final String OPEN = "(open)";
    /** In place of the next touchpoint of a unit that had no further one. */
    public static final String NOTHING = "(nothing)";
    /** In place of the value on a touchpoint of a step that was not reached. */
    public static final String NOT_REACHED = "(not reached)";
    /** In place of names beyond the number that a report keeps apart. */
    public static final String OTHER = "(other)";
    /** The name of the breakdown that is none: all units together, and its only value. */
    public static final String ALL = "all";

    private Labels() {}

    /** The value itself, or {@link #NONE} where it is missing. */
    public static String orNone(String value) {
        return value == null ? NONE : value;
    }
}
