package io.parcours.report.funnel;

import io.parcours.report.Report;
import io.parcours.report.data.ReportTables;
import io.parcours.report.page.ReportContext;
import io.parcours.report.words.Language;
import io.parcours.report.words.Words;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableFiles;
import io.parcours.table.TableWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of funnels of one day as a test writes them. Columns a test does not name are empty. */
final class FunnelDay {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 30);

    private static final Map<String, String> COLUMNS = Map.of(
            "funnel_steps",
            "funnel:t breakdown:t breakdown_value:t step:w step_name:t reached_count:w dropped_count:w"
                    + " in_progress_count:w open_count:w rate_from_first:r rate_from_first_low:r"
                    + " rate_from_first_high:r rate_from_previous:r rate_from_previous_low:r"
                    + " rate_from_previous_high:r mature_entered_count:w mature_reached_count:w mature_rate:r"
                    + " mature_rate_low:r mature_rate_high:r seconds_from_previous_p50:r"
                    + " seconds_from_previous_p90:r seconds_from_previous_mean:r seconds_from_first_p50:r"
                    + " seconds_from_first_p90:r seconds_from_first_mean:r",
            "funnel_trend",
            "funnel:t cohort:d step:w step_name:t entered_count:w reached_count:w dropped_count:w in_progress_count:w"
                    + " mature_entered_count:w mature_reached_count:w mature_rate:r mature_rate_low:r mature_rate_high:r",
            "drop_offs",
            "funnel:t step:w step_name:t next_event:t next_channel:t dropped_count:w share:r last_event:t"
                    + " median_seconds_since_step:r value_at_stake:r value_at_stake_low:r value_at_stake_high:r",
            "drop_off_drivers",
            "funnel:t step:w factor:t value:t lost_count:w lost_with_count:w went_on_count:w went_on_with_count:w"
                    + " lost_rate:r went_on_rate:r odds_ratio:r odds_ratio_low:r odds_ratio_high:r q_value:r is_tested:f",
            "funnel_changes",
            "funnel:t part:t step:w step_name:t breakdown:t before_count:w after_count:w before_rate:r after_rate:r"
                    + " contribution:r contribution_low:r contribution_high:r share_of_change:r",
            "funnel_times",
            "funnel:t from_step:w to_step:w from_step_name:t to_step_name:t seconds_from:w seconds_to:w unit_count:w"
                    + " share:r",
            "survival",
            "curve:t group:t time:r at_risk:w events:w survival:r low:r high:r");

    private final Path folder;
    private final String map;
    private final Map<String, List<Map<String, Object>>> rows = new HashMap<>();

    FunnelDay(Path folder, String map) {
        this.folder = folder;
        this.map = map;
    }

    /** A table without rows; {@link #row} makes one too. */
    FunnelDay table(String table) {
        rows.computeIfAbsent(table, name -> new ArrayList<>());
        return this;
    }

    /** A row: values stand behind their columns' names. */
    FunnelDay row(String table, Object... values) {
        Map<String, Object> row = new HashMap<>();
        for (int index = 0; index < values.length; index += 2) {
            row.put((String) values[index], values[index + 1]);
        }
        table(table);
        rows.get(table).add(row);
        return this;
    }

    /** A step for everybody, its rates with the given interval where there is a base. */
    FunnelDay step(String funnel, int step, String name, long reached, long dropped, long inProgress, Double... rate) {
        return row(
                "funnel_steps",
                "funnel",
                funnel,
                "breakdown",
                "all",
                "breakdown_value",
                "all",
                "step",
                step,
                "step_name",
                name,
                "reached_count",
                reached,
                "dropped_count",
                dropped,
                "in_progress_count",
                inProgress,
                "open_count",
                reached,
                "rate_from_first",
                rate[0],
                "rate_from_first_low",
                rate[1],
                "rate_from_first_high",
                rate[2],
                "rate_from_previous",
                step == 1 ? null : rate[0],
                "rate_from_previous_low",
                step == 1 ? null : rate[1],
                "rate_from_previous_high",
                step == 1 ? null : rate[2]);
    }

    ReportContext context(Language language) {
        return new ReportContext(new Words(language), tables(), Optional.empty(), 0);
    }

    /** The whole page. */
    String page(Language language) {
        StringWriter page = new StringWriter();
        Report.write(new Report.Request(tables(), Optional.empty(), language, 0), page);
        return page.toString();
    }

    private ReportTables tables() {
        rows.forEach(this::write);
        String manifest = "{\"as_of\":\"2024-03-30T22:59:59Z\",\"map\":{\"effective\":\""
                + map.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"}}";
        return new ReportTables(
                DAY, manifest, name -> rows.containsKey(name) ? List.of(TableFiles.input(file(name))) : List.of());
    }

    private void write(String name, List<Map<String, Object>> content) {
        List<Column<Map<String, Object>>> columns = Arrays.stream(
                        COLUMNS.get(name).split(" "))
                .map(FunnelDay::column)
                .toList();
        ReportTable<Map<String, Object>> table = new ReportTable<>(name, "A row is one of a test.", columns);
        try (TableWriter<Map<String, Object>> writer = TableWriter.open(table, TableFiles.output(file(name)))) {
            content.forEach(writer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path file(String table) {
        try {
            return Files.createDirectories(folder).resolve(table + ".parquet");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Column<Map<String, Object>> column(String declared) {
        String name = declared.substring(0, declared.indexOf(':'));
        String meaning = "Of a test.";
        switch (declared.charAt(declared.length() - 1)) {
            case 'w':
                return Column.whole(name, meaning, row -> whole(row.get(name)));
            case 'r':
                return Column.real(name, meaning, row -> (Double) row.get(name));
            case 'd':
                return Column.date(name, meaning, row -> (LocalDate) row.get(name));
            case 'f':
                return Column.flag(name, meaning, row -> (Boolean) row.get(name));
            default:
                return Column.text(name, meaning, row -> (String) row.get(name));
        }
    }

    private static Long whole(Object value) {
        return value == null ? null : Long.valueOf(((Number) value).longValue());
    }
}
