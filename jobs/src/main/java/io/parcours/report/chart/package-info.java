/**
 * What does a figure draw? Bars, grids, dots, cards, and drawings of lines, areas and texts, all in inks that templates
 * and the style sheet know. Nothing here knows which table a number is from, or what a chapter wants to say with it.
 */
package io.parcours.report.chart;
