package io.parcours.buying;

import org.apache.commons.math3.util.FastMath;

/** {@code ln(scale + t)} and {@code 1 / (scale + t)} for the distinct days t of a log, in periods. */
final class DayLogarithms {
    private final double[] logarithms;
    private final double[] inverses;

    DayLogarithms(double scale, DistinctNumbers days, double daysPerPeriod) {
        logarithms = new double[days.size()];
        inverses = new double[days.size()];
        for (int i = 0; i < days.size(); i++) {
            double sum = scale + days.number(i) / daysPerPeriod;
            logarithms[i] = FastMath.log(sum);
            inverses[i] = 1 / sum;
        }
    }

    double logarithm(int index) {
        return logarithms[index];
    }

    double inverse(int index) {
        return inverses[index];
    }
}
