package io.parcours.ingest;

import io.parcours.condition.Where;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the log's records become touchpoints.
 *
 * @param zone the zone of stamps without one, and of {@code between}; default UTC
 * @param columns touchpoint field or dimension to source column (dots reach into nested JSON); a name not here is its
 *     own source column
 * @param dimensions further columns kept as text, in this order; default none
 * @param timestampFormat how instants are written; default ISO
 * @param csv how CSV files are written
 * @param firstDay the first local day that is no BAD_TIMESTAMP, or null; comes with lastDay
 * @param lastDay the last such day, or null
 * @param where records for which this does not hold are filtered; or null
 * @param duplicates whether identical records are one touchpoint; default DROP
 */
public record InputRules(
        ZoneId zone,
        Map<String, String> columns,
        List<String> dimensions,
        TimestampFormat timestampFormat,
        CsvRules csv,
        LocalDate firstDay,
        LocalDate lastDay,
        Where where,
        Duplicates duplicates)
        implements Serializable {

    /** What becomes of identical records. */
    public enum Duplicates {
        /** They are one touchpoint. */
        DROP,
        /** They are separate events. */
        KEEP
    }

    public InputRules {
        columns = Map.copyOf(columns);
        dimensions = List.copyOf(dimensions);
    }

    /** The source column of a touchpoint field or dimension. */
    public String sourceColumn(String field) {
        return columns.getOrDefault(field, field);
    }

    public Optional<Where> whereClause() {
        return Optional.ofNullable(where);
    }
}
