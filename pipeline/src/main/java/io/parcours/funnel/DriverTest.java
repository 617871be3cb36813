package io.parcours.funnel;

import io.parcours.stats.AssociationTest;
import io.parcours.stats.CommonOddsRatio;
import io.parcours.stats.FourfoldTable;
import io.parcours.stats.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The test of one value of a factor at a step.
 *
 * @param strata how many strata have both the lost and those who went on, and units with and without the value
 * @param oddsRatio the pooled ratio of the odds of having the value, lost over went on; null where not tested, or infinite
 * @param oddsRatioLow the interval's lower end; null where there is none
 * @param oddsRatioHigh the interval's upper end; likewise
 * @param pValue null where not tested
 * @param qValue null where not tested
 * @param test which test; null where not tested
 */
public record DriverTest(
        int strata,
        Double oddsRatio,
        Double oddsRatioLow,
        Double oddsRatioHigh,
        Double pValue,
        Double qValue,
        String test) {

    /** Fewer units with the value, or without it, are not tested: one unit more or less would turn the result. */
    public static final int FEWEST_WITH_OR_WITHOUT = 10;
    /** Fewer lost, or fewer who went on, are not tested. */
    public static final int FEWEST_LOST_OR_GONE_ON = 5;

    static DriverTest of(List<FourfoldTable> strata) {
        List<FourfoldTable> telling =
                strata.stream().filter(FourfoldTable::isInformative).toList();
        return isLargeEnough(telling) ? tested(telling) : untested(telling.size());
    }

    private static boolean isLargeEnough(List<FourfoldTable> strata) {
        long with = 0;
        long without = 0;
        long lost = 0;
        long goneOn = 0;
        for (FourfoldTable stratum : strata) {
            with += stratum.with();
            without += stratum.without();
            lost += stratum.one();
            goneOn += stratum.other();
        }
        return Math.min(with, without) >= FEWEST_WITH_OR_WITHOUT && Math.min(lost, goneOn) >= FEWEST_LOST_OR_GONE_ON;
    }

    private static DriverTest untested(int strata) {
        return new DriverTest(strata, null, null, null, null, null, null);
    }

    private static DriverTest tested(List<FourfoldTable> strata) {
        AssociationTest test = AssociationTest.of(strata).orElseThrow();
        Optional<CommonOddsRatio> ratio = CommonOddsRatio.of(strata);
        Optional<Interval> interval = ratio.flatMap(CommonOddsRatio::interval);
        return new DriverTest(
                strata.size(),
                ratio.map(CommonOddsRatio::value).orElse(null),
                interval.map(Interval::low).orElse(null),
                interval.map(Interval::high).orElse(null),
                test.pValue(),
                null,
                test.method().name().toLowerCase(Locale.ROOT));
    }

    boolean isTested() {
        return pValue != null;
    }

    DriverTest withQValue(double newQValue) {
        return new DriverTest(strata, oddsRatio, oddsRatioLow, oddsRatioHigh, pValue, newQValue, test);
    }
}
