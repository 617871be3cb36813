package io.parcours.buying;

import java.util.List;
import org.apache.commons.math3.util.FastMath;

/** Fits {@link GammaGamma} to groups of customers by maximum likelihood. */
public final class GammaGammaFits {
    private static final List<String> PARAMETERS = List.of("p", "q", "v");
    /** p and q at the starts; v follows from them and the mean. */
    private static final List<double[]> STARTS =
            List.of(new double[] {4, 4}, new double[] {1, 2}, new double[] {20, 3}, new double[] {2, 12});

    private GammaGammaFits() {}

    /** The most likely model, or why there is none. It comes to an end whatever the groups are. */
    public static ModelFit<GammaGamma> fit(MoneyGroups groups) {
        FitSearch search = new FitSearch(GammaGamma.NAME, PARAMETERS, groups.customers(), groups.size());
        if (groups.customers() == 0) {
            return search.failed(
                    groups.customersWithoutValue() == 0
                            ? "nobody was active on a second day"
                            : "nobody active on a second day has a value above 0");
        }
        if (groups.size() == 1) {
            return search.failed(
                    groups.customers() == 1
                            ? "only one customer was active on a second day"
                            : "all customers are alike");
        }
        SortedMoney sorted = groups.sorted();
        MoneyLikelihood likelihood = new MoneyLikelihood(sorted);
        // The geometric mean, which one enormous value does not carry away.
        double mean = FastMath.exp(likelihood.logMeans() / groups.customers());
        List<double[]> starts = STARTS.stream()
                .map(start -> new double[] {start[0], start[1], mean * (start[1] - 1) / start[0]})
                .toList();
        return search.from(likelihood, starts, point -> new GammaGamma(point[0], point[1], point[2]));
    }
}
