package io.parcours.table;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * One column of a written table: its name and type, what it means, and how a row supplies it. Declared once, as a
 * constant beside its report; the Parquet schema, the documentation and every writer read this declaration.
 *
 * @param name the column's name in snake_case
 * @param type what the column holds
 * @param comment meaning, unit, and when it is null, as the documentation prints it
 * @param value how a row supplies the value: String, Long, Double (NaN is written as null), Boolean, Long microseconds,
 *     java.time.LocalDate, {@code List<String>} or {@code long[]} microseconds, by the type; null where there is none
 * @param <R> the row
 */
public record Column<R>(String name, ColumnType type, String comment, Function<R, Object> value) {

    /** Stands in a list of instants where an element is null. */
    public static final long NO_INSTANT = Long.MIN_VALUE;

    public Column {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(value, "value");
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("a column's name is snake_case: " + name);
        }
        if (comment.isBlank()) {
            throw new IllegalArgumentException("column " + name + " says nothing about its meaning");
        }
    }

    public static <R> Column<R> text(String name, String comment, Function<R, String> value) {
        return new Column<>(name, ColumnType.TEXT, comment, value::apply);
    }

    public static <R> Column<R> whole(String name, String comment, Function<R, Long> value) {
        return new Column<>(name, ColumnType.WHOLE, comment, value::apply);
    }

    /** A whole number that no row lacks; the cheap way for tables with many rows. */
    public static <R> Column<R> wholeInEveryRow(String name, String comment, ToLongFunction<R> value) {
        return new Column<>(name, ColumnType.WHOLE, comment, new NumberSource.Whole<>(value));
    }

    public static <R> Column<R> real(String name, String comment, Function<R, Double> value) {
        return new Column<>(name, ColumnType.REAL, comment, value::apply);
    }

    /** A double, or NaN where the row has none; the cheap way for tables with many rows. */
    public static <R> Column<R> realOrNaN(String name, String comment, ToDoubleFunction<R> value) {
        return new Column<>(name, ColumnType.REAL, comment, new NumberSource.Real<>(value));
    }

    public static <R> Column<R> flag(String name, String comment, Function<R, Boolean> value) {
        return new Column<>(name, ColumnType.FLAG, comment, value::apply);
    }

    /** An instant as microseconds since the epoch. */
    public static <R> Column<R> instant(String name, String comment, Function<R, Long> value) {
        return new Column<>(name, ColumnType.INSTANT, comment, value::apply);
    }

    /** An instant that no row lacks, as microseconds since the epoch; the cheap way for tables with many rows. */
    public static <R> Column<R> instantInEveryRow(String name, String comment, ToLongFunction<R> value) {
        return new Column<>(name, ColumnType.INSTANT, comment, new NumberSource.Whole<>(value));
    }

    public static <R> Column<R> date(String name, String comment, Function<R, java.time.LocalDate> value) {
        return new Column<>(name, ColumnType.DATE, comment, value::apply);
    }

    public static <R> Column<R> texts(String name, String comment, Function<R, List<String>> value) {
        return new Column<>(name, ColumnType.TEXTS, comment, value::apply);
    }

    /** Instants as microseconds since the epoch, {@link #NO_INSTANT} where an element is null. */
    public static <R> Column<R> instants(String name, String comment, Function<R, long[]> value) {
        return new Column<>(name, ColumnType.INSTANTS, comment, value::apply);
    }
}
