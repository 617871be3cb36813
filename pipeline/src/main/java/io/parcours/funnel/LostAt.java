package io.parcours.funnel;

/**
 * Lost units of a funnel that were last seen at one touchpoint.
 *
 * @param funnel the funnel's name
 * @param event the event of the last touchpoint that belongs to no survey
 * @param dropped how many units
 * @param valueAtStake what they were worth at most; null where conversions have no value
 */
public record LostAt(String funnel, String event, long dropped, Double valueAtStake) {}
