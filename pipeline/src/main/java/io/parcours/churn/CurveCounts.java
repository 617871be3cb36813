package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.touchpoint.Labels;
import java.util.EnumMap;
import java.util.Map;

/** For how many days customers went on until each curve's event, or have gone on without it. */
public final class CurveCounts implements Counts<CurveCounts> {
    private static final long serialVersionUID = 1L;

    private final CurvePlan plan;
    private final AsOf asOf;
    private final Map<ChurnCurve, CurveGroups> curves = new EnumMap<>(ChurnCurve.class);
    private transient CurveReader reader;

    CurveCounts(CurvePlan plan, AsOf asOf) {
        this.plan = plan;
        this.asOf = asOf;
        plan.curves()
                .forEach(curve ->
                        curves.put(curve, new CurveGroups(plan.columns().size())));
    }

    @Override
    public void add(CustomerHistory history) {
        if (reader == null) {
            reader = new CurveReader(plan, asOf);
        }
        reader.read(history);
        String[] values = values(history, reader.firstActivity());
        curves.forEach((curve, groups) -> {
            if (reader.find(curve)) {
                groups.add(reader, values);
            }
        });
    }

    private String[] values(CustomerHistory history, int touchpoint) {
        String[] values = new String[plan.columns().size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = Labels.orNone(
                    touchpoint < 0 ? null : plan.columns().get(column).value(history, touchpoint));
        }
        return values;
    }

    @Override
    public void merge(CurveCounts other) {
        curves.forEach((curve, groups) -> groups.merge(other.curves.get(curve)));
    }

    CurvePlan plan() {
        return plan;
    }

    /** The curves in the order of the table. */
    Map<ChurnCurve, CurveGroups> curves() {
        return curves;
    }
}
