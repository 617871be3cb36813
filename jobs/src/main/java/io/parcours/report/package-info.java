/**
 * What does a run say to somebody who does not query tables? One HTML page, made from the written tables alone and
 * without Spark: it computes no metric anew. Chapters read tables and say what is shown, as blocks of plain texts and
 * numbers; templates are the only place where these become HTML, and escape whatever a log brought.
 *
 * <p>Example: the rows of {@code funnel_steps} with 802 and 606 customers at the first two steps become two bars, the
 * second 606/802 as long, the whisker of the rate's interval on it, the same numbers as a table below, a link to the
 * rule of funnels, and the names of the table and its columns.
 *
 * <p>Packages stand in floors, each importing only lower ones: this one, the chapters (which do not know each other),
 * {@code page}, {@code chart} and {@code compare}, {@code words}, {@code data}.
 */
package io.parcours.report;
