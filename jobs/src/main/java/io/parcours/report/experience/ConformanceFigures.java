package io.parcours.report.experience;

import io.parcours.report.chart.DotAxis;
import io.parcours.report.chart.Dots;
import io.parcours.report.chart.Dots.Dot;
import io.parcours.report.chart.Dots.DotRow;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Draws how journeys deviate from the modelled one, and what becomes of those that do. */
final class ConformanceFigures {
    private static final String TABLE = "conformance";
    private static final int MOST_ROWS = 20;

    private final Words words;
    private final FigureCells cells;

    ConformanceFigures(Words words) {
        this.words = words;
        this.cells = new FigureCells(words);
    }

    /** The deviations, and what became of the journeys that have them; only those that some journey has. */
    List<Block> of(List<Row> findings) {
        List<Row> deviations = findings.stream()
                .filter(row -> !row.text("deviation").startsWith("(") && row.whole("journey_count") > 0)
                .toList();
        if (deviations.isEmpty()) {
            return List.of();
        }
        List<Row> shown = deviations.subList(0, Math.min(MOST_ROWS, deviations.size()));
        List<Block> blocks = new ArrayList<>();
        blocks.add(shares(
                words.say("experience.deviation.title"),
                words.say("experience.deviation.reading"),
                words.say("experience.deviation.deviation"),
                this::name,
                shown,
                deviations.size()));
        List<Row> compared = new ArrayList<>(findings.stream()
                .filter(row -> row.text("deviation").equals(ConformanceSection.FOLLOWS))
                .toList());
        compared.addAll(shown);
        blocks.add(conversions(compared));
        return blocks;
    }

    /** The part that follows the modelled journey, by the values of a breakdown. */
    Figure follows(String by, List<Row> rows, long all) {
        return shares(
                words.say("experience.follows.title", by),
                words.say("experience.follows.reading"),
                by,
                row -> cells.value(row.text("breakdown_value")),
                rows,
                all);
    }

    private String name(Row row) {
        String kind = row.text("deviation");
        if (kind.equals(ConformanceSection.FOLLOWS)) {
            return words.say("experience.deviation.none");
        }
        String shown = words.name("experience.deviation.kind", kind);
        return row.isMissing("stage")
                ? words.say("experience.deviation.anywhere", shown)
                : words.say("experience.deviation.at", shown, FigureCells.brief(row.text("stage")));
    }

    private Figure shares(
            String title, String reading, String head, Function<Row, String> name, List<Row> rows, long all) {
        List<Estimate> estimates = rows.stream()
                .map(row -> row.estimate("journey_share"))
                .filter(Objects::nonNull)
                .toList();
        List<DotRow> dots = rows.stream()
                .map(row -> row(
                        name.apply(row),
                        row.estimate("journey_share"),
                        row.whole("journey_count"),
                        row.whole("eligible_count")))
                .toList();
        return new Figure(
                title,
                reading,
                new Dots(
                        title,
                        List.of(),
                        DotAxis.smallParts(words.say("experience.deviation.axis"), estimates, words),
                        dots),
                numbers(head, name, rows, all),
                Source.of(TABLE, TABLE, "deviation", "stage", "journey_count", "eligible_count", "journey_share"));
    }

    private DotRow row(String name, Estimate rate, long count, long base) {
        return rate == null
                ? new DotRow(name, List.of(), words.missing(), "")
                : new DotRow(
                        name,
                        List.of(new Dot(Ink.FIRST, rate, cells.percentWithRange(rate), base < ReportContext.FEW)),
                        cells.percentWithRange(rate),
                        words.say("experience.of", words.count(count), words.count(base)));
    }

    private Figure conversions(List<Row> rows) {
        Estimate follows = rows.get(0).estimate("conversion_rate");
        DotAxis axis = DotAxis.parts(words.say("experience.deviation.conversion.axis"), words);
        String title = words.say("experience.deviation.conversion.title");
        return new Figure(
                title,
                words.say("experience.deviation.conversion.reading"),
                new Dots(
                        title,
                        List.of(),
                        follows == null ? axis : axis.withReference(follows.value()),
                        rows.stream()
                                .map(row -> row(
                                        name(row),
                                        row.estimate("conversion_rate"),
                                        row.whole("converted_count"),
                                        row.whole("journey_count")))
                                .toList()),
                numbers(words.say("experience.deviation.deviation"), this::name, rows, rows.size()),
                Source.of(TABLE, TABLE, "deviation", "stage", "converted_count", "conversion_rate"));
    }

    private Numbers numbers(String head, Function<Row, String> name, List<Row> rows, long all) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(head)
                .number(words.say("experience.journeys"))
                .number(words.say("experience.deviation.possible"))
                .number(words.say("experience.share"))
                .number(words.say("experience.interval"))
                .number(words.say("experience.customers"))
                .number(words.say("experience.deviation.complete"))
                .number(words.say("experience.deviation.stopped"))
                .number(words.say("experience.in_progress"))
                .number(words.say("experience.deviation.conversion"))
                .number(words.say("experience.interval"))
                .number(words.say("experience.deviation.satisfaction"))
                .number(words.say("experience.interval"));
        for (Row row : rows) {
            numbers.row(
                    Cell.text(name.apply(row)),
                    cells.count(row.whole("journey_count")),
                    cells.count(row.whole("eligible_count")),
                    cells.marked(cells.percent(row.number("journey_share")), row.whole("eligible_count")),
                    cells.percentInterval(row.estimate("journey_share")),
                    cells.count(row.whole("customer_count")),
                    cells.count(row.whole("complete_count")),
                    cells.count(row.whole("stopped_count")),
                    cells.count(row.whole("in_progress_count")),
                    cells.marked(cells.percent(row.number("conversion_rate")), row.whole("journey_count")),
                    cells.percentInterval(row.estimate("conversion_rate")),
                    cells.marked(cells.number(row.number("satisfaction_mean")), row.whole("satisfaction_count")),
                    cells.numberInterval(satisfaction(row)));
        }
        return numbers.remark(
                        rows.size() < all
                                ? words.say("experience.cut", words.count(rows.size()), words.count(all), TABLE)
                                : "")
                .build();
    }

    private static Estimate satisfaction(Row row) {
        Double mean = row.number("satisfaction_mean");
        return mean == null
                ? null
                : new Estimate(mean, row.number("satisfaction_low"), row.number("satisfaction_high"));
    }
}
