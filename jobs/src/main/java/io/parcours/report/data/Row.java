package io.parcours.report.data;

import io.parcours.table.TableRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A row of a written table, its values by the columns' names. */
public final class Row {
    private final String table;
    private final Map<String, Integer> places;
    private final TableRow values;

    Row(String table, Map<String, Integer> places, TableRow values) {
        this.table = table;
        this.places = places;
        this.values = values;
    }

    /** The text, or null where the row has none. */
    public String text(String column) {
        return (String) value(column);
    }

    /** The number, whole or real, or null where the row has none. */
    public Double number(String column) {
        Object value = value(column);
        return value == null ? null : ((Number) value).doubleValue();
    }

    /** The whole number, 0 where the row has none. */
    public long whole(String column) {
        Object value = value(column);
        return value == null ? 0 : (Long) value;
    }

    /** Whether the row has no value in the column. */
    public boolean isMissing(String column) {
        return value(column) == null;
    }

    /** True only where the row says so. */
    public boolean flag(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    /** The day, or null. */
    public LocalDate day(String column) {
        return (LocalDate) value(column);
    }

    /** The instant, or null. */
    Instant instant(String column) {
        Object micros = value(column);
        return micros == null ? null : Instant.EPOCH.plus((Long) micros, ChronoUnit.MICROS);
    }

    /** The texts, none where the row has no list. */
    @SuppressWarnings("unchecked") // a column of texts holds nothing else
    public List<String> texts(String column) {
        Object value = value(column);
        return value == null ? List.of() : (List<String>) value;
    }

    /** The value as it tells rows apart: a text, a number, or the texts of a list joined by signs of a way; empty for none. */
    public String shown(String column) {
        Object value = value(column);
        if (value instanceof List<?> parts) {
            return parts.stream().map(String::valueOf).collect(Collectors.joining(" › "));
        }
        return value == null ? "" : value.toString();
    }

    /** A rate or another figure with its interval, as the columns NAME, NAME_low and NAME_high say; null without a value. */
    public Estimate estimate(String name) {
        Double value = number(name);
        return value == null ? null : new Estimate(value, number(name + "_low"), number(name + "_high"));
    }

    private Object value(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException(
                    "the report asks table " + table + " for a column " + column + " it did not read");
        }
        return values.value(place);
    }
}
