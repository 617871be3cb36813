package io.parcours.churn;

import io.parcours.journey.LocalDays;
import io.parcours.stats.Interval;
import io.parcours.stats.Proportion;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table {@code retention_cohorts}: all customers, then the breakdowns in the map's order by value; there rows by
 * cohort, then period, every period up to the one of as_of.
 */
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
                    Column.real("rate_high", "The upper end of its 95 % Wilson interval.", Row::high),
                    Column.text(
                            "breakdown",
                            "\"all\", or by what the customers are told apart: channel, a dimension, an attribute or segment.",
                            Row::breakdown),
                    Column.text(
                            "breakdown_value",
                            "The value on the customer's first activity touchpoint; \"(none)\" where it is missing, \"all\" for"
                                    + " all customers.",
                            Row::breakdownValue)));

    private final RetentionCalendar calendar;
    private final RetentionRules.Count count;
    private final boolean isRolling;
    private final long asOfDay;
    private final long lastDayOver;

    private RetentionReport(RetentionCounts counts) {
        this.calendar = new RetentionCalendar(counts.rules());
        this.count = counts.rules().count();
        this.isRolling = counts.rules().mode() == RetentionRules.Mode.ROLLING;
        LocalDays days = new LocalDays(counts.asOf().zone());
        this.asOfDay = days.dayOf(counts.asOf().micros());
        this.lastDayOver = days.lastDayOver(counts.asOf().micros());
    }

    /** A period of a cohort. */
    record Row(
            String cohort,
            long period,
            long eligible,
            Long retained,
            Double rate,
            Double low,
            Double high,
            String breakdown,
            String breakdownValue) {}

    /** Whose rows they are. */
    private record Group(String breakdown, String value) {}

    static TableContent<Row> of(RetentionCounts counts) {
        RetentionReport report = new RetentionReport(counts);
        List<Row> rows = new ArrayList<>(report.rows(new Group(Labels.ALL, Labels.ALL), counts.all()));
        List<String> breakdowns = counts.rules().breakdown();
        for (int i = 0; i < breakdowns.size(); i++) {
            String breakdown = breakdowns.get(i);
            counts.of(i).forEach((value, cells) -> rows.addAll(report.rows(new Group(breakdown, value), cells)));
        }
        return new TableContent<>(TABLE, rows);
    }

    private List<Row> rows(Group group, RetentionCells customers) {
        Map<Long, Map<Long, RetentionCell>> cohorts = new TreeMap<>();
        customers
                .retained(count)
                .forEach((key, cell) -> cohorts.computeIfAbsent(calendar.cohortOf(key), cohort -> new TreeMap<>())
                        .put(key, cell));
        List<Row> rows = new ArrayList<>();
        cohorts.forEach((cohort, cells) -> {
            int periods = cells.keySet().stream()
                    .mapToInt(key -> calendar.periodOf(key, asOfDay))
                    .reduce(0, Math::max);
            for (int period = 0; period <= periods; period++) {
                rows.add(row(group, calendar.nameOf(cohort), cells, period));
            }
        });
        return rows;
    }

    private Row row(Group group, String cohort, Map<Long, RetentionCell> cells, int period) {
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
            return new Row(
                    cohort,
                    period,
                    isRolling ? 0 : customers,
                    null,
                    null,
                    null,
                    null,
                    group.breakdown(),
                    group.value());
        }
        Proportion proportion = new Proportion(retained, eligible);
        Interval interval = proportion.interval().orElseThrow();
        return new Row(
                cohort,
                period,
                eligible,
                retained,
                proportion.rate().orElseThrow(),
                interval.low(),
                interval.high(),
                group.breakdown(),
                group.value());
    }
}
