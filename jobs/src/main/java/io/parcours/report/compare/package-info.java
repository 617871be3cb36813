/**
 * Does a figure differ from that of an earlier day by more than chance? Figures that have an interval on both days are
 * compared by it, and judged together, so that of many comparisons few are news by chance.
 */
package io.parcours.report.compare;
