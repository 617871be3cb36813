package io.parcours.stats;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.special.Erf;

/**
 * Whether a mark goes with one of two groups, within strata: how likely a difference at least as large would be if in
 * each stratum the mark were dealt out at random.
 *
 * <p>Where the count of the one group with the mark, summed over strata, has a variance below
 * {@value #EXACT_BELOW_VARIANCE}, its exact distribution is used, both sides by Fisher's rule; with one stratum that is
 * Fisher's exact test. Above, its standard deviation is at least 10, and the chi-square approximation with continuity
 * correction is as good as exact.
 *
 * <p>Sources: R. A. Fisher, "The Design of Experiments" (1935), chapter 2; A. Agresti, "Categorical Data Analysis", 2nd
 * ed. (2002), 3.5.1 and 6.7.2 (the exact tests); W. G. Cochran, "Some methods for strengthening the common chi-square
 * tests", Biometrics 10 (1954) 417-451, and N. Mantel and W. Haenszel, Journal of the National Cancer Institute 22 (1959)
 * 719-748 (the chi-square).
 *
 * @param pValue between 0 and 1
 * @param method which test it is of
 * @param strata how many strata tell anything
 */
public record AssociationTest(double pValue, Method method, int strata) {

    /** Below this variance the exact distribution is used. */
    public static final double EXACT_BELOW_VARIANCE = 100;

    private static final double CONTINUITY = 0.5;

    /** A way to test. */
    public enum Method {
        /** Fisher's exact test; one stratum. */
        FISHER_EXACT,
        /** Its like over several strata. */
        EXACT_STRATIFIED,
        /** Cochran's, Mantel's and Haenszel's chi-square with continuity correction, one or several strata. */
        CMH_CHI_SQUARE
    }

    /** The test over these strata, or nothing where none of them tells anything. */
    public static Optional<AssociationTest> of(List<FourfoldTable> strata) {
        List<FourfoldTable> telling =
                strata.stream().filter(FourfoldTable::isInformative).toList();
        if (telling.isEmpty()) {
            return Optional.empty();
        }
        double variance = telling.stream().mapToDouble(FourfoldTable::variance).sum();
        boolean isExact = variance < EXACT_BELOW_VARIANCE;
        Method exact = telling.size() == 1 ? Method.FISHER_EXACT : Method.EXACT_STRATIFIED;
        return Optional.of(new AssociationTest(
                isExact ? exact(telling) : chiSquare(telling, variance),
                isExact ? exact : Method.CMH_CHI_SQUARE,
                telling.size()));
    }

    static double exact(List<FourfoldTable> strata) {
        long count = strata.stream().mapToLong(FourfoldTable::oneWith).sum();
        return HypergeometricSum.of(strata).probabilityOfNoLikelierThan(count);
    }

    static double chiSquare(List<FourfoldTable> strata, double variance) {
        double excess = strata.stream()
                .mapToDouble(stratum -> stratum.oneWith() - stratum.expected())
                .sum();
        double distance = Math.max(0, Math.abs(excess) - CONTINUITY) / Math.sqrt(variance);
        return Erf.erfc(distance / Math.sqrt(2));
    }
}
