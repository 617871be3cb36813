/**
 * From a log to published tables: what is done in which order, and what of it is kept when something fails?
 *
 * <p>A {@link io.parcours.run.JourneyRun run} reads and judges the log once, deals touchpoints and rejected records to
 * partitions in one shuffle, asks the gate, passes once over all histories, checks that no record was lost or counted
 * twice, and publishes all tables or none. Counts travel as results of tasks and files under names of their attempts, so
 * that a task may be tried as often as Spark likes: only what an accepted attempt brought counts.
 *
 * <p>By hand: a partition's task is tried twice, as attempts 5 and 9, and 9 is accepted. Both wrote a file, {@code
 * sessions_part-00003-5.parquet} and {@code sessions_part-00003-9.parquet}, in the folder for attempts. The second is
 * renamed to {@code part-00003.parquet} among the files of {@code sessions}; the first is deleted with its folder.
 */
package io.parcours.run;
