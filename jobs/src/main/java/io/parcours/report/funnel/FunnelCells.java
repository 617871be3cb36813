package io.parcours.report.funnel;

import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.words.Words;

/** Cells of the kinds that tables of funnels have. */
final class FunnelCells {

    private FunnelCells() {}

    static Cell count(Words words, long count) {
        return Cell.number(words.count(count), count);
    }

    /** A part of one, marked where it rests on few. */
    static Cell percent(Words words, Double part, long base) {
        if (part == null) {
            return Cell.missing();
        }
        Cell cell = Cell.number(words.percent(part), part);
        return base < ReportContext.FEW ? cell.few() : cell;
    }

    static Cell duration(Words words, Double seconds) {
        return seconds == null ? Cell.missing() : Cell.number(words.duration(seconds), seconds);
    }

    static Cell number(Words words, Double number) {
        return number == null || number.isInfinite() ? Cell.missing() : Cell.number(words.number(number), number);
    }
}
