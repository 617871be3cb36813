package io.parcours.funnel;

import io.parcours.stats.FalseDiscoveryRate;
import io.parcours.stats.FourfoldTable;
import io.parcours.stats.Proportion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the rows of {@code drop_off_drivers} of what was counted of one funnel. */
final class DriverRows {
    private final DropOffDrivers drivers;
    private final DriverCells cells;
    private final DriverFactors factors;
    /** By column of all units: how many were lost and how many went on, over all strata. */
    private final Map<Integer, long[]> totals = new HashMap<>();

    private DriverRows(DropOffDrivers drivers) {
        this.drivers = drivers;
        this.cells = drivers.cells();
        this.factors = drivers.factors();
    }

    /** The rows in the order of the report. */
    static List<DropOffDriversRow> of(DropOffDrivers drivers) {
        return new DriverRows(drivers).rows();
    }

    private List<DropOffDriversRow> rows() {
        List<DropOffDriversRow> rows = byValue().values().parallelStream()
                .map(this::row)
                .sorted(DropOffDriversRow.ORDER_WITHIN_FUNNEL)
                .toList();
        List<DropOffDriversRow> judged = new ArrayList<>(rows);
        int[] tested = new int[rows.size()];
        int count = 0;
        for (int i = 0; i < tested.length; i++) {
            if (rows.get(i).test().isTested()) {
                tested[count++] = i;
            }
        }
        double[] pValues = new double[count];
        for (int i = 0; i < count; i++) {
            pValues[i] = rows.get(tested[i]).test().pValue();
        }
        double[] qValues = FalseDiscoveryRate.of(pValues);
        for (int i = 0; i < count; i++) {
            judged.set(tested[i], rows.get(tested[i]).withQValue(qValues[i]));
        }
        judged.sort(DropOffDriversRow.ORDER_WITHIN_FUNNEL);
        return judged;
    }

    /** The cells of each column and value; those of all units are added up on the way. */
    private Map<Long, List<Integer>> byValue() {
        Map<Long, List<Integer>> found = new HashMap<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.value(cell) == DriverWalk.EVERYONE) {
                long[] total = totals.computeIfAbsent(cells.column(cell), column -> new long[2]);
                total[0] += cells.lost(cell);
                total[1] += cells.wentOn(cell);
            } else {
                found.computeIfAbsent(
                                DriverCells.key(cells.column(cell), 0, cells.value(cell)), key -> new ArrayList<>(2))
                        .add(cell);
            }
        }
        return found;
    }

    private DropOffDriversRow row(List<Integer> ofValue) {
        int column = cells.column(ofValue.get(0));
        int step = factors.stepOf(column);
        long[] total = totals.get(factors.columnOfAll(column));
        long lost = 0;
        long wentOn = 0;
        List<FourfoldTable> strata = new ArrayList<>(ofValue.size());
        // Sums of doubles depend on their order, which must not be that of merging.
        ofValue.sort(Comparator.comparingInt(cells::stratum));
        for (int cell : ofValue) {
            lost += cells.lost(cell);
            wentOn += cells.wentOn(cell);
            strata.add(table(cell));
        }
        return new DropOffDriversRow(
                drivers.plan().rules().name(),
                step,
                drivers.plan().stepName(step),
                factors.name(factors.factorOf(column)),
                drivers.labels().text(cells.value(ofValue.get(0))),
                new Proportion(lost, total[0]),
                new Proportion(wentOn, total[1]),
                DriverTest.of(strata));
    }

    private FourfoldTable table(int cell) {
        int all = cells.find(
                DriverCells.key(factors.columnOfAll(cells.column(cell)), cells.stratum(cell), DriverWalk.EVERYONE));
        return new FourfoldTable(
                cells.lost(cell),
                cells.lost(all) - cells.lost(cell),
                cells.wentOn(cell),
                cells.wentOn(all) - cells.wentOn(cell));
    }
}
