package io.parcours.run;

import io.parcours.journey.SurvivalReport;
import io.parcours.journey.SurvivalRow;
import io.parcours.table.TableContent;
import io.parcours.table.TableFiles;
import io.parcours.table.TableReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The published curves of survival that an analysis did not ask for. Funnels and churn both give rows to that table, and
 * whoever asks about one of them keeps the curves of the other.
 */
final class KeptCurves {
    private final List<SurvivalRow> ofFunnels = new ArrayList<>();
    private final List<SurvivalRow> ofChurn = new ArrayList<>();

    private KeptCurves() {}

    /**
     * Reads the published curves of topics that are not asked.
     *
     * @param files the files of the published table
     */
    static KeptCurves of(List<String> files, HadoopSettings settings, Set<Topic> asked) {
        KeptCurves kept = new KeptCurves();
        if (asked.contains(Topic.FUNNEL) == asked.contains(Topic.CHURN)) {
            return kept;
        }
        for (String location : files) {
            try (TableReader reader = TableReader.open(TableFiles.input(location, settings))) {
                SurvivalReport.read(reader).forEach(kept::take);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        (asked.contains(Topic.FUNNEL) ? kept.ofFunnels : kept.ofChurn).clear();
        return kept;
    }

    private void take(SurvivalRow row) {
        (row.curve().startsWith(SurvivalReport.CHURN_CURVE) ? ofChurn : ofFunnels).add(row);
    }

    /** The reports, with the kept curves in their place. */
    List<TableContent<?>> joined(List<TableContent<?>> reports) {
        return reports.stream().<TableContent<?>>map(this::joined).toList();
    }

    private TableContent<?> joined(TableContent<?> report) {
        if (!report.table().name().equals(SurvivalReport.TABLE.name())) {
            return report;
        }
        List<SurvivalRow> rows = new ArrayList<>(ofFunnels);
        report.rows().forEach(row -> rows.add((SurvivalRow) row));
        rows.addAll(ofChurn);
        return new TableContent<>(SurvivalReport.TABLE, rows);
    }
}
