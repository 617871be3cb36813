package io.parcours.report.funnel;

import io.parcours.report.chart.Drawing;
import io.parcours.report.chart.Graphic;
import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Fold;
import io.parcours.report.page.Block.Heading;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Block.Notice;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Section;
import java.util.ArrayList;
import java.util.List;

/** What a section tells, whatever is chosen to be shown first. */
record Told(Section section, List<Block> blocks) {

    static Told of(List<Section> sections, String id) {
        Section section = sections.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + id));
        List<Block> blocks = new ArrayList<>();
        collect(section.blocks(), blocks);
        return new Told(section, blocks);
    }

    private static void collect(List<Block> from, List<Block> into) {
        for (Block block : from) {
            into.add(block);
            if (block instanceof Choice choice) {
                choice.views().forEach(view -> collect(view.blocks(), into));
            } else if (block instanceof Fold fold) {
                collect(fold.blocks(), into);
            }
        }
    }

    /** Its paragraphs and headings. */
    List<String> prose() {
        List<String> prose = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Prose paragraph) {
                prose.add(paragraph.text());
            } else if (block instanceof Notice notice) {
                prose.add(notice.text());
            } else if (block instanceof Heading heading) {
                prose.add(heading.text());
            }
        }
        return prose;
    }

    List<Figure> figures() {
        return blocks.stream()
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .toList();
    }

    List<String> titles() {
        return figures().stream().map(Figure::title).toList();
    }

    Figure figure(String beginning) {
        return figures().stream()
                .filter(figure -> figure.title().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no figure " + beginning + " among " + titles()));
    }

    List<Bar> bars(String beginning) {
        return ((Bars) figure(beginning).graphic()).bars();
    }

    List<String> choices() {
        return blocks.stream()
                .filter(Choice.class::isInstance)
                .flatMap(choice -> ((Choice) choice).views().stream())
                .map(View::label)
                .toList();
    }

    List<Listing> listings() {
        return blocks.stream()
                .filter(Listing.class::isInstance)
                .map(Listing.class::cast)
                .toList();
    }

    /** The texts of a table, row by row. */
    static List<List<String>> cells(Numbers numbers) {
        return numbers.rows().stream()
                .map(row -> row.stream().map(Numbers.Cell::text).toList())
                .toList();
    }

    /** The texts in a drawing. */
    static List<String> labels(Graphic graphic) {
        return ((Drawing) graphic)
                .marks().stream()
                        .filter(Drawing.Label.class::isInstance)
                        .map(mark -> ((Drawing.Label) mark).text())
                        .toList();
    }
}
