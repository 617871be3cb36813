package io.parcours.report.churn;

import io.parcours.churn.RetentionRules;
import io.parcours.report.chart.Graphic.Grid;
import io.parcours.report.chart.Graphic.GridCell;
import io.parcours.report.chart.Graphic.GridRow;
import io.parcours.report.chart.Plane;
import io.parcours.report.chart.TextFit;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who comes back: the cohorts of customers by the period in which they began. */
final class RetentionSection {
    private static final String ALL = RetentionCohorts.ALL;
    private static final double LABEL = 240;

    private final Words words;
    private final RetentionRules rules;
    private final RetentionCohorts cohorts;

    RetentionSection(ReportContext context) {
        this.words = context.words();
        this.rules = context.tables().manifest().mapOf("retention_cohorts").retention();
        this.cohorts = RetentionCohorts.read(context.table("retention_cohorts"));
    }

    Optional<Section> section() {
        if (cohorts.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        headline().ifPresent(blocks::add);
        List<Block> everybody = List.of(figure(ALL, ALL, RetentionCohorts.MOST_COHORTS));
        if (cohorts.breakdowns().isEmpty()) {
            blocks.addAll(everybody);
        } else {
            List<View> views = new ArrayList<>(List.of(new View(words.say("churn.everybody"), everybody)));
            cohorts.breakdowns().forEach(breakdown -> views.add(new View(breakdown, byValue(breakdown))));
            blocks.add(new Choice(words.say("churn.survival.choose"), views));
        }
        String lead = words.say(
                "churn.retention.lead",
                words.say(key("churn.retention.period")),
                words.say("churn.retention.counted." + lower(rules.mode().name()) + "."
                        + lower(rules.count().name())));
        return Optional.of(new Section("retention", words.say("churn.retention.title"), lead, blocks));
    }

    private List<Block> byValue(String breakdown) {
        List<String> values = cohorts.values(breakdown);
        List<View> views = values.stream()
                .map(value -> new View(
                        TextFit.cut(words.name("churn.value", value), LABEL, Plane.LETTERS),
                        List.<Block>of(figure(breakdown, value, RetentionCohorts.MOST_COHORTS_OF_GROUP))))
                .toList();
        List<Block> blocks = new ArrayList<>(List.of(new Choice(breakdown, views)));
        if (values.size() < cohorts.valueCount(breakdown)) {
            blocks.add(new Prose(words.say(
                    "churn.retention.values",
                    words.count(values.size()),
                    words.count(cohorts.valueCount(breakdown)),
                    "retention_cohorts")));
        }
        return blocks;
    }

    /** The latest cohort of which anything is known beyond its first period. */
    private Optional<Prose> headline() {
        List<String> latest = cohorts.cohorts(RetentionCohorts.MOST_COHORTS);
        for (int place = latest.size() - 1; place >= 0; place--) {
            Row row = cohorts.cell(ALL, ALL, latest.get(place), 1);
            if (row != null && !row.isMissing("rate")) {
                Estimate rate = row.estimate("rate");
                return Optional.of(new Prose(words.say(
                        "churn.retention.headline." + lower(rules.count().name()),
                        words.count(row.whole("eligible_count")),
                        latest.get(place),
                        words.percent(rate.value()),
                        words.percentInterval(rate),
                        words.say(key("churn.retention.first")),
                        row.whole("eligible_count"))));
            }
        }
        return Optional.of(new Prose(words.say("churn.retention.early")));
    }

    private Figure figure(String breakdown, String value, int most) {
        List<String> shown = cohorts.cohorts(most).stream()
                .filter(cohort -> cohorts.cell(breakdown, value, cohort, 0) != null)
                .toList();
        int periods = (int) Math.min(RetentionCohorts.MOST_PERIODS, cohorts.periodCount());
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("churn.retention.cohort"))
                .number(words.say("churn.retention.number"))
                .number(words.say("churn.retention.eligible"))
                .number(words.say("churn.retention.retained"))
                .number(words.say("churn.retention.rate"))
                .number(words.say("churn.interval"));
        List<GridRow> rows = new ArrayList<>();
        for (String cohort : shown) {
            rows.add(row(breakdown, value, cohort, periods, numbers));
        }
        numbers.remark(remark(most));
        List<String> heads = new ArrayList<>();
        for (int period = 0; period < periods; period++) {
            heads.add(words.count(period));
        }
        String title = words.say(key("churn.retention.figure"));
        return new Figure(
                breakdown.equals(ALL) ? title : title + " · " + words.name("churn.value", value),
                words.say("churn.retention.reading"),
                new Grid(title, words.say("churn.retention.corner"), heads, rows),
                numbers.build(),
                Source.of(
                        "retention",
                        "retention_cohorts",
                        "cohort",
                        "period",
                        "eligible_count",
                        "retained_count",
                        "rate",
                        "rate_low",
                        "rate_high"));
    }

    private String remark(int most) {
        boolean isCut = cohorts.cohortCount() > most || cohorts.periodCount() > RetentionCohorts.MOST_PERIODS;
        String cut = isCut
                ? words.say(
                        "churn.retention.cut",
                        words.count(Math.min(most, cohorts.cohortCount())),
                        words.count(cohorts.cohortCount()),
                        words.count(Math.min(RetentionCohorts.MOST_PERIODS, cohorts.periodCount())),
                        words.count(cohorts.periodCount()),
                        "retention_cohorts")
                : "";
        return (words.say("churn.retention.marked") + " " + cut).strip();
    }

    private GridRow row(String breakdown, String value, String cohort, int periods, Numbers.Builder numbers) {
        List<GridCell> cells = new ArrayList<>();
        for (int period = 0; period < periods; period++) {
            Row row = cohorts.cell(breakdown, value, cohort, period);
            if (row == null) {
                cells.add(new GridCell("", Double.NaN, "", false));
            } else {
                cells.add(cell(row));
                numbers.row(numbers(row));
            }
        }
        long size = cohorts.cell(breakdown, value, cohort, 0).whole("eligible_count");
        return new GridRow(words.say("churn.retention.row", cohort, words.count(size)), cells);
    }

    /** By the root of the rate: most rates are low, and must be told apart too. */
    private GridCell cell(Row row) {
        String cohort = row.text("cohort");
        String period = words.count(row.whole("period"));
        Estimate rate = row.estimate("rate");
        if (rate == null) {
            return new GridCell("", Double.NaN, words.say("churn.retention.not-over", cohort, period), false);
        }
        String title = words.say(
                "churn.retention.cell",
                cohort,
                period,
                words.count(row.whole("retained_count")),
                words.count(row.whole("eligible_count")),
                words.percent(rate.value()),
                words.percentInterval(rate));
        return new GridCell(words.number(100 * rate.value(), 1), Math.sqrt(rate.value()), title, isFew(row));
    }

    /** Few are few, and in rolling mode so are those whose own period is over while others' is not. */
    private boolean isFew(Row row) {
        Row first = cohorts.cell(row.text("breakdown"), row.text("breakdown_value"), row.text("cohort"), 0);
        return row.whole("eligible_count") < ReportContext.FEW
                || row.whole("eligible_count") < first.whole("eligible_count");
    }

    private Cell[] numbers(Row row) {
        Cell rate = ChurnCells.percent(words, row.number("rate"));
        return new Cell[] {
            Cell.text(row.text("cohort")),
            ChurnCells.count(words, row.whole("period")),
            ChurnCells.count(words, row.whole("eligible_count")),
            row.isMissing("retained_count") ? Cell.missing() : ChurnCells.count(words, row.whole("retained_count")),
            !row.isMissing("rate") && isFew(row) ? rate.few() : rate,
            Cell.interval(words, row.estimate("rate"))
        };
    }

    private String key(String prefix) {
        return prefix + "." + lower(rules.period().name());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
