package io.parcours.report.page;

import java.util.List;

/** A part of the report, made from tables that belong together. */
@FunctionalInterface
public interface Chapter {

    /** The sections it has to tell; none where the day has none of its tables. */
    List<Section> sections(ReportContext context);
}
