package io.parcours.report;

import java.util.Optional;

/**
 * What chapters are made from.
 *
 * @param words the language
 * @param tables the day's tables
 * @param before the tables of the day it is compared with, if one is
 * @param atRisk how many customers at risk are named
 */
record ReportContext(Words words, ReportTables tables, Optional<ReportTables> before, int atRisk) {

    /** A rate over fewer than this is marked: its interval is so wide that the rate alone misleads. */
    static final int FEW = 30;

    WrittenTable table(String name) {
        return tables.table(name);
    }
}
