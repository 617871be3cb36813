package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryTable;
import io.parcours.journey.LocalDays;
import io.parcours.table.Column;
import io.parcours.table.ColumnBatch;
import io.parcours.table.ReportTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How the customers who could leave behaved before each cut, and whether they left after it. Never published. */
final class LeavingDrafts implements HistoryTable<LeavingDrafts.Row> {
    private static final long serialVersionUID = 1L;

    /** The cut that a row is of is one of these. */
    static final int FORMER = 0;

    static final int LATTER = 1;
    static final int CUTS = 2;

    private static final int CUT_COLUMN = 0;
    private static final int LEFT_COLUMN = 1;
    private static final int SILENT_COLUMN = 2;
    private static final int FIRST_FEATURE_COLUMN = 3;

    private final BehaviourFeatures features;
    private transient BehaviourReader reader;
    private transient AsOf readerAsOf;

    LeavingDrafts(BehaviourFeatures features) {
        this.features = features;
    }

    /**
     * A customer at a cut.
     *
     * @param left 1 where the customer left, 0 otherwise
     */
    record Row(long cut, long left, long silentDays, double[] features) {}

    static ReportTable<Row> table(BehaviourFeatures features) {
        List<Column<Row>> columns = new ArrayList<>(List.of(
                Column.wholeInEveryRow("cut", "0 the former, 1 the latter.", Row::cut),
                Column.wholeInEveryRow("left", "1 where the customer left after it.", Row::left),
                Column.wholeInEveryRow("silent_days", "Days since the last activity.", Row::silentDays)));
        columns.addAll(features.columns(Row::features));
        return new ReportTable<>("churn_leaving_draft", "a customer at a cut, who could still leave", columns);
    }

    static int cut(ColumnBatch rows, int row) {
        return (int) rows.whole(CUT_COLUMN, row);
    }

    static boolean isLeft(ColumnBatch rows, int row) {
        return rows.whole(LEFT_COLUMN, row) != 0;
    }

    static long silentDays(ColumnBatch rows, int row) {
        return rows.whole(SILENT_COLUMN, row);
    }

    /** Reads the features of a row into an array. */
    static void readFeatures(ColumnBatch rows, int row, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = rows.real(FIRST_FEATURE_COLUMN + i, row);
        }
    }

    @Override
    public ReportTable<Row> table() {
        return table(features);
    }

    @Override
    public void rows(CustomerHistory history, AsOf asOf, Consumer<Row> sink) {
        if (!asOf.equals(readerAsOf)) {
            LeavingCuts cuts = LeavingCuts.of(asOf, features.inactiveDays());
            reader = new BehaviourReader(features, new LocalDays(asOf.zone()), cuts.former(), cuts.latter());
            readerAsOf = asOf;
        }
        reader.read(history);
        for (int cut = 0; cut < CUTS; cut++) {
            if (reader.isThere(cut)) {
                sink.accept(new Row(cut, reader.isLeaving(cut) ? 1 : 0, reader.silentDays(cut), reader.features(cut)));
            }
        }
    }
}
