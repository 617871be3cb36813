package io.parcours.funnel;

import java.util.List;

/**
 * What became of a unit, or of a unit with one held value.
 *
 * @param held the held value; null where the funnel holds none
 * @param firstServing by step: the first touchpoint that serves it, whatever came before; -1 for none. Where steps have no
 *     order: by k, the first that serves any step, where k different ones serve k different steps at any time
 * @param counted what is counted of it: nothing where it never entered or is out, several where attempts are counted
 */
record UnitProgress(String held, int[] firstServing, List<FunnelProgress> counted) {}
