/**
 * What is different from an earlier day? Figures that have an interval on both days are compared by it, and of so many
 * comparisons only those are told as news that chance does not explain.
 */
package io.parcours.report.changes;
