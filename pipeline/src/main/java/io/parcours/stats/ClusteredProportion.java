package io.parcours.stats;

import java.io.Serializable;
import java.util.Optional;

/**
 * A proportion whose trials come in clusters, such as the sessions of one customer, which resemble each other. The rate
 * is the plain one; its interval is Wilson's on the effective number of trials.
 *
 * <p>The effective number is {@code trials / design effect}, made smaller where there are few clusters:
 *
 * <ul>
 *   <li>The design effect is the linearised variance of a ratio over clusters, divided by the variance that a simple
 *       random sample of as many trials has, {@code p (1 - p) / (trials - 1)}; never below 1. Clusters of one trial each
 *       have a design effect of 1.
 *   <li>A variance seen on few clusters is itself uncertain: the effective number is multiplied by the squared ratio of
 *       Student's quantiles with {@code trials - 1} and {@code clusters - 1} degrees of freedom.
 *   <li>Where the rate is 0 or 1, or there is one cluster, no variance can be seen. Then the trials of a cluster count as
 *       if they were all alike: the effective number is {@code trials² / sum of squared cluster sizes}, which is the
 *       number of clusters where all have one size.
 * </ul>
 *
 * <p>With one trial a cluster the interval is Wilson's plain one.
 *
 * <p>Sources: W. G. Cochran, "Sampling Techniques", 3rd ed. (1977), section 3.12 (proportions in cluster sampling); L.
 * Kish, "Survey Sampling" (1965), section 8.2 (design effect); E. L. Korn and B. I. Graubard, "Confidence intervals for
 * proportions with small expected number of positive counts estimated from survey data", Survey Methodology 24 (1998)
 * 193-201 (effective sample size with the correction for degrees of freedom); C. Franco, R. J. A. Little, T. A. Louis and
 * E. V. Slud, "Comparative study of confidence intervals for proportions in complex sample surveys", Journal of Survey
 * Statistics and Methodology 7 (2019) 334-364 (Wilson's interval on it).
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

    /**
     * The same successes as a part of all the trials of a whole. Here only clusters with successes need have been added,
     * each with all the trials that it has in the whole.
     *
     * @param whole every cluster with trials, whatever its successes
     */
    public ClusteredProportion partOf(ClusteredProportion whole) {
        ClusteredProportion part = new ClusteredProportion();
        part.clusters = whole.clusters;
        part.trials = whole.trials;
        part.trialsSquared = whole.trialsSquared;
        part.successes = successes;
        part.successesSquared = successesSquared;
        part.product = product;
        return part;
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

    /** The number of independent trials that would be as informative; 0 without trials, otherwise 1 to trials. */
    public double effectiveTrials() {
        if (trials == 0) {
            return 0;
        }
        if (clusters == 1 || successes == 0 || successes == trials) {
            return (double) trials * trials / trialsSquared;
        }
        double ratio = StudentQuantile.of(trials - 1) / StudentQuantile.of(clusters - 1);
        return Math.max(1, trials / designEffect() * ratio * ratio);
    }

    private double designEffect() {
        double rate = (double) successes / trials;
        double residual = successesSquared - 2 * rate * product + rate * rate * trialsSquared;
        double variance = residual * clusters / (clusters - 1.0) / ((double) trials * trials);
        return Math.max(1, variance / (rate * (1 - rate) / (trials - 1.0)));
    }

    /** The widened 95 % interval, or nothing where there are no trials. */
    public Optional<Interval> interval() {
        return rate().map(rate -> Proportion.wilson(rate, effectiveTrials()));
    }
}
