package io.parcours.stats;

import java.io.Serializable;
import java.util.Optional;

/**
 * A proportion whose trials come in clusters, such as the sessions of one customer, which resemble each other. The rate
 * is the plain one; its interval is Wilson's on the effective number of trials, {@code trials / design effect}.
 *
 * <p>The design effect is the linearised variance of the ratio estimator over clusters divided by the binomial
 * variance, never below 1. Where the rate is 0 or 1, or there is one cluster, no variance can be seen, and the effective
 * number is the number of clusters.
 *
 * <p>Sources: W. G. Cochran, "Sampling Techniques", 3rd ed. (1977), section 3.12 (proportions in cluster sampling);
 * E. L. Korn and B. I. Graubard, "Confidence intervals for proportions with small expected number of positive counts
 * estimated from survey data", Survey Methodology 24 (1998) 193-201 (effective sample size in an interval).
 *
 * <p>Mergeable: only sums are kept.
 */
public final class ClusteredProportion implements Serializable {
    private static final long serialVersionUID = 1L;

    private long clusters;
    private long successes;
    private long trials;
    private double successesSquared;
    private double trialsSquared;
    private double product;

    /** Takes in one cluster; one without trials changes nothing. */
    public void add(long clusterSuccesses, long clusterTrials) {
        if (clusterSuccesses < 0 || clusterTrials < clusterSuccesses) {
            throw new IllegalArgumentException("no proportion: " + clusterSuccesses + " of " + clusterTrials);
        }
        if (clusterTrials == 0) {
            return;
        }
        clusters++;
        successes += clusterSuccesses;
        trials += clusterTrials;
        // Sums of whole numbers: exact in doubles far beyond any log, so the merge order cannot show.
        successesSquared += (double) clusterSuccesses * clusterSuccesses;
        trialsSquared += (double) clusterTrials * clusterTrials;
        product += (double) clusterSuccesses * clusterTrials;
    }

    /** Takes in the clusters counted elsewhere. */
    public void merge(ClusteredProportion other) {
        clusters += other.clusters;
        successes += other.successes;
        trials += other.trials;
        successesSquared += other.successesSquared;
        trialsSquared += other.trialsSquared;
        product += other.product;
    }

    public long successes() {
        return successes;
    }

    public long trials() {
        return trials;
    }

    public long clusters() {
        return clusters;
    }

    /** The rate, or nothing where there are no trials. */
    public Optional<Double> rate() {
        return new Proportion(successes, trials).rate();
    }

    /** Trials divided by the design effect; 0 without trials. */
    public double effectiveTrials() {
        if (trials == 0) {
            return 0;
        }
        if (clusters == 1 || successes == 0 || successes == trials) {
            return clusters;
        }
        double rate = (double) successes / trials;
        double residual = successesSquared - 2 * rate * product + rate * rate * trialsSquared;
        double variance = residual * clusters / (clusters - 1.0) / ((double) trials * trials);
        double designEffect = Math.max(1, variance / (rate * (1 - rate) / trials));
        return trials / designEffect;
    }

    /** The widened 95 % interval, or nothing where there are no trials. */
    public Optional<Interval> interval() {
        return rate().map(rate -> Proportion.wilson(rate, effectiveTrials()));
    }
}
