package io.parcours.journey;

import java.util.List;

/**
 * The spine of every report: all touchpoints of one customer in total order, without duplicates, with their stages,
 * sessions and journeys, and the answers to every condition of the map. Immutable.
 *
 * <p>Touchpoints are named by their index, 0 for the first. Made by {@link HistoryBuilder}.
 */
public final class CustomerHistory {
    private final CustomerTouchpoints touchpoints;
    private final int[] stages;
    private final Match[] matches;
    private final List<Span> sessions;
    private final List<Span> journeys;
    private final List<Stage> lifecycle;
    private final boolean isTruncated;
    private final HistoryLabel label;
    private final ValueScores scores;

    CustomerHistory(
            CustomerTouchpoints touchpoints,
            int[] stages,
            Match[] matches,
            List<Span> sessions,
            List<Span> journeys,
            List<Stage> lifecycle,
            boolean isTruncated,
            HistoryLabel label,
            ValueScores scores) {
        this.touchpoints = touchpoints;
        this.stages = stages;
        this.matches = matches;
        this.sessions = sessions;
        this.journeys = journeys;
        this.lifecycle = lifecycle;
        this.isTruncated = isTruncated;
        this.label = label;
        this.scores = scores;
    }

    /** The same history with a label. */
    CustomerHistory labelled(HistoryLabel newLabel) {
        return new CustomerHistory(
                touchpoints, stages, matches, sessions, journeys, lifecycle, isTruncated, newLabel, scores);
    }

    public String customerId() {
        return touchpoints.customerId();
    }

    /** How many touchpoints; at least one. */
    public int size() {
        return touchpoints.size();
    }

    /** When, in microseconds since the epoch; never falling with the index. */
    public long occurredAt(int index) {
        return touchpoints.occurredAt(index);
    }

    public String event(int index) {
        return touchpoints.event(index);
    }

    /** The channel, or null. */
    public String channel(int index) {
        return touchpoints.channel(index);
    }

    /** What the touchpoint is worth, or NaN; a value that is the score of a survey is worth nothing. */
    public double value(int index) {
        return scores.hold(matches[index]) ? Double.NaN : touchpoints.value(index);
    }

    /** The value as it was recorded, be it a worth or a score, or NaN. */
    public double recordedValue(int index) {
        return touchpoints.value(index);
    }

    /** The id that orders the touchpoint among those of its instant: the log's own, or the derived one. */
    public String eventId(int index) {
        return touchpoints.eventId(index);
    }

    /**
     * The value of the map's n-th dimension, or null. The number after the last dimension's is the name of the customer's
     * {@link #label()}, alike on every touchpoint.
     */
    public String dimension(int index, int dimension) {
        return dimension == touchpoints.dimensions() ? label.name() : touchpoints.dimension(index, dimension);
    }

    /** What the customer is called by the whole history; {@link HistoryLabel#NONE} where customers are not named. */
    public HistoryLabel label() {
        return label;
    }

    public String sourceFile(int index) {
        return touchpoints.sourceFile(index);
    }

    /** The position of the touchpoint's stage in the lifecycle, 0 for the first; -1 where it belongs to none. */
    public int stage(int index) {
        return stages[index];
    }

    /** The name of the touchpoint's stage, or null where it belongs to none. */
    public String stageName(int index) {
        return stages[index] < 0 ? null : lifecycle.get(stages[index]).name();
    }

    /** The map's stages in order; empty where it has none. */
    public List<Stage> lifecycle() {
        return lifecycle;
    }

    /** Which of the map's conditions this touchpoint matches. Equal answers are the same object within a task. */
    public Match match(int index) {
        return matches[index];
    }

    /** The sessions in order; only the last may be open. */
    public List<Span> sessions() {
        return sessions;
    }

    /** The journeys in order; only the last may be open. */
    public List<Span> journeys() {
        return journeys;
    }

    /** Whether later touchpoints were left out because the customer has more than the map's limit. */
    public boolean isTruncated() {
        return isTruncated;
    }
}
