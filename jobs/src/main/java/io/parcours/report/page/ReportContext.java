package io.parcours.report.page;

import io.parcours.report.compare.Changes;
import io.parcours.report.compare.Measure;
import io.parcours.report.data.ReportTables;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import io.parcours.report.words.Words;
import java.util.Optional;

/**
 * What chapters are made from.
 *
 * @param words the language
 * @param tables the day's tables
 * @param before the tables of the day it is compared with, if one is
 * @param changes what differs from that day; nothing where there is none
 * @param atRisk how many customers at risk are named
 */
public record ReportContext(
        Words words, ReportTables tables, Optional<ReportTables> before, Changes changes, int atRisk) {

    /** A rate over fewer than this is marked: its interval is so wide that the rate alone misleads. */
    public static final int FEW = 30;

    /** Compares the tables with those of the day before, if there is one. */
    public ReportContext(Words words, ReportTables tables, Optional<ReportTables> before, int atRisk) {
        this(
                words,
                tables,
                before,
                before.map(former -> Changes.between(former, tables)).orElseGet(Changes::none),
                atRisk);
    }

    /** The mark of a change beside the figures of a row of {@code funnel_steps}; empty where there is none. */
    public String stepMark(Row step) {
        return changes.mark(words, step, Measure.matureStep(row -> true), Measure.step(row -> true));
    }

    /** A table of the day; without rows where the day does not have it. */
    public WrittenTable table(String name) {
        return tables.table(name);
    }
}
