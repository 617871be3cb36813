package io.parcours.stats;

import java.io.Serializable;

/**
 * How features are brought to one scale: less their mean, in units of their standard deviation, or of a larger unit where
 * a value would otherwise lie more than {@value #MOST_UNITS} units from the mean. What was never seen while learning
 * counts as the nearest value that was.
 */
public final class FeatureScale implements Serializable {
    private static final long serialVersionUID = 1L;

    /** No scaled feature lies further from 0. */
    static final double MOST_UNITS = 128;

    private final double[] means;
    private final double[] units;
    private final double[] least;
    private final double[] greatest;

    /** The scale of these cases, of which there must be some. */
    public FeatureScale(FeatureMoments moments) {
        int features = moments.features();
        means = new double[features];
        units = new double[features];
        least = new double[features];
        greatest = new double[features];
        for (int i = 0; i < features; i++) {
            means[i] = moments.mean(i);
            least[i] = moments.least(i);
            greatest[i] = moments.greatest(i);
            double furthest = Math.max(greatest[i] - means[i], means[i] - least[i]);
            units[i] = Math.max(moments.deviation(i), furthest / MOST_UNITS);
        }
    }

    int features() {
        return means.length;
    }

    /** The unit of a feature; 0 where it is the same for all. */
    double unit(int feature) {
        return units[feature];
    }

    /** A feature on the scale; 0 where it is the same for all. */
    double scaled(int feature, double value) {
        double seen = Math.min(Math.max(value, least[feature]), greatest[feature]);
        double far = units[feature] > 0 ? (seen - means[feature]) / units[feature] : 0;
        return Math.min(Math.max(far, -MOST_UNITS), MOST_UNITS);
    }
}
