/**
 * What is different from an earlier day? The figures that changed by more than chance come first, the others are folded
 * away, and a changed map is said before both.
 */
package io.parcours.report.changes;
