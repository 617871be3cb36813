package io.parcours.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Logs that no model fits end in a sentence; whatever is told is a number. */
class HostileFitTest {
    private static final String NO_MAXIMUM = "the likelihood has no maximum: ";

    private static PurchaseGroups groups(Consumer<PurchaseGroups> adding) {
        PurchaseGroups groups = new PurchaseGroups();
        adding.accept(groups);
        return groups;
    }

    private static void assertSound(ModelFit<?> fit) {
        assertThat(fit.isConverged()).isEqualTo(fit.problem().isEmpty());
        assertThat(fit.parameters().isEmpty()).isEqualTo(fit.problem().isPresent());
        assertThat(fit.logLikelihood().isEmpty()).isEqualTo(fit.problem().isPresent());
        fit.parameters().forEach(parameter -> {
            assertThat(parameter.estimate()).isFinite().isPositive();
            assertThat(parameter.standardError()).isFinite().isPositive();
        });
        fit.logLikelihood().ifPresent(value -> assertThat(value).isFinite());
        fit.gradientNorm().ifPresent(value -> assertThat(value).isFinite());
    }

    private static String problem(BuyingKind kind, Consumer<PurchaseGroups> adding) {
        ModelFit<BuyingModel> fit = BuyingFits.fit(kind, groups(adding), 7);
        assertSound(fit);
        return fit.problem().orElse("none");
    }

    @ParameterizedTest
    @EnumSource(BuyingKind.class)
    void what_tells_nothing_is_said_to(BuyingKind kind) {
        assertThat(problem(kind, groups -> {})).isEqualTo("there are no customers");
        assertThat(problem(kind, groups -> groups.add(3, 5, 9))).isEqualTo("there is only one customer");
        assertThat(problem(kind, groups -> groups.add(3, 5, 9, 1_000))).isEqualTo("all customers are alike");
        assertThat(problem(kind, groups -> {
                    for (int age = 0; age < 500; age++) {
                        groups.add(0, 0, age);
                    }
                }))
                .isEqualTo("nobody was active on a second day");
        assertThat(problem(kind, groups -> {
                    groups.add(0, 0, 0, 100);
                    groups.add(5, 0, 0, 10);
                }))
                .isEqualTo("no time has passed since anybody's first day");
    }

    @ParameterizedTest
    @EnumSource(BuyingKind.class)
    void customers_too_alike_for_a_model_have_no_maximum(BuyingKind kind) {
        assertThat(problem(kind, groups -> {
                    for (int age = 1; age < 500; age++) {
                        groups.add(age, age, age);
                    }
                }))
                .as("everybody bought every day")
                .startsWith(NO_MAXIMUM)
                .contains("r, alpha and");
        assertThat(problem(kind, groups -> {
                    for (int i = 1; i < 100; i++) {
                        groups.add(1_000_000 + i, 300 + i, 400, Long.MAX_VALUE / 1_000);
                    }
                }))
                .as("huge counts")
                .isNotEqualTo("none");
        assertThat(problem(kind, groups -> {
                    for (int i = 1; i < 60; i++) {
                        groups.add(Integer.MAX_VALUE - i, Integer.MAX_VALUE - i, Integer.MAX_VALUE);
                    }
                }))
                .as("the greatest numbers")
                .startsWith(NO_MAXIMUM);
    }

    /** Purchases at one rate for all, and nobody leaves: every model's spread is too much. */
    @ParameterizedTest
    @EnumSource(value = BuyingKind.class, names = "PARETO_NBD", mode = EnumSource.Mode.EXCLUDE)
    void a_plain_poisson_process_has_no_maximum(BuyingKind kind) {
        MadeUpBuyers buyers = new MadeUpBuyers(2);
        assertThat(problem(kind, groups -> {
                    for (int i = 0; i < 500; i++) {
                        MadeUpBuyers.Life life = buyers.ofDropout(.5, 0, 0, 50);
                        groups.add(life.x(50), (int) (7 * life.recency(50)), 350);
                    }
                }))
                .isNotEqualTo("none");
    }

    @ParameterizedTest
    @EnumSource(BuyingKind.class)
    void whatever_is_logged_a_fit_ends_soundly(BuyingKind kind) {
        Random random = new Random(1);
        for (int log = 0; log < 40; log++) {
            PurchaseGroups groups = new PurchaseGroups();
            int customers = 2 + random.nextInt(30);
            for (int i = 0; i < customers; i++) {
                int age = random.nextInt(400);
                int x = Math.min(age, random.nextInt(1 << random.nextInt(8)));
                groups.add(x, x == 0 ? 0 : x + random.nextInt(age - x + 1), age, 1 + random.nextInt(5));
            }
            assertSound(BuyingFits.fit(kind, groups, 7));
        }
    }

    /** Somebody with a million purchases among 60 ordinary customers. */
    @ParameterizedTest
    @EnumSource(BuyingKind.class)
    void an_outlier_does_no_harm(BuyingKind kind) {
        MadeUpBuyers buyers = new MadeUpBuyers(5);
        PurchaseGroups groups = buyers.groups(new BgNbd(.8, 4, .9, 2.5), 60, 30, 60);
        groups.add(1_000_000, 55_000, 60_000);
        assertSound(BuyingFits.fit(kind, groups, MadeUpBuyers.DAYS_PER_PERIOD));
    }

    @Test
    void the_period_only_changes_the_unit() {
        PurchaseGroups groups = new MadeUpBuyers(6).groups(new BgNbd(.8, 4, .9, 2.5), 600, 30, 60);
        BgNbd one =
                (BgNbd) BuyingFits.fit(BuyingKind.BG_NBD, groups, 1_000).model().orElseThrow();
        for (double daysPerPeriod : new double[] {1e-4, .5, 1e9}) {
            BgNbd other = (BgNbd) BuyingFits.fit(BuyingKind.BG_NBD, groups, daysPerPeriod)
                    .model()
                    .orElseThrow();
            assertThat(other.r() / one.r()).isBetween(1 - 1e-7, 1 + 1e-7);
            assertThat(other.alpha() * daysPerPeriod / (one.alpha() * 1_000)).isBetween(1 - 1e-7, 1 + 1e-7);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> BuyingFits.fit(BuyingKind.BG_NBD, groups, 0));
    }

    @Test
    void pareto_is_not_fitted_to_more_groups_than_a_check_is_worth() {
        PurchaseGroups groups = new PurchaseGroups();
        for (int age = 1; groups.size() <= BuyingFits.MOST_GROUPS_OF_PARETO; age++) {
            groups.add(1, 1, age);
        }
        assertThat(BuyingFits.fit(BuyingKind.PARETO_NBD, groups, 7).problem())
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("not fitted: it is a check"));
    }

    private static ModelFit<GammaGamma> money(Consumer<MoneyGroups> adding) {
        MoneyGroups groups = new MoneyGroups();
        adding.accept(groups);
        ModelFit<GammaGamma> fit = GammaGammaFits.fit(groups);
        assertSound(fit);
        return fit;
    }

    @Test
    void values_that_tell_nothing_are_said_to() {
        assertThat(money(groups -> {}).problem()).contains("nobody was active on a second day");
        assertThat(money(groups -> groups.add(2, 0, 5)).problem())
                .contains("nobody active on a second day has a value above 0");
        assertThat(money(groups -> groups.add(2, 5)).problem())
                .contains("only one customer was active on a second day");
        assertThat(money(groups -> groups.add(2, 5, 1_000)).problem()).contains("all customers are alike");
    }

    @Test
    void whatever_values_there_are_a_fit_ends_soundly() {
        Random random = new Random(3);
        List<Consumer<MoneyGroups>> logs = new ArrayList<>();
        logs.add(groups -> groups.add(2, random.nextDouble(), 10));
        logs.add(groups -> groups.add(1 + random.nextInt(50), 5));
        logs.add(groups -> groups.add(1 + random.nextInt(50), random.nextDouble() * 1e-300));
        logs.add(groups -> groups.add(1 + random.nextInt(50), random.nextDouble() * 1e308));
        logs.add(groups -> groups.add(1, Math.pow(10, random.nextInt(600) - 300)));
        logs.add(groups -> groups.add(1_000_000 + random.nextInt(7), 10 + random.nextDouble()));
        logs.add(groups -> groups.add(1 + random.nextInt(7), random.nextInt(200) == 0 ? 1e12 : random.nextInt(30)));
        for (Consumer<MoneyGroups> log : logs) {
            money(groups -> {
                for (int i = 0; i < 300; i++) {
                    log.accept(groups);
                }
            });
        }
        assertThat(money(groups -> {
                            for (int x = 1; x < 50; x++) {
                                groups.add(x, 5);
                            }
                        })
                        .problem())
                .hasValueSatisfying(problem -> assertThat(problem).startsWith(NO_MAXIMUM + "p"));
    }
}
