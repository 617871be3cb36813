package io.parcours.journey;

/**
 * A customer's touchpoints in total order, and the records that only repeat them.
 *
 * @param touchpoints the touchpoints to analyse
 * @param duplicates the records that repeat one of them
 */
public record OrderedTouchpoints(CustomerTouchpoints touchpoints, CustomerTouchpoints duplicates) {}
