/**
 * What did one customer do, in order? The {@link io.parcours.journey.CustomerHistory history} that answers it is the
 * spine of every report.
 *
 * <p>Touchpoints are dealt to partitions by customer and grouped there; a customer's touchpoints are put in total order
 * (time, then event id), records that repeat one fall away, and each gets its stage and its answers to the map's
 * conditions. A session splits where the gap to the touchpoint before is greater than session_gap, a journey likewise.
 *
 * <p>By hand: minutes A0 B30 C61 with a session_gap of 30 minutes. B comes 30 minutes after A, which is not more: one
 * session. C comes 31 minutes after B: a second one. As of minute 91 it is open, for its gap has not been exceeded; as of
 * minute 92 it is over.
 *
 * <p>A report is a {@link io.parcours.journey.Question} whose counts merge in any order, or a
 * {@link io.parcours.journey.HistoryTable} with rows of its own for every customer. Neither knows Spark.
 */
package io.parcours.journey;
