package io.parcours.buying;

import io.parcours.stats.Maximum;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Fits a buying model to groups of customers by maximum likelihood. */
public final class BuyingFits {
    /** Pareto/NBD is there to check the others; more groups would take longer than a check is worth. */
    static final int MOST_GROUPS_OF_PARETO = 20_000;
    /** How often it may look at a group: three or four microseconds each. */
    private static final double MOST_PARETO_TERMS = 3e6;

    /** r, a and b at the starts; alpha follows from r and the mean rate of purchases. */
    private static final List<double[]> DROPOUT_STARTS = List.of(
            new double[] {0.5, 1, 2.5}, new double[] {2, 0.5, 5}, new double[] {0.2, 2, 2}, new double[] {5, 3, 3});
    /** r, s, and beta as a part of the mean age. */
    private static final List<double[]> PARETO_STARTS = List.of(
            new double[] {0.5, 0.5, 0.5}, new double[] {2, 0.5, 1}, new double[] {0.3, 2, 2}, new double[] {3, 1, 0.2});

    private BuyingFits() {}

    /**
     * The most likely model of a kind, or why there is none. Where a and b of a dropout model grow without bound it is their
     * limit, in which all leave with one probability; then this probability is told in their place. It comes to an end whatever the groups are.
     *
     * @param daysPerPeriod above 0
     */
    public static ModelFit<BuyingModel> fit(BuyingKind kind, PurchaseGroups groups, double daysPerPeriod) {
        Positive.check(daysPerPeriod);
        FitSearch search = new FitSearch(kind.text(), kind.parameters(), groups.customers(), groups.size());
        Optional<String> problem = problem(kind, groups);
        if (problem.isPresent()) {
            return search.failed(problem.get());
        }
        SortedGroups sorted = groups.sorted();
        double purchases = 0;
        double exposure = 0;
        for (int group = 0; group < sorted.size(); group++) {
            purchases += (double) sorted.customers(group) * sorted.x(group);
            exposure += sorted.customers(group) * (sorted.age(group) / daysPerPeriod);
        }
        if (purchases == 0) {
            return search.failed("nobody was active on a second day");
        }
        if (exposure == 0) {
            return search.failed("no time has passed since anybody's first day");
        }
        List<double[]> starts = starts(kind, exposure / purchases, exposure / groups.customers());
        if (kind == BuyingKind.PARETO_NBD) {
            FitSearch bounded = search.within(MOST_PARETO_TERMS / sorted.size());
            return bounded.from(new ParetoLikelihood(sorted, daysPerPeriod), starts, model(kind));
        }
        int shift = kind == BuyingKind.MBG_NBD ? 1 : 0;
        return dropout(search, new DropoutLikelihood(sorted, daysPerPeriod, shift), starts, model(kind));
    }

    /** Where a and b grow without bound all customers leave with one probability, and that is the most likely model. */
    private static ModelFit<BuyingModel> dropout(
            FitSearch search,
            DropoutLikelihood likelihood,
            List<double[]> starts,
            Function<double[], BuyingModel> model) {
        Maximum end = search.find(likelihood, starts);
        if (end.isProven() || !end.isGrowing(DropoutLikelihood.A) || !end.isGrowing(DropoutLikelihood.B)) {
            return search.endingAt(end, model);
        }
        List<double[]> ofOdds = starts.stream()
                .map(start -> new double[] {start[0], start[1], start[2] / start[3]})
                .toList();
        Maximum limit = search.find(new EqualLeaving(likelihood), ofOdds);
        if (!limit.isProven()) {
            return search.endingAt(end, model);
        }
        double odds = limit.number(EqualLeaving.ODDS);
        return search.found(
                limit,
                List.of(
                        estimate("r", limit, DropoutLikelihood.R),
                        estimate("alpha", limit, DropoutLikelihood.ALPHA),
                        new ParameterEstimate(
                                ParameterEstimate.EQUAL_LEAVING,
                                EqualLeaving.probability(odds),
                                limit.standardError(EqualLeaving.ODDS) / ((1 + odds) * (1 + odds)))),
                model.apply(EqualLeaving.parameters(limit.point())));
    }

    private static ParameterEstimate estimate(String name, Maximum end, int number) {
        return new ParameterEstimate(name, end.number(number), end.standardError(number));
    }

    private static Optional<String> problem(BuyingKind kind, PurchaseGroups groups) {
        if (groups.customers() == 0) {
            return Optional.of("there are no customers");
        }
        if (groups.size() == 1) {
            return Optional.of(groups.customers() == 1 ? "there is only one customer" : "all customers are alike");
        }
        if (kind == BuyingKind.PARETO_NBD && groups.size() > MOST_GROUPS_OF_PARETO) {
            return Optional.of("not fitted: it is a check, and made for up to 20,000 distinct groups of customers");
        }
        return Optional.empty();
    }

    private static Function<double[], BuyingModel> model(BuyingKind kind) {
        return switch (kind) {
            case BG_NBD -> point -> new BgNbd(point[0], point[1], point[2], point[3]);
            case MBG_NBD -> point -> new MbgNbd(point[0], point[1], point[2], point[3]);
            case PARETO_NBD -> point -> new ParetoNbd(point[0], point[1], point[2], point[3]);
        };
    }

    private static List<double[]> starts(BuyingKind kind, double periodsPerPurchase, double meanAge) {
        return kind == BuyingKind.PARETO_NBD
                ? PARETO_STARTS.stream()
                        .map(start ->
                                new double[] {start[0], start[0] * periodsPerPurchase, start[1], start[2] * meanAge})
                        .toList()
                : DROPOUT_STARTS.stream()
                        .map(start -> new double[] {start[0], start[0] * periodsPerPurchase, start[1], start[2]})
                        .toList();
    }
}
