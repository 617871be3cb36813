package io.parcours.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.parcours.stats.GaussHypergeometric;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The closed forms against integrals over all customers whom the models' stories know. */
class BuyingModelTest {
    private static final double STEP = .25;
    private static final double TIME = 11;

    static Stream<BuyingModel> models() {
        return Stream.of(
                new BgNbd(.2425945, 4.4136, .79292, 2.42589),
                new BgNbd(3.5, 8, 1, 1.7),
                new MbgNbd(.525, 6.183, .891, 1.614),
                new MbgNbd(2, 3, 1.000001, 1.2),
                new ParetoNbd(.553, 10.58, .606, 11.67),
                new ParetoNbd(2.2, 3, 1, 40));
    }

    /** The likelihood, and its share that is there, times what is to come. */
    private static final class Totals {
        double all;
        double there;
        double purchases;
        double silence;
    }

    /** A customer with a rate and his own number for leaving: how likely this past is, there and gone. */
    private interface Story {
        double there(double rate, double leaving);

        double gone(double rate, double leaving);

        double purchases(double rate, double leaving);

        double silence(double rate, double leaving);
    }

    private static Story dropout(int shift, int x, double recency, double age) {
        return new Story() {
            @Override
            public double there(double rate, double p) {
                return Math.exp(x * Math.log(rate) - rate * age + (x + shift) * Math.log1p(-p));
            }

            @Override
            public double gone(double rate, double p) {
                return x + shift == 0
                        ? 0
                        : p * Math.exp(x * Math.log(rate) - rate * recency + (x + shift - 1) * Math.log1p(-p));
            }

            @Override
            public double purchases(double rate, double p) {
                return -Math.expm1(-rate * p * TIME) / p;
            }

            @Override
            public double silence(double rate, double p) {
                return Math.exp(-rate * TIME);
            }
        };
    }

    private static Story pareto(int x, double recency, double age) {
        return new Story() {
            @Override
            public double there(double rate, double end) {
                return Math.exp(x * Math.log(rate) - (rate + end) * age);
            }

            @Override
            public double gone(double rate, double end) {
                double both = rate + end;
                return Math.exp(x * Math.log(rate) - both * recency)
                        * end
                        / both
                        * -Math.expm1(-both * (age - recency));
            }

            @Override
            public double purchases(double rate, double end) {
                return -rate / end * Math.expm1(-end * TIME);
            }

            @Override
            public double silence(double rate, double end) {
                double both = rate + end;
                return Math.exp(-both * TIME) - end / both * Math.expm1(-both * TIME);
            }
        };
    }

    private static double logGammaDensity(double shape, double rate, double value) {
        return shape * Math.log(rate) - Gamma.logGamma(shape) + (shape - 1) * Math.log(value) - rate * value;
    }

    private static Totals totals(BuyingModel model, int x, double recency, double age) {
        Totals totals = new Totals();
        for (double u = -120; u < 8; u += STEP) {
            double rate = Math.exp(u);
            for (double v = -60; v < 36; v += STEP) {
                add(totals, model, x, recency, age, rate, v);
            }
        }
        return totals;
    }

    private static void add(
            Totals totals, BuyingModel model, int x, double recency, double age, double rate, double v) {
        Story story;
        double leaving;
        double density;
        if (model instanceof ParetoNbd m) {
            story = pareto(x, recency, age);
            leaving = Math.exp(v);
            density = logGammaDensity(m.r(), m.alpha(), rate) + logGammaDensity(m.s(), m.beta(), leaving) + v;
        } else {
            boolean isModified = model instanceof MbgNbd;
            double r = isModified ? ((MbgNbd) model).r() : ((BgNbd) model).r();
            double alpha = isModified ? ((MbgNbd) model).alpha() : ((BgNbd) model).alpha();
            double a = isModified ? ((MbgNbd) model).a() : ((BgNbd) model).a();
            double b = isModified ? ((MbgNbd) model).b() : ((BgNbd) model).b();
            story = dropout(isModified ? 1 : 0, x, recency, age);
            leaving = 1 / (1 + Math.exp(-v));
            if (leaving == 1) {
                return;
            }
            density = logGammaDensity(r, alpha, rate)
                    - Beta.logBeta(a, b)
                    + a * Math.log(leaving)
                    - b * Math.log1p(Math.exp(v));
        }
        double weight = Math.exp(density) * rate * STEP * STEP;
        double there = weight * story.there(rate, leaving);
        totals.all += there + weight * story.gone(rate, leaving);
        totals.there += there;
        totals.purchases += there * story.purchases(rate, leaving);
        totals.silence += there * (1 - story.silence(rate, leaving));
    }

    @ParameterizedTest
    @MethodSource("models")
    void closed_forms_are_the_integrals_of_the_story(BuyingModel model) {
        double[][] pasts = {{0, 0, 20}, {2, 30.43, 38.86}, {7, 9, 10}};
        for (double[] past : pasts) {
            int x = (int) past[0];
            Totals totals = totals(model, x, past[1], past[2]);
            assertThat(model.aliveProbability(x, past[1], past[2])).isCloseTo(totals.there / totals.all, within(1e-8));
            assertThat(model.expectedPurchases(x, past[1], past[2], TIME))
                    .isCloseTo(totals.purchases / totals.all, withPercentage(1e-6));
            assertThat(model.silentProbability(x, past[1], past[2], TIME))
                    .isCloseTo(1 - totals.silence / totals.all, within(1e-8));
            assertThat(logLikelihood(model, x, past[1], past[2])).isCloseTo(Math.log(totals.all), within(1e-8));
        }
        Totals newcomer = totals(model, 0, 0, 0);
        assertThat(model.expectedOfNewcomer(TIME)).isCloseTo(newcomer.purchases / newcomer.all, withPercentage(1e-6));
    }

    /** Of one customer, in hundredths of a period. */
    private static double logLikelihood(BuyingModel model, int x, double recency, double age) {
        PurchaseGroups groups = new PurchaseGroups();
        groups.add(x, (int) Math.round(recency * 100), (int) Math.round(age * 100));
        SortedGroups sorted = groups.sorted();
        if (model instanceof ParetoNbd m) {
            double[] point = {m.r(), m.alpha(), m.s(), m.beta()};
            return new ParetoLikelihood(sorted, 100).at(point).value();
        }
        if (model instanceof MbgNbd m) {
            double[] point = {m.r(), m.alpha(), m.a(), m.b()};
            return new DropoutLikelihood(sorted, 100, 1).at(point).value();
        }
        BgNbd m = (BgNbd) model;
        double[] point = {m.r(), m.alpha(), m.a(), m.b()};
        return new DropoutLikelihood(sorted, 100, 0).at(point).value();
    }

    /** Fader and Hardie's note on Pareto/NBD, equations 18 to 22, the larger of alpha and beta first. */
    @ParameterizedTest
    @CsvSource({
        ".553, 10.58, .606, 11.67, 2, 30.43, 38.86",
        ".553, 11.67, .606, 10.58, 2, 30.43, 38.86",
        "1.5, 3, 2, 40, 12, 5, 60",
        "1.5, 40, 2, 3, 12, 5, 60",
        ".2, 1, .1, 1, 0, 0, 300",
        "2, .1, .3, 60, 150, 100, 101"
    })
    void pareto_is_there_as_the_hypergeometric_form_says(
            double r, double alpha, double s, double beta, int x, double recency, double age) {
        double difference = hypergeometric(r, alpha, s, beta, x, recency) - hypergeometric(r, alpha, s, beta, x, age);
        double odds =
                s / (r + s + x) * Math.exp((r + x) * Math.log(alpha + age) + s * Math.log(beta + age)) * difference;
        assertThat(new ParetoNbd(r, alpha, s, beta).aliveProbability(x, recency, age))
                .isCloseTo(1 / (1 + odds), within(1e-10));
    }

    private static double hypergeometric(double r, double alpha, double s, double beta, int x, double time) {
        double larger = Math.max(alpha, beta);
        double second = alpha >= beta ? s + 1 : r + x;
        double z = Math.abs(alpha - beta) / (larger + time);
        return Math.exp(
                GaussHypergeometric.logOf(r + s + x, second, r + s + x + 1, z) - (r + s + x) * Math.log(larger + time));
    }

    @Test
    void every_answer_is_finite_and_probabilities_are_probabilities() {
        int[] counts = {0, 1, 23, 100_000, Integer.MAX_VALUE};
        double[] ages = {0, .14, 39, 1e9};
        Random random = new Random(3);
        for (BuyingModel model : manyModels(random)) {
            for (int x : counts) {
                for (double age : ages) {
                    for (double recency : x == 0 ? new double[] {0} : new double[] {0, age}) {
                        assertSound(model, x, recency, age, ages[random.nextInt(ages.length)]);
                    }
                }
            }
        }
    }

    private static List<BuyingModel> manyModels(Random random) {
        List<BuyingModel> models = new ArrayList<>(models().toList());
        for (int i = 0; i < 12; i++) {
            double[] p = random.doubles(4, -6, 6).map(Math::exp).toArray();
            models.add(
                    i % 3 == 0
                            ? new BgNbd(p[0], p[1], p[2], p[3])
                            : i % 3 == 1 ? new MbgNbd(p[0], p[1], p[2], p[3]) : new ParetoNbd(p[0], p[1], p[2], p[3]));
        }
        return models;
    }

    private static void assertSound(BuyingModel model, int x, double recency, double age, double time) {
        String text = model + " " + x + " " + recency + " " + age + " " + time;
        assertThat(model.aliveProbability(x, recency, age)).as(text).isBetween(0.0, 1.0);
        assertThat(model.silentIfAlive(x, age, time)).as(text).isBetween(0.0, 1.0);
        assertThat(model.silentProbability(x, recency, age, time)).as(text).isBetween(0.0, 1.0);
        assertThat(model.expectedPurchases(x, recency, age, time))
                .as(text)
                .isFinite()
                .isNotNegative();
        assertThat(model.expectedOfNewcomer(time)).as(text).isFinite().isNotNegative();
    }

    /** Fader, Hardie and Lee (2005): whoever has not bought again is there; whoever just bought almost is. */
    @Test
    void bg_nbd_gives_exactly_one_to_everybody_without_a_repeat() {
        BgNbd model = new BgNbd(.2425945, 4.4136, .79292, 2.42589);
        assertThat(model.aliveProbability(0, 0, 38)).isEqualTo(1);
        assertThat(model.aliveProbability(1, 38, 38)).isCloseTo(2.42589 / (2.42589 + .79292), within(1e-12));
    }

    /** The last purchase of somebody who bought every day for 274 years, today and ten years ago. */
    @Test
    void a_hundred_thousand_purchases_are_certain_both_ways() {
        for (BuyingModel model : models().toList()) {
            assertThat(model.aliveProbability(100_000, 14_285, 14_285)).isGreaterThan(.999);
            assertThat(model.aliveProbability(100_000, 14_285, 14_807)).isLessThan(1e-290);
            assertThat(model.aliveProbability(100_000, 0, 0)).isGreaterThan(.999);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1, 1", "1, -1, 1, 1", "1, 1, NaN, 1", "1, 1, 1, Infinity"})
    void parameters_must_be_positive(double one, double two, double three, double four) {
        assertThatIllegalArgumentException().isThrownBy(() -> new BgNbd(one, two, three, four));
        assertThatIllegalArgumentException().isThrownBy(() -> new MbgNbd(one, two, three, four));
        assertThatIllegalArgumentException().isThrownBy(() -> new ParetoNbd(one, two, three, four));
    }
}
