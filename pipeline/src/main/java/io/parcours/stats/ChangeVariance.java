package io.parcours.stats;

/**
 * The variances of the parts of a change by the delta method: the units of a period are a sample of independent units
 * from the cells (value, last step), so shares vary as multinomial ones do, and a rate with base n as
 * {@code p (1 - p) / n}, the rates of different values and steps being uncorrelated; each enters with the square of the
 * part's derivative. A number that the other period lends counts with the derivatives of both.
 *
 * <p>For {@code p} no plain rates are taken, which would call a rate of 0 or 1 on few units certain: a value's rate is
 * drawn towards that of all values by two more units, and all rates away from 0 and 1 by one more success and failure, in
 * the manner of A. Agresti and B. Caffo, "Simple and effective confidence intervals for proportions and differences of
 * proportions result from adding two successes and two failures", The American Statistician 54 (2000) 280-288. A share
 * is likewise drawn towards that of both periods by two units.
 */
final class ChangeVariance {
    private static final double PRIOR_UNITS = 2;

    private final ComparedCounts counts;
    private final int factors;
    private final ChangeFactors values;
    private final DiagonalIntegral integral;
    /** By period, factor and part (the whole as the last one): the derivative, of one value. */
    private final double[][][] slopes;
    /** By period and part: the mean of the derivatives by shares, and of their squares. */
    private final double[][] mean;

    private final double[][] meanSquare;
    private final double[] variances;

    private ChangeVariance(ComparedCounts counts) {
        this.counts = counts;
        factors = counts.steps();
        values = new ChangeFactors(counts);
        integral = new DiagonalIntegral(factors);
        slopes = new double[2][factors][factors + 1];
        mean = new double[2][factors + 1];
        meanSquare = new double[2][factors + 1];
        variances = new double[factors + 1];
    }

    /** By part as in {@link ChangeParts}, and behind them the whole. */
    static double[] of(ComparedCounts counts) {
        ChangeVariance variance = new ChangeVariance(counts);
        for (int value = 0; value < counts.values(); value++) {
            variance.add(value);
        }
        variance.addShares();
        return variance.variances;
    }

    private void add(int value) {
        values.read(value);
        integral.integrateForDerivatives(values.before(), values.after());
        differentiate();
        lend();
        for (int period = 0; period < 2; period++) {
            double share = share(period, value);
            for (int part = 0; part <= factors; part++) {
                double slope = slopes[period][0][part];
                mean[period][part] += share * slope;
                meanSquare[period][part] += share * slope * slope;
            }
            for (int factor = 1; factor < factors; factor++) {
                if (values.hasBase(period, factor)) {
                    addRate(period, factor, rateVariance(period, factor, value));
                }
            }
        }
    }

    private void addRate(int period, int factor, double variance) {
        for (int part = 0; part <= factors; part++) {
            double slope = slopes[period][factor][part];
            variances[part] += slope * slope * variance;
        }
    }

    private void differentiate() {
        for (int period = 0; period < 2; period++) {
            for (int factor = 0; factor < factors; factor++) {
                double[] row = slopes[period][factor];
                row[factors] = 0;
                for (int part = 0; part < factors; part++) {
                    row[part] = slope(period, factor, part);
                    row[factors] += row[part];
                }
            }
        }
    }

    private double slope(int period, int factor, int part) {
        if (factor == part) {
            return (period == 0 ? -1 : 1) * integral.withoutOne(part);
        }
        return values.change(part) * integral.withoutTwo(period, part, factor);
    }

    private void lend() {
        for (int factor = 1; factor < factors; factor++) {
            if (values.hasBase(0, factor) != values.hasBase(1, factor)) {
                int lender = values.hasBase(0, factor) ? 0 : 1;
                for (int part = 0; part <= factors; part++) {
                    slopes[lender][factor][part] += slopes[1 - lender][factor][part];
                }
            }
        }
    }

    private double share(int period, int value) {
        double ofBoth =
                (double) (counts.before().reached(value, 1) + counts.after().reached(value, 1))
                        / (counts.before().entered() + counts.after().entered());
        LastStepCounts units = counts.period(period);
        return (units.reached(value, 1) + PRIOR_UNITS * ofBoth) / (units.entered() + PRIOR_UNITS);
    }

    private double rateVariance(int period, int factor, int value) {
        LastStepCounts units = counts.period(period);
        double base = units.reached(value, factor);
        double part = base / units.reached(factor);
        double ofAll = (units.reached(factor + 1) + 1.0) / (units.reached(factor) + 2.0);
        double rate = (units.reached(value, factor + 1) + PRIOR_UNITS * ofAll + part) / (base + PRIOR_UNITS + 2 * part);
        return rate * (1 - rate) / base;
    }

    private void addShares() {
        for (int period = 0; period < 2; period++) {
            for (int part = 0; part <= factors; part++) {
                double spread = meanSquare[period][part] - mean[period][part] * mean[period][part];
                variances[part] += Math.max(0, spread) / counts.period(period).entered();
            }
        }
    }
}
