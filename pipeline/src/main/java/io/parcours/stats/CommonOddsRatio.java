package io.parcours.stats;

import java.util.List;
import java.util.Optional;

/**
 * How much higher the odds of having a mark are in the one group than in the other, pooled over strata, with its 95 %
 * interval.
 *
 * <p>Sources: N. Mantel and W. Haenszel, "Statistical aspects of the analysis of data from retrospective studies of
 * disease", Journal of the National Cancer Institute 22 (1959) 719-748 (the ratio); J. Robins, N. Breslow and S. Greenland,
 * "Estimators of the Mantel-Haenszel variance consistent in both sparse data and large-strata limiting models", Biometrics
 * 42 (1986) 311-323 (the variance of its logarithm).
 *
 * @param value 0 or more; 1 where there is no difference
 * @param interval the interval; nothing where the ratio is 0, for the logarithm has no variance there
 */
public record CommonOddsRatio(double value, Optional<Interval> interval) {

    /** The ratio over these strata, or nothing where it is infinite or no stratum tells anything. */
    public static Optional<CommonOddsRatio> of(List<FourfoldTable> strata) {
        Sums sums = new Sums();
        strata.stream().filter(FourfoldTable::isInformative).forEach(sums::add);
        if (sums.against == 0) {
            return Optional.empty();
        }
        double value = sums.favour / sums.against;
        return Optional.of(new CommonOddsRatio(
                value, sums.favour == 0 ? Optional.empty() : Optional.of(interval(value, sums.variance()))));
    }

    private static Interval interval(double value, double variance) {
        double half = Proportion.Z * Math.sqrt(variance);
        return new Interval(value * Math.exp(-half), value * Math.exp(half));
    }

    /** The sums of Robins, Breslow and Greenland: R, S, PR, PS + QR, QS in their letters. */
    private static final class Sums {
        private double favour;
        private double against;
        private double favourAgreeing;
        private double mixed;
        private double againstDiffering;

        private void add(FourfoldTable table) {
            double total = table.total();
            double agreeing = (table.oneWith() + table.otherWithout()) / total;
            double differing = (table.oneWithout() + table.otherWith()) / total;
            double forIt = (double) table.oneWith() * table.otherWithout() / total;
            double againstIt = (double) table.oneWithout() * table.otherWith() / total;
            favour += forIt;
            against += againstIt;
            favourAgreeing += agreeing * forIt;
            mixed += agreeing * againstIt + differing * forIt;
            againstDiffering += differing * againstIt;
        }

        private double variance() {
            return favourAgreeing / (2 * favour * favour)
                    + mixed / (2 * favour * against)
                    + againstDiffering / (2 * against * against);
        }
    }
}
