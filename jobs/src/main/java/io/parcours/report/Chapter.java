package io.parcours.report;

import java.util.List;

/** A part of the report, made from tables that belong together. */
@FunctionalInterface
interface Chapter {

    /** The sections it has to tell; none where the day has none of its tables. */
    List<Section> sections(ReportContext context);
}
