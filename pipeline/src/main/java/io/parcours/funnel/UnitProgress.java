package io.parcours.funnel;

import java.util.List;

/**
 * What became of a unit, or of a unit with one held value.
 *
 * @param firstServing by step: the first touchpoint that serves it, whatever came before; -1 for none
 * @param counted what is counted of it: nothing where it never entered, several where attempts are counted
 */
record UnitProgress(int[] firstServing, List<FunnelProgress> counted) {}
