/**
 * What would an analyst say first? How many customers there are and what became of the records, the findings of the
 * other chapters in a sentence each, and the stages that customers are in.
 */
package io.parcours.report.overview;
