package io.parcours.journey;

import io.parcours.touchpoint.Touchpoint;
import java.util.List;

/**
 * A customer's touchpoints in total order, and the records that only repeat them.
 *
 * @param touchpoints the touchpoints to analyse
 * @param duplicates the records that repeat one of them
 */
public record OrderedTouchpoints(List<Touchpoint> touchpoints, List<Touchpoint> duplicates) {}
