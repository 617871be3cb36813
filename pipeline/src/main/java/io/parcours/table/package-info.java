/**
 * What does a written table look like, and how do rows become one? A report declares a {@link
 * io.parcours.table.ReportTable} of {@link io.parcours.table.Column} constants over its row; the file's schema, the
 * comments in it and the documentation follow from that one declaration.
 *
 * <p>{@link io.parcours.table.TableWriter} writes rows to one Parquet file and {@link io.parcours.table.TableReader}
 * reads it back, both without Spark. For example the table
 *
 * <pre>{@code
 * record Share(String channel, double share) {}
 *
 * ReportTable<Share> SHARES = new ReportTable<>("shares", "a channel", List.of(
 *         Column.text("channel", "where it happened", Share::channel),
 *         Column.real("share", "part of all touchpoints; null where there are none", Share::share)));
 * }</pre>
 *
 * with the rows {@code ("web", 0.75)} and {@code ("app", NaN)} is the file with the schema {@code message shares
 * { optional binary channel (STRING); optional double share; }} and the second row's share null.
 */
package io.parcours.table;
