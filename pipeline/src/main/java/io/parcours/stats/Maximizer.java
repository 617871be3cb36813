package io.parcours.stats;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/**
 * Finds where a smooth function of a few positive numbers is greatest, from several starts. It always comes to an end,
 * always to the same one, and says whether it is a maximum: {@link Maximum#isProven}.
 */
public final class Maximizer {
    private Maximizer() {}

    /**
     * The greatest maximum that the starts lead to. The numbers may move away from those of the first start by a factor
     * of nine million.
     *
     * @param starts at least one; positive numbers
     * @param mostSteps how many steps, each of which looks at the function once, all ways together may take
     */
    public static Maximum find(PositiveFunction function, List<double[]> starts, int mostSteps) {
        double[] centre = logarithms(starts.get(0));
        List<NewtonAscent> ascents = new ArrayList<>();
        NewtonAscent best = null;
        int steps = mostSteps;
        for (double[] start : starts) {
            NewtonAscent ascent = NewtonAscent.from(function, centre, logarithms(start), steps);
            steps -= ascent.steps();
            ascents.add(ascent);
            if (best == null || isHigher(ascent, best)) {
                best = ascent;
            }
        }
        return Maximum.of(best, ascents);
    }

    private static boolean isHigher(NewtonAscent one, NewtonAscent other) {
        double value = one.expansion().isFinite() ? one.expansion().value() : Double.NEGATIVE_INFINITY;
        double than = other.expansion().isFinite() ? other.expansion().value() : Double.NEGATIVE_INFINITY;
        // Of starts that agree but for rounding, the one that is at rest tells more.
        double noise = 1e-11 * Math.abs(than);
        return value > than + noise || value >= than - noise && one.isAtMaximum() && !other.isAtMaximum();
    }

    private static double[] logarithms(double[] point) {
        double[] logarithms = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            logarithms[i] = FastMath.log(point[i]);
        }
        return logarithms;
    }
}
