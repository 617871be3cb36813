package io.parcours.path;

import io.parcours.journey.AsOf;
import io.parcours.journey.Question;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.List;

/** What follows what? Answered by the table {@code transitions}. */
public final class TransitionQuestion implements Question<TransitionCounts> {
    private static final long serialVersionUID = 1L;

    /** The tables it gives rows to. */
    public static List<ReportTable<?>> tables() {
        return List.of(TransitionsReport.TABLE);
    }

    @Override
    public TransitionCounts begin(AsOf asOf) {
        return new TransitionCounts();
    }

    @Override
    public List<TableContent<?>> report(TransitionCounts counts) {
        return List.of(TransitionsReport.of(counts));
    }
}
