package io.parcours.churn;

import io.parcours.journey.TouchpointColumn;
import java.io.Serializable;
import java.util.List;

/**
 * What curves are drawn of, in numbers of the condition index.
 *
 * @param activity the condition of activity
 * @param conversion the condition of a conversion
 * @param ends the condition of what ends a subscription, {@link #NOTHING} where nothing does
 * @param longSilence a silence of more than so many microseconds is long
 * @param inactiveDays as many whole days, rounded up
 * @param columns by which curves are drawn apart
 */
record CurvePlan(
        int activity, int conversion, int ends, long longSilence, int inactiveDays, List<TouchpointColumn> columns)
        implements Serializable {
    static final int NOTHING = -1;

    CurvePlan {
        columns = List.copyOf(columns);
    }

    /** The curves that are drawn, in the order of the table. */
    List<ChurnCurve> curves() {
        return ends == NOTHING
                ? List.of(ChurnCurve.SECOND_CONVERSION, ChurnCurve.INACTIVITY)
                : List.of(ChurnCurve.values());
    }
}
