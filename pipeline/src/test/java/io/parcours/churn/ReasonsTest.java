package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.journey.AsOf;
import io.parcours.journey.CompletedTable;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryTable;
import io.parcours.journey.Study;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole study of a made-up log, from histories to completed rows. */
class ReasonsTest {
    @TempDir
    private Path folder;

    @Test
    void reasonsAreGivenToWhoIsNotGoneAndNameWhatHeDid() throws IOException {
        // Its cause is complaints.
        LeavingWorld world = new LeavingWorld(101, true, 1_500, 12_000);
        assertThat(world.cause()).isEqualTo("signal:complaint");
        List<CustomerHistory> histories = world.histories();
        AsOf asOf = world.asOf();
        ChurnStudy study = new ChurnStudy(world.rules(), 0, world.index());
        ChurnStudyCounts counts = study.begin(asOf);
        histories.forEach(counts::add);
        WrittenDrafts drafts = new WrittenDrafts(folder);
        study.drafts(table -> true).forEach(draft -> write(drafts, draft, histories, asOf));
        Study.Conclusion conclusion = study.conclude(counts, drafts);

        assertThat(conclusion.tables())
                .extracting(content -> content.table().name())
                .containsExactly("churn_model", "churn_calibration", "churn_drivers");
        Map<String, Boolean> hasComplained = new HashMap<>();
        histories.forEach(history -> hasComplained.put(history.customerId(), hasComplained(history, asOf)));
        List<ChurnCustomersReport.Row> rows =
                completed((ChurnCustomersReport) conclusion.completed().get(0), drafts);
        assertThat(rows).hasSizeGreaterThan(1_500);
        for (ChurnCustomersReport.Row row : rows) {
            boolean isGone = row.draft().state() == ChurnState.DORMANT;
            assertThat(row.reasons() == null).isEqualTo(isGone);
            if (!isGone) {
                assertThat(row.reasons().contains("signal:complaint high"))
                        .isEqualTo(hasComplained.get(row.draft().customerId()));
            }
        }
        assertThat(rows).anyMatch(row -> row.reasons() != null && row.reasons().isEmpty());
    }

    /** In the last 30 days, that of as_of included. */
    private static boolean hasComplained(CustomerHistory history, AsOf asOf) {
        for (int i = 0; i < history.size(); i++) {
            long days = asOf.date().toEpochDay()
                    - ActivityOracle.dayOf(history.occurredAt(i), asOf).toEpochDay();
            if (history.event(i).equals("complaint") && days < 30) {
                return true;
            }
        }
        return false;
    }

    private static <R> void write(
            WrittenDrafts drafts, HistoryTable<R> draft, List<CustomerHistory> histories, AsOf asOf) {
        drafts.write(draft, histories, asOf);
    }

    private static <R> List<R> completed(CompletedTable<R> table, WrittenDrafts drafts) {
        List<R> rows = new ArrayList<>();
        drafts.forEachBatch(table.draft(), batch -> table.complete(batch, rows::add));
        return rows;
    }
}
