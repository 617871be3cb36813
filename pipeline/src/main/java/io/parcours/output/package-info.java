/**
 * Where do the tables of a run go, so that a reader always finds a whole result?
 *
 * <p>Tables are written to a staging folder nobody reads. When the last one is complete, a journal says which tables
 * replace which partitions; the writing of the journal is the one instant at which a run counts as published. Then
 * folders are renamed. Whoever finds a journal left behind by a run that died finishes what it says; before the journal
 * there is nothing to undo but staging.
 *
 * <p>Example: a run of the tables {@code paths} and {@code journeys} as of 2024-03-31 stages
 * {@code _staging/RUN/paths/part-00000.parquet} and {@code _staging/RUN/journeys/part-00000.parquet}, moves
 * {@code _publication.json} into place, renames {@code paths/as_of=2024-03-31} out of sight and
 * {@code _staging/RUN/paths} to {@code paths/as_of=2024-03-31}, does the same with {@code journeys}, and moves the
 * journal to {@code _runs/as_of=2024-03-31/publication.json}, where it stays as the record of what was published. Killed
 * between the two tables, {@code paths} is new and {@code journeys} is old until the next {@code run} or {@code show},
 * which renames {@code journeys} and removes the journal.
 */
package io.parcours.output;
