package io.parcours.buying;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/**
 * Fits to customers made up from known parameters give these back, each within three standard errors, in 95 of 100 logs.
 * The build makes a few small logs; {@code -Dparcours.study=full} makes a hundred of each kind and prints what came out.
 */
class RecoveryTest {
    private static final boolean IS_FULL = "full".equals(System.getProperty("parcours.study"));
    private static final int LOGS = IS_FULL ? 100 : 12;
    private static final int CUSTOMERS = IS_FULL ? 5_000 : 1_500;

    @Test
    void bg_nbd_gives_its_parameters_back() {
        BgNbd truth = new BgNbd(.8, 4, .9, 2.5);
        assertRecovered("BG/NBD", LOGS, List.of(.8, 4., .9, 2.5), seed -> fit(BuyingKind.BG_NBD, truth, seed));
    }

    @Test
    void mbg_nbd_gives_its_parameters_back() {
        MbgNbd truth = new MbgNbd(.8, 4, .9, 2.5);
        assertRecovered("MBG/NBD", LOGS, List.of(.8, 4., .9, 2.5), seed -> fit(BuyingKind.MBG_NBD, truth, seed));
    }

    @Test
    void pareto_nbd_gives_its_parameters_back() {
        ParetoNbd truth = new ParetoNbd(.8, 6, .9, 20);
        int logs = IS_FULL ? 100 : 3;
        assertRecovered("Pareto/NBD", logs, List.of(.8, 6., .9, 20.), seed -> fit(BuyingKind.PARETO_NBD, truth, seed));
    }

    @Test
    void gamma_gamma_gives_its_parameters_back() {
        GammaGamma truth = new GammaGamma(6.25, 3.74, 15.44);
        assertRecovered(
                "Gamma-Gamma",
                LOGS,
                List.of(6.25, 3.74, 15.44),
                seed -> GammaGammaFits.fit(new MadeUpBuyers(seed).money(truth, CUSTOMERS)));
    }

    private static ModelFit<BuyingModel> fit(BuyingKind kind, BuyingModel truth, long seed) {
        PurchaseGroups groups = new MadeUpBuyers(seed).groups(truth, CUSTOMERS, 30, 60);
        return BuyingFits.fit(kind, groups, MadeUpBuyers.DAYS_PER_PERIOD);
    }

    private static void assertRecovered(String name, int logs, List<Double> truth, LongFunction<ModelFit<?>> fit) {
        int recovered = 0;
        int converged = 0;
        for (int seed = 1; seed <= logs; seed++) {
            ModelFit<?> made = fit.apply(seed);
            double worst = made.isConverged() ? 0 : Double.POSITIVE_INFINITY;
            for (int i = 0; i < made.parameters().size(); i++) {
                ParameterEstimate estimate = made.parameters().get(i);
                worst = Math.max(worst, Math.abs(estimate.estimate() - truth.get(i)) / estimate.standardError());
            }
            converged += made.isConverged() ? 1 : 0;
            recovered += worst <= 3 ? 1 : 0;
            say("%s, log %d: farthest parameter %.2f standard errors off %s", name, seed, worst, made.problem());
        }
        say("%s: %d of %d logs converged, %d recovered", name, converged, logs, recovered);
        assertThat(converged).isEqualTo(logs);
        assertThat(recovered).isGreaterThanOrEqualTo(IS_FULL ? 95 : logs - 1);
    }

    private static void say(String format, Object... arguments) {
        if (IS_FULL) {
            System.out.println(String.format(Locale.ROOT, format, arguments));
        }
    }
}
