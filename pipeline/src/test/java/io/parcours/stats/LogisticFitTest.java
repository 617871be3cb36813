package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.parcours.stats.LogisticModel.Effect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticFitTest {

    /** A case. */
    private record Case(double[] features, boolean isHit) {}

    @Test
    void theFailuresOfRingsInTheColdAreThePublishedOnes() {
        // Temperatures (F) of 23 flights, and whether an O-ring was in distress. Logit: 15.0429 - 0.2322 t, standard
        // errors 7.3786 and 0.1082 (S. R. Dalal, E. B. Fowlkes and B. Hoadley, JASA 84 (1989) 945-957, table 1; the fit
        // is that of many textbooks). Each flight counts many times, so that the penalty has no weight.
        int[] temperatures = {66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58
        };
        int[] distress = {0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1};
        int times = 4_000;
        List<Case> cases = new ArrayList<>();
        for (int copy = 0; copy < times; copy++) {
            for (int i = 0; i < temperatures.length; i++) {
                cases.add(new Case(new double[] {temperatures[i] - 60}, distress[i] == 1));
            }
        }
        LogisticModel model = fit(cases).model().orElseThrow();
        Effect slope = model.effect(0).orElseThrow();
        assertThat(slope.estimate()).isCloseTo(-0.2322, within(8e-5));
        assertThat(slope.standardError() * Math.sqrt(times)).isCloseTo(0.1082, within(5e-5));
        assertThat(model.logOdds(new double[] {0})).isCloseTo(15.0429 - 60 * 0.23216, within(5e-4));
    }

    @Test
    void itIsWhatPlainNewtonStepsFind() {
        for (int seed = 0; seed < 20; seed++) {
            List<Case> cases = simulated(seed, 300 + 200 * seed, new double[] {-1, 0.8, -0.5, 0.2, 0});
            LogisticFit fit = fit(cases);
            LogisticModel model = fit.model().orElseThrow();
            PlainLogistic plain = new PlainLogistic(
                    cases.stream().map(Case::features).toList(),
                    cases.stream().map(Case::isHit).toList());
            for (int feature = 0; feature < 4; feature++) {
                Effect effect = model.effect(feature).orElseThrow();
                assertThat(effect.estimate()).isCloseTo(plain.coefficient(feature), within(1e-5));
                assertThat(effect.standardError()).isCloseTo(plain.standardError(feature), within(1e-5));
            }
            assertThat(model.intercept().estimate()).isCloseTo(plain.intercept(), within(1e-5));
            assertThat(fit.loss()).isCloseTo(plain.loss(), within(1e-4));
            assertThat(fit.looks()).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void sumsAreTheSameToTheLastBitHoweverCasesAreDealtOutAndOrdered() {
        Random random = new Random(5);
        List<Case> cases = simulated(3, 20_000, new double[] {0.3, 1, -1, 0.5});
        LogisticFit expected = fit(cases);
        for (int round = 0; round < 3; round++) {
            Collections.shuffle(cases, random);
            int parts = 1 + random.nextInt(7);
            FeatureMoments moments = new FeatureMoments(3);
            for (int part = 0; part < parts; part++) {
                FeatureMoments some = new FeatureMoments(3);
                for (int i = part; i < cases.size(); i += parts) {
                    some.add(cases.get(i).features(), cases.get(i).isHit());
                }
                moments.merge(some);
            }
            LogisticFit fit = new LogisticFit(moments);
            while (!fit.isDone()) {
                LogisticSums sums = fit.next();
                for (int part = 0; part < parts; part++) {
                    LogisticSums some = fit.next();
                    for (int i = part; i < cases.size(); i += parts) {
                        some.add(cases.get(i).features(), cases.get(i).isHit());
                    }
                    sums.merge(some);
                }
                fit.take(sums);
            }
            assertThat(bits(fit)).isEqualTo(bits(expected));
        }
    }

    private static List<Double> bits(LogisticFit fit) {
        LogisticModel model = fit.model().orElseThrow();
        List<Double> bits = new ArrayList<>(List.of(model.intercept().estimate(), fit.loss()));
        for (int feature = 0; feature < 3; feature++) {
            Effect effect = model.effect(feature).orElseThrow();
            bits.addAll(List.of(effect.estimate(), effect.standardError(), effect.pValue()));
        }
        return bits;
    }

    @Test
    void featuresThatSayTheSameShareTheEffectAndAreUnsure() {
        List<Case> cases = new ArrayList<>();
        simulated(1, 5_000, new double[] {0, 1})
                .forEach(one ->
                        cases.add(new Case(new double[] {one.features()[0], one.features()[0], 7}, one.isHit())));
        LogisticModel model = fit(cases).model().orElseThrow();
        Effect first = model.effect(0).orElseThrow();
        Effect second = model.effect(1).orElseThrow();
        assertThat(first.estimate()).isCloseTo(second.estimate(), within(1e-6)).isCloseTo(0.5, within(0.1));
        assertThat(first.interval().low()).isNegative();
        assertThat(first.interval().high()).isPositive();
        assertThat(model.effect(2)).isEmpty();
        assertThat(model.contribution(2, 7)).isZero();
    }

    @Test
    void featuresThatPartTheCasesWithoutFaultHaveFiniteEffects() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            cases.add(new Case(new double[] {i % 2}, i % 2 == 1));
        }
        LogisticFit fit = fit(cases);
        Effect effect = fit.model().orElseThrow().effect(0).orElseThrow();
        assertThat(effect.estimate()).isPositive().isFinite();
        assertThat(effect.standardError()).isPositive().isFinite();
        assertThat(effect.pValue()).isLessThan(1e-3);
    }

    @Test
    void aRareFeatureKeepsItsEffectPerUnit() {
        // 1 in 20,000 has it, further than 128 standard deviations from the mean; half of them are hit, 1 in 10 others.
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 1_000_000; i++) {
            boolean isRare = i % 20_000 == 0;
            cases.add(new Case(new double[] {isRare ? 1 : 0}, isRare ? i % 40_000 == 0 : i % 10 == 1));
        }
        Effect effect = fit(cases).model().orElseThrow().effect(0).orElseThrow();
        // ln(1) - ln(1 / 9), shrunk little: one such case more weighs 1 / 4.
        assertThat(effect.estimate()).isCloseTo(Math.log(9), within(0.01));
    }

    @Test
    void rareHitsAmongMillionsOfEqualCasesConverge() {
        for (int cases : new int[] {1_000_000, 3_000_000}) {
            assertRareHits(cases, 9, 3);
            assertRareHits(cases, 75, 25);
        }
    }

    /** So many hits among the half of the cases whose feature is 1, and among the other half, whose feature is 0. */
    private static void assertRareHits(int cases, int hitsOfOne, int hitsOfZero) {
        double[] one = {1};
        double[] zero = {0};
        int half = cases / 2;
        FeatureMoments moments = new FeatureMoments(1);
        for (int i = 0; i < half; i++) {
            moments.add(one, i < hitsOfOne);
            moments.add(zero, i < hitsOfZero);
        }
        LogisticFit fit = new LogisticFit(moments);
        while (!fit.isDone()) {
            LogisticSums sums = fit.next();
            sums.merge(repeated(fit, one, true, hitsOfOne));
            sums.merge(repeated(fit, one, false, half - hitsOfOne));
            sums.merge(repeated(fit, zero, true, hitsOfZero));
            sums.merge(repeated(fit, zero, false, half - hitsOfZero));
            fit.take(sums);
        }
        // At the maximum as many hits are expected as there were, and moving d of them from one to zero is what the
        // penalty
        // asks: d / unit^2 is the slope, where the unit is 1 / 2.
        double low = 0;
        double high = hitsOfOne;
        for (int i = 0; i < 200; i++) {
            double moved = (low + high) / 2;
            boolean isMore = logit(hitsOfOne - moved, half) - logit(hitsOfZero + moved, half) > 4 * moved;
            low = isMore ? moved : low;
            high = isMore ? high : moved;
        }
        double intercept = logit(hitsOfZero + low, half);
        double slope = logit(hitsOfOne - low, half) - intercept;
        double weightOfOne = (hitsOfOne - low) * (1 - (hitsOfOne - low) / half);
        double weight = weightOfOne + (hitsOfZero + low) * (1 - (hitsOfZero + low) / half);
        // The inverse of the two by two curvature, penalty and all.
        double error = Math.sqrt(weight / (weight * (weightOfOne + 0.25) - weightOfOne * weightOfOne));

        LogisticModel model = fit.model().orElseThrow();
        assertThat(model.logOdds(zero)).isCloseTo(intercept, within(1e-6));
        assertThat(model.effect(0).orElseThrow().estimate()).isCloseTo(slope, within(1e-6));
        assertThat(model.effect(0).orElseThrow().standardError()).isCloseTo(error, within(1e-3 * error));
    }

    private static double logit(double hits, double cases) {
        return Math.log(hits / (cases - hits));
    }

    /** The sums of a case that is there so many times, by doubling. */
    private static LogisticSums repeated(LogisticFit fit, double[] values, boolean isHit, int times) {
        LogisticSums all = fit.next();
        LogisticSums block = fit.next();
        block.add(values, isHit);
        for (int rest = times; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                all.merge(block);
            }
            LogisticSums same = fit.next();
            same.merge(block);
            block.merge(same);
        }
        return all;
    }

    @Test
    void whatIsNoFeatureIsRefused() {
        FeatureMoments moments = new FeatureMoments(1);
        assertThatThrownBy(() -> moments.add(new double[] {Double.NaN}, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> moments.add(new double[] {65}, true)).isInstanceOf(IllegalArgumentException.class);
        moments.add(new double[] {1}, true);
        assertThatThrownBy(() -> new LogisticFit(moments)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void momentsAreExact() {
        FeatureMoments moments = new FeatureMoments(2);
        for (int i = 0; i < 1000; i++) {
            moments.add(new double[] {64, i % 2 == 0 ? -64 : -64 + 0x1p-20}, i % 4 == 0);
        }
        assertThat(moments.deviation(0)).isZero();
        assertThat(moments.deviation(1)).isEqualTo(0x1p-21);
        assertThat(moments.covariance(0, 1)).isZero();
        assertThat(moments.mean(1)).isEqualTo(-64 + 0x1p-21);
        assertThat(moments.hitMean(1)).isEqualTo(-64);
        // Means of the product 1/4 x -64 against the product of means.
        assertThat(moments.covarianceWithHit(1)).isEqualTo(-0x1p-23);
        assertThat(moments.varied()).isEqualTo(1);
    }

    @Test
    void aThousandMillionCasesDoNotOverflow() {
        // The same sums 2^29 times: by doubling. All features as far out as they can be.
        FeatureMoments moments = new FeatureMoments(2);
        moments.add(new double[] {64, -64}, true);
        moments.add(new double[] {-64, -64 + 0x1p-20}, false);
        for (int i = 0; i < 29; i++) {
            FeatureMoments same = new FeatureMoments(2);
            same.merge(moments);
            moments.merge(same);
        }
        assertThat(moments.count()).isEqualTo(1 << 30);
        assertThat(moments.deviation(0)).isEqualTo(64);
        assertThat(moments.deviation(1)).isEqualTo(0x1p-21);
        assertThat(moments.covariance(0, 1)).isEqualTo(-64 * 0x1p-21);

        // 128 units out, with weight 1 / 4; and log-odds of 60 that are wrong.
        FeatureMoments rare = new FeatureMoments(1);
        rare.add(new double[] {1}, true);
        for (int i = 0; i < 40_000; i++) {
            rare.add(new double[] {0}, false);
        }
        FeatureScale scale = new FeatureScale(rare);
        assertThat(scale.scaled(0, 1)).isEqualTo(128);
        for (double intercept : new double[] {0, 60}) {
            LogisticSums sums = new LogisticSums(scale, new double[] {intercept, 0});
            sums.add(new double[] {1}, false);
            double loss = sums.loss();
            double gradient = sums.gradient(1);
            double curvature = sums.curvature(1, 1);
            for (int i = 0; i < 30; i++) {
                LogisticSums same = new LogisticSums(scale, new double[] {intercept, 0});
                same.merge(sums);
                sums.merge(same);
            }
            assertThat(sums.loss()).isEqualTo(loss * (1 << 30)).isPositive();
            assertThat(sums.gradient(1)).isEqualTo(gradient * (1 << 30)).isNegative();
            assertThat(sums.curvature(1, 1)).isEqualTo(curvature * (1 << 30));
        }
    }

    private static LogisticFit fit(List<Case> cases) {
        int features = cases.get(0).features().length;
        FeatureMoments moments = new FeatureMoments(features);
        cases.forEach(one -> moments.add(one.features(), one.isHit()));
        LogisticFit fit = new LogisticFit(moments);
        while (!fit.isDone()) {
            LogisticSums sums = fit.next();
            cases.forEach(one -> sums.add(one.features(), one.isHit()));
            fit.take(sums);
        }
        return fit;
    }

    /** Features of different kinds, partly correlated; the intercept's coefficient comes first. */
    private static List<Case> simulated(long seed, int size, double[] coefficients) {
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double common = random.nextGaussian();
            double[] features = new double[coefficients.length - 1];
            double logOdds = coefficients[0];
            for (int feature = 0; feature < features.length; feature++) {
                double own = feature % 2 == 0 ? random.nextGaussian() : random.nextInt(4);
                features[feature] = FeatureMoments.onGrid(own + 0.5 * common);
                logOdds += coefficients[feature + 1] * features[feature];
            }
            cases.add(new Case(features, random.nextDouble() < Odds.probability(logOdds)));
        }
        return cases;
    }

    @Test
    void coefficientsLieInTheirIntervalsNineteenTimesOfTwenty() {
        boolean isFull = "full".equals(System.getProperty("parcours.study"));
        double[] truth = {-1.2, 0.6, -0.3, 0.1, 0, 1.1};
        int logs = isFull ? 1000 : 100;
        int covered = 0;
        int falseFindings = 0;
        for (int seed = 1; seed <= logs; seed++) {
            LogisticModel model =
                    fit(simulated(7_000 + seed, 1_500, truth)).model().orElseThrow();
            for (int feature = 0; feature < truth.length - 1; feature++) {
                Interval interval = model.effect(feature).orElseThrow().interval();
                covered += interval.low() <= truth[feature + 1] && truth[feature + 1] <= interval.high() ? 1 : 0;
            }
            falseFindings += model.effect(3).orElseThrow().pValue() < 0.05 ? 1 : 0;
        }
        if (isFull) {
            System.out.printf(
                    java.util.Locale.ROOT,
                    "%d of %d coefficients covered, %d of %d without effect found at 0.05%n",
                    covered,
                    5 * logs,
                    falseFindings,
                    logs);
        }
        // 500 (5000) intervals: 95 % plus or minus three standard deviations.
        double expected = 0.95 * 5 * logs;
        double spread = 3 * Math.sqrt(0.95 * 0.05 * 5 * logs);
        assertThat((double) covered).isBetween(expected - spread, expected + spread);
        assertThat((double) falseFindings).isBetween(0.0, 0.05 * logs + 3 * Math.sqrt(0.05 * 0.95 * logs));
    }
}
