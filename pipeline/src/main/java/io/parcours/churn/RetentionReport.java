package io.parcours.churn;

import io.parcours.journey.LocalDays;
import io.parcours.stats.Interval;
import io.parcours.stats.Proportion;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The table {@code retention_cohorts}: rows by cohort, then period, every period up to the one of as_of. */
final class RetentionReport {
    static final ReportTable<Row> TABLE = new ReportTable<>(
            "retention_cohorts",
            "a period of a cohort: the customers first active in one calendar month, week or day",
            List.of(
                    Column.text(
                            "cohort",
                            "When its customers were first active: 2024-01, the week's Monday, or the day.",
                            Row::cohort),
                    Column.whole(
                            "period",
                            "0 for the period of the first activity, rising to the one as_of lies in.",
                            Row::period),
                    Column.whole(
                            "eligible_count",
                            "The base of the rate: in calendar mode the cohort's customers, in rolling mode those of them"
                                    + " whose own period of this number is over.",
                            Row::eligible),
                    Column.whole(
                            "retained_count",
                            "How many of them were active in the period (count on), or in it or later (on_or_after); null"
                                    + " where the period is over for nobody.",
                            Row::retained),
                    Column.real("rate", "retained_count / eligible_count; null likewise.", Row::rate),
                    Column.real("rate_low", "The lower end of its 95 % Wilson interval.", Row::low),
                    Column.real("rate_high", "The upper end of its 95 % Wilson interval.", Row::high)));

    private final RetentionCalendar calendar;
    private final boolean isRolling;
    private final long asOfDay;
    private final long lastDayOver;

    private RetentionReport(RetentionCounts counts) {
        this.calendar = new RetentionCalendar(counts.rules());
        this.isRolling = counts.rules().mode() == RetentionRules.Mode.ROLLING;
        LocalDays days = new LocalDays(counts.asOf().zone());
        this.asOfDay = days.dayOf(counts.asOf().micros());
        this.lastDayOver = days.lastDayOver(counts.asOf().micros());
    }

    /** A period of a cohort. */
    record Row(String cohort, long period, long eligible, Long retained, Double rate, Double low, Double high) {}

    static TableContent<Row> of(RetentionCounts counts) {
        RetentionReport report = new RetentionReport(counts);
        Map<Long, Map<Long, RetentionCell>> cohorts = new TreeMap<>();
        counts.cells()
                .forEach(
                        (key, cell) -> cohorts.computeIfAbsent(report.calendar.cohortOf(key), cohort -> new TreeMap<>())
                                .put(key, cell));
        List<Row> rows = new ArrayList<>();
        cohorts.forEach((cohort, cells) -> {
            int periods = cells.keySet().stream()
                    .mapToInt(key -> report.calendar.periodOf(key, report.asOfDay))
                    .reduce(0, Math::max);
            for (int period = 0; period <= periods; period++) {
                rows.add(report.row(report.calendar.nameOf(cohort), cells, period));
            }
        });
        return new TableContent<>(TABLE, rows);
    }

    private Row row(String cohort, Map<Long, RetentionCell> cells, int period) {
        long customers = 0;
        long eligible = 0;
        long retained = 0;
        for (Map.Entry<Long, RetentionCell> entry : cells.entrySet()) {
            customers += entry.getValue().customers();
            if (calendar.lastDayOf(entry.getKey(), period) <= lastDayOver) {
                eligible += entry.getValue().customers();
                retained += entry.getValue().in(period);
            }
        }
        if (eligible == 0) {
            return new Row(cohort, period, isRolling ? 0 : customers, null, null, null, null);
        }
        Proportion proportion = new Proportion(retained, eligible);
        Interval interval = proportion.interval().orElseThrow();
        return new Row(
                cohort, period, eligible, retained, proportion.rate().orElseThrow(), interval.low(), interval.high());
    }
}
