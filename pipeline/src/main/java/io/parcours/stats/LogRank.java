package io.parcours.stats;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Compares the times to an event between groups by the log-rank test: on each day with events, these would fall on the
 * groups in proportion to their units at risk if all groups had one curve.
 *
 * <p>Source: N. Mantel, "Evaluation of survival data and two new rank order statistics arising in its consideration",
 * Cancer Chemotherapy Reports 50 (1966) 163-170; the variance is the hypergeometric one, summed over days. For several
 * groups at once: R. Peto and J. Peto, "Asymptotically efficient rank invariant test procedures", Journal of the Royal
 * Statistical Society A 135 (1972) 185-206.
 */
public final class LogRank {
    /** Of more groups than this there is no test of all at once: covariances grow with the square of their number. */
    public static final int MOST_GROUPS = 1_000;

    private final List<ObservedDays> observed;
    /** Of each group; null where groups are too many to be held by day, and one is made for each look. */
    private final List<RiskSet> groups;

    private final RiskSet everybody;
    private final int[] days;
    private final long[] events;
    /** By day: how many events fall by chance, the variance but for the shares of the groups. */
    private final double[] weights;

    /** Compares these groups; each unit is in one of them. */
    public LogRank(List<ObservedDays> groups) {
        ObservedDays all = new ObservedDays();
        groups.forEach(all::merge);
        TreeMap<Integer, Long> byDay = all.eventsByDay();
        this.observed = List.copyOf(groups);
        this.days = byDay.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.events = byDay.values().stream().mapToLong(Long::longValue).toArray();
        this.everybody = RiskSet.of(all, days);
        this.groups = groups.size() > MOST_GROUPS
                ? null
                : groups.stream().map(group -> RiskSet.of(group, days)).toList();
        this.weights = new double[days.length];
        for (int day = 0; day < days.length; day++) {
            long atRisk = everybody.atRisk(day);
            weights[day] = atRisk == 1 ? 0 : (double) events[day] * (atRisk - events[day]) / (atRisk - 1);
        }
    }

    /** How many events a group, 0 for the first, would have had if all groups had one curve. */
    public double expected(int group) {
        RiskSet one = group(group);
        double expected = 0;
        for (int day = 0; day < one.days(); day++) {
            expected += events[day] * share(one, day);
        }
        return expected;
    }

    /** The test of a group against all others together; nothing where no event could have fallen on either side. */
    public Optional<ChiSquare> ofGroup(int group) {
        double variance = covariance(group, group);
        if (!(variance > 0)) {
            return Optional.empty();
        }
        double excess = excess(group);
        return Optional.of(new ChiSquare(excess * excess / variance, 1));
    }

    /**
     * The test of all groups at once; groups of which nobody was at risk on a day with events are left out. Nothing where
     * fewer than two are left, where everybody has the event on one day, and for more than {@value #MOST_GROUPS} groups.
     */
    public Optional<ChiSquare> ofAll() {
        if (groups == null) {
            return Optional.empty();
        }
        int[] compared = IntStream.range(0, groups.size())
                .filter(group -> groups.get(group).days() > 0)
                .toArray();
        if (compared.length < 2) {
            return Optional.empty();
        }
        // The excesses add up to 0: one tells nothing beside the others. Without the largest group's, no difference of
        // nearly equal numbers is left.
        int largest = IntStream.of(compared)
                .reduce((one, other) ->
                        groups.get(other).atRisk(0) > groups.get(one).atRisk(0) ? other : one)
                .orElseThrow();
        int[] free = IntStream.of(compared).filter(group -> group != largest).toArray();
        double[] excesses = IntStream.of(free).mapToDouble(this::excess).toArray();
        double[][] covariances = new double[free.length][];
        for (int row = 0; row < free.length; row++) {
            int group = free[row];
            covariances[row] = IntStream.of(free)
                    .limit(row + 1L)
                    .mapToDouble(other -> covariance(group, other))
                    .toArray();
        }
        return squaredLength(excesses, covariances).map(length -> new ChiSquare(length, free.length));
    }

    private double excess(int group) {
        return observed.get(group).events() - expected(group);
    }

    private RiskSet group(int group) {
        return groups == null ? RiskSet.of(observed.get(group), days) : groups.get(group);
    }

    private double covariance(int row, int column) {
        RiskSet one = group(row);
        RiskSet other = row == column ? one : group(column);
        double covariance = 0;
        for (int day = 0; day < Math.min(one.days(), other.days()); day++) {
            double share = share(one, day);
            covariance += weights[day] * (row == column ? share * (1 - share) : -share * share(other, day));
        }
        return covariance;
    }

    private double share(RiskSet group, int day) {
        return (double) group.atRisk(day) / everybody.atRisk(day);
    }

    /**
     * The vector's squared length in units of the covariances, of which the lower triangle is given and overwritten, by
     * Cholesky's factors; nothing where they are singular.
     */
    private static Optional<Double> squaredLength(double[] vector, double[][] covariances) {
        double squared = 0;
        for (int row = 0; row < vector.length; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = covariances[row][column];
                for (int k = 0; k < column; k++) {
                    rest -= covariances[row][k] * covariances[column][k];
                }
                if (column < row) {
                    covariances[row][column] = rest / covariances[column][column];
                } else if (rest > 0) {
                    covariances[row][row] = Math.sqrt(rest);
                } else {
                    return Optional.empty();
                }
            }
            for (int k = 0; k < row; k++) {
                vector[row] -= covariances[row][k] * vector[k];
            }
            vector[row] /= covariances[row][row];
            squared += vector[row] * vector[row];
        }
        return Optional.of(squared);
    }
}
