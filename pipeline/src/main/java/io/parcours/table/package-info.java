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
 *
 * <p>The pages of a file are made here too, as tables have a row for every touchpoint: rows are taken some hundreds at a
 * time, column by column. {@link io.parcours.table.ColumnWriter} takes a column's values out of rows, {@link
 * io.parcours.table.Values} encodes them, {@link io.parcours.table.Levels} tells where there is none, and {@link
 * io.parcours.table.ColumnPages} keeps the finished pages until Parquet's own file writer gets the row group.
 */
package io.parcours.table;
