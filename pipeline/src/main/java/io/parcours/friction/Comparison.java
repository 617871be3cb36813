package io.parcours.friction;

import io.parcours.stats.AssociationTest;
import io.parcours.stats.CommonOddsRatio;
import io.parcours.stats.DesignEffect;
import io.parcours.stats.FourfoldTable;
import io.parcours.stats.Interval;
import io.parcours.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Compares an outcome of those who met a friction with that of those who came to its place without it. */
final class Comparison {
    /** Fewer with the friction, or without it, are not tested: one more or less would turn the result. */
    static final int FEWEST_WITH_OR_WITHOUT = 10;
    /** Fewer with the outcome, or with its opposite, are not tested. */
    static final int FEWEST_OUTCOMES = 5;

    private final List<Group> groups;
    private final IntPredicate outcome;
    /** By class of length: those who met the friction, and of them those with the outcome. */
    private final long[] with = new long[LengthClass.COUNT];

    private final long[] withOutcome = new long[LengthClass.COUNT];
    /** Likewise of those without; a customer counts in every class in which he came. */
    private final long[] without = new long[LengthClass.COUNT];

    private final long[] withoutOutcome = new long[LengthClass.COUNT];

    private Comparison(List<Group> groups, IntPredicate outcome) {
        this.groups = groups;
        this.outcome = outcome;
        for (Group group : groups) {
            long successes = outcome.test(group.fate()) ? group.count() : 0;
            if (group.with() >= 0) {
                with[group.with()] += group.count();
                withOutcome[group.with()] += successes;
            }
            for (int i = 0; i < LengthClass.COUNT; i++) {
                if (group.isWithout(i)) {
                    without[i] += group.count();
                    withoutOutcome[i] += successes;
                }
            }
        }
    }

    /**
     * Compares.
     *
     * @param groups all customers who came to the place, in an order of their own: sums of doubles depend on it
     * @param isKnown which fates tell whether the outcome came about
     * @param outcome which of them say that it did
     */
    static Compared of(List<Group> groups, IntPredicate isKnown, IntPredicate outcome) {
        List<Group> known =
                groups.stream().filter(group -> isKnown.test(group.fate())).toList();
        return new Comparison(known, outcome).compared();
    }

    private Compared compared() {
        long met = 0;
        long metOutcome = 0;
        for (int i = 0; i < LengthClass.COUNT; i++) {
            met += isComparable(i) ? with[i] : 0;
            metOutcome += isComparable(i) ? withOutcome[i] : 0;
        }
        if (met == 0) {
            return Compared.NOTHING;
        }
        Proportion rate = new Proportion(metOutcome, met);
        Compared.RateOf ofWith =
                new Compared.RateOf(rate.rate().orElseThrow(), rate.interval().orElseThrow());
        List<FourfoldTable> tables = tables();
        if (!isLargeEnough(tables)) {
            return new Compared(
                    met, customersWithout(), ofWith, without(met), null, null, null, null, Compared.TOO_FEW);
        }
        AssociationTest test = AssociationTest.of(tables).orElseThrow();
        DesignEffect effect = designEffect();
        Optional<CommonOddsRatio> ratio = CommonOddsRatio.of(tables);
        Interval interval = ratio.flatMap(CommonOddsRatio::interval)
                .map(ends -> effect.widened(ratio.orElseThrow().value(), ends))
                .orElse(null);
        return new Compared(
                met,
                customersWithout(),
                ofWith,
                without(met),
                ratio.map(CommonOddsRatio::value).orElse(null),
                interval,
                effect.widened(test.pValue()),
                null,
                test.method().name().toLowerCase(Locale.ROOT));
    }

    private boolean isComparable(int lengthClass) {
        return with[lengthClass] > 0 && without[lengthClass] > 0;
    }

    private long customersWithout() {
        int comparable = 0;
        for (int i = 0; i < LengthClass.COUNT; i++) {
            comparable |= isComparable(i) ? 1 << i : 0;
        }
        long customers = 0;
        for (Group group : groups) {
            customers += (group.without() & comparable) == 0 ? 0 : group.count();
        }
        return customers;
    }

    /**
     * The rate without the friction, had its customers come in the classes of those with it: a weighted mean over
     * customers. Its effective number is 1 / sum of squared weights: L. Kish, "Survey Sampling" (1965), section 11.7.
     */
    private Compared.RateOf without(long met) {
        double rate = 0;
        long opposites = 0;
        double[] weights = new double[LengthClass.COUNT];
        for (int i = 0; i < LengthClass.COUNT; i++) {
            if (isComparable(i)) {
                weights[i] = (double) with[i] / met / without[i];
                rate += (double) with[i] / met * ((double) withoutOutcome[i] / without[i]);
                opposites += without[i] - withoutOutcome[i];
            }
        }
        double squares = 0;
        for (Group group : groups) {
            double weight = sum(group.without(), weights);
            squares += group.count() * weight * weight;
        }
        double sure = opposites == 0 ? 1 : Math.min(1, rate);
        return new Compared.RateOf(sure, Proportion.wilson(sure, 1 / squares));
    }

    private static double sum(int classes, double[] weights) {
        double sum = 0;
        for (int left = classes; left != 0; left &= left - 1) {
            sum += weights[Integer.numberOfTrailingZeros(left)];
        }
        return sum;
    }

    private FourfoldTable table(int i) {
        return new FourfoldTable(
                withOutcome[i], with[i] - withOutcome[i], withoutOutcome[i], without[i] - withoutOutcome[i]);
    }

    private List<FourfoldTable> tables() {
        List<FourfoldTable> tables = new ArrayList<>();
        for (int i = 0; i < LengthClass.COUNT; i++) {
            if (table(i).isInformative()) {
                tables.add(table(i));
            }
        }
        return tables;
    }

    private static boolean isLargeEnough(List<FourfoldTable> tables) {
        long met = tables.stream().mapToLong(FourfoldTable::one).sum();
        long not = tables.stream().mapToLong(FourfoldTable::other).sum();
        long outcomes = tables.stream().mapToLong(FourfoldTable::with).sum();
        long opposites = tables.stream().mapToLong(FourfoldTable::without).sum();
        return Math.min(met, not) >= FEWEST_WITH_OR_WITHOUT && Math.min(outcomes, opposites) >= FEWEST_OUTCOMES;
    }

    /**
     * A customer without the friction counts in several classes, always with one fate, and one who meets it later counts
     * before it too: the variance of the test's statistic over customers, by that over places taken as independent. Both
     * are sums of squared parts of the statistic, of customers and of their places, so that an effect of the friction is in
     * both, and the ratio is 1 where each customer counts once.
     */
    private DesignEffect designEffect() {
        double[] metShares = new double[LengthClass.COUNT];
        double[] outcomeShares = new double[LengthClass.COUNT];
        boolean[] isTelling = new boolean[LengthClass.COUNT];
        for (int i = 0; i < LengthClass.COUNT; i++) {
            FourfoldTable table = table(i);
            isTelling[i] = table.isInformative();
            if (isTelling[i]) {
                metShares[i] = (double) table.one() / table.total();
                outcomeShares[i] = (double) table.with() / table.total();
            }
        }
        double ofCustomers = 0;
        double ofPlaces = 0;
        for (Group group : groups) {
            double own = outcome.test(group.fate()) ? 1 : 0;
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < LengthClass.COUNT; i++) {
                double excess = isTelling[i] ? own - outcomeShares[i] : 0;
                double without = group.isWithout(i) ? -metShares[i] * excess : 0;
                double with = group.with() == i ? (1 - metShares[i]) * excess : 0;
                sum += without + with;
                squares += without * without + with * with;
            }
            ofCustomers += group.count() * (sum * sum);
            ofPlaces += group.count() * squares;
        }
        return DesignEffect.of(ofCustomers, ofPlaces);
    }
}
