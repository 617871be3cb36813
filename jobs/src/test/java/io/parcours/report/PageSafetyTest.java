package io.parcours.report;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.parcours.report.chart.Drawing;
import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Grid;
import io.parcours.report.chart.Graphic.GridCell;
import io.parcours.report.chart.Graphic.GridRow;
import io.parcours.report.chart.Graphic.Legend;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.chart.Ink;
import io.parcours.report.chart.Plane;
import io.parcours.report.data.Estimate;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Fold;
import io.parcours.report.page.Block.Heading;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Block.Notice;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Block.Tile;
import io.parcours.report.page.Block.Tiles;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.Section;
import io.parcours.report.page.Source;
import io.parcours.report.words.Language;
import io.parcours.report.words.Words;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a log or a map says is text on the page, in every place where a block can hold it. */
class PageSafetyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>window.pwned=1</script>",
                "\"><img src=x onerror=window.pwned=1>",
                "' onmouseover='window.pwned=1",
                "--><svg onload=window.pwned=1>",
                "</style><script>window.pwned=1</script>",
                "</title><script>window.pwned=1</script>",
                "`${7*7}` {{7*7}} #{7*7}"
            })
    void texts_stay_texts(String hostile) {
        String page = rendered(hostile);
        String innocent = rendered("innocent");

        assertThat(tags(page)).isEqualTo(tags(innocent));
        assertThat(page).doesNotContain("<script>window", "<img", "<svg onload").doesNotContain("49");
    }

    private static int tags(String page) {
        return (int) Pattern.compile("<[a-zA-Z/!]").matcher(page).results().count();
    }

    private static String rendered(String text) {
        Source source = new Source("changes", text, List.of(text));
        Numbers numbers = new Numbers.Builder()
                .text(text)
                .number(text)
                .row(Cell.text(text), Cell.number(text, 1).few())
                .remark(text)
                .build();
        Drawing drawing = new Drawing(
                text,
                List.of(new Legend(Ink.FIRST, text)),
                10,
                10,
                new Plane()
                        .box(Ink.FIRST, 0, 0, 1, 1, text)
                        .text(Ink.TEXT, 1, 1, Drawing.Anchor.START, text)
                        .marks());
        Bars bars = new Bars(
                text,
                List.of(new Legend(Ink.FIRST, text)),
                List.of(new Bar(
                        text, List.of(new Part(Ink.LOST, 0.5, text)), new Estimate(0.5, 0.1, 0.9), text, text, true)));
        Grid grid = new Grid(
                text, text, List.of(text), List.of(new GridRow(text, List.of(new GridCell(text, 0.5, text, true)))));
        List<Block> blocks = List.of(
                new Prose(text),
                new Notice(text),
                new Heading(text),
                new Tiles(List.of(new Tile(text, text, text))),
                new Figure(text, text, drawing, numbers, source),
                new Figure(text, text, bars, numbers, source),
                new Figure(text, text, grid, numbers, source),
                new Listing(text, text, numbers, source),
                new Choice(text, List.of(new View(text, List.of(new Prose(text))))),
                new Fold(text, List.of(new Prose(text))));
        Page page = new Page(
                new Words(Language.EN),
                text,
                text,
                List.of(new Section("section", text, text, blocks)),
                List.of(new Page.Rule("rule", text, text, text)),
                "",
                "",
                "sha256-x");
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(
                        null, ContentType.Html, Report.class.getClassLoader(), "io.parcours.report.template")
                .render("page.jte", page, output);
        return output.toString();
    }
}
