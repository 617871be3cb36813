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
 * @param scores what the scores of the map's surveys must be, in the surveys' order; default none
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
        Duplicates duplicates,
        List<ScoreCheck> scores)
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
        scores = List.copyOf(scores);
    }

    /** Rules of a map without surveys. */
    public InputRules(
            ZoneId zone,
            Map<String, String> columns,
            List<String> dimensions,
            TimestampFormat timestampFormat,
            CsvRules csv,
            LocalDate firstDay,
            LocalDate lastDay,
            Where where,
            Duplicates duplicates) {
        this(zone, columns, dimensions, timestampFormat, csv, firstDay, lastDay, where, duplicates, List.of());
    }

    /** The same rules with these scores checked. */
    public InputRules withScores(List<ScoreCheck> checked) {
        return new InputRules(
                zone, columns, dimensions, timestampFormat, csv, firstDay, lastDay, where, duplicates, checked);
    }

    /** The source column of a touchpoint field or dimension. */
    public String sourceColumn(String field) {
        return columns.getOrDefault(field, field);
    }

    public Optional<Where> whereClause() {
        return Optional.ofNullable(where);
    }
}
