package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.parcours.stats.AssociationTest.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The tests of association and the pooled odds ratio, against published figures and plain enumeration. */
class AssociationTestTest {

    /** Berkeley's admissions of 1973 by department, men against women: R's UCBAdmissions. */
    static final List<FourfoldTable> BERKELEY = List.of(
            new FourfoldTable(512, 313, 89, 19),
            new FourfoldTable(353, 207, 17, 8),
            new FourfoldTable(120, 205, 202, 391),
            new FourfoldTable(138, 279, 131, 244),
            new FourfoldTable(53, 138, 94, 299),
            new FourfoldTable(22, 351, 24, 317));

    /** Penicillin and rabbits, Agresti, "Categorical Data Analysis" (1990), p. 233; the example of R's mantelhaen.test. */
    static final List<FourfoldTable> RABBITS = List.of(
            new FourfoldTable(0, 6, 0, 5),
            new FourfoldTable(3, 3, 0, 6),
            new FourfoldTable(6, 0, 2, 4),
            new FourfoldTable(5, 1, 6, 0),
            new FourfoldTable(2, 0, 5, 0));

    @Test
    void one_stratum_is_fishers_exact_test() {
        // Fisher's tea (R's fisher.test: 0.4857), Fisher's convicted twins (R: 0.0005367).
        AssociationTest tea =
                AssociationTest.of(List.of(new FourfoldTable(3, 1, 1, 3))).orElseThrow();
        AssociationTest twins =
                AssociationTest.of(List.of(new FourfoldTable(2, 10, 15, 3))).orElseThrow();

        assertThat(tea.pValue()).isCloseTo(34.0 / 70, within(1e-14));
        assertThat(tea.method()).isEqualTo(Method.FISHER_EXACT);
        assertThat(twins.pValue()).isCloseTo(0.0005367241191434357, within(1e-15));
    }

    @Test
    void several_strata_are_tested_together() {
        // R: mantelhaen.test(Rabbits, exact = TRUE) p 0.03994; two of the five tables tell nothing.
        AssociationTest rabbits = AssociationTest.of(RABBITS).orElseThrow();

        assertThat(rabbits.pValue()).isCloseTo(0.03994490358126722, within(1e-14));
        assertThat(rabbits.method()).isEqualTo(Method.EXACT_STRATIFIED);
        assertThat(rabbits.strata()).isEqualTo(3);
    }

    @Test
    void many_units_are_tested_by_chi_square() {
        // R: mantelhaen.test(UCBAdmissions): X-squared 1.4269, p 0.2323.
        AssociationTest berkeley = AssociationTest.of(BERKELEY).orElseThrow();

        assertThat(berkeley.method()).isEqualTo(Method.CMH_CHI_SQUARE);
        assertThat(berkeley.pValue()).isCloseTo(0.23226346281704763, within(1e-12));
        // R: mantelhaen.test(Rabbits): X-squared 3.9286, p 0.04747.
        assertThat(AssociationTest.chiSquare(
                        RABBITS,
                        RABBITS.stream().mapToDouble(FourfoldTable::variance).sum()))
                .isCloseTo(0.047472255142918154, within(1e-12));
    }

    @Test
    void the_two_ways_agree_where_one_takes_over_from_the_other() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            FourfoldTable table = new FourfoldTable(
                    150 + random.nextInt(100),
                    150 + random.nextInt(100),
                    200 + random.nextInt(100),
                    200 + random.nextInt(100));
            assertThat(table.variance()).isBetween(40.0, 160.0);
            double exact = AssociationTest.exact(List.of(table));
            double chiSquare = AssociationTest.chiSquare(List.of(table), table.variance());
            if (exact > 1e-4) {
                assertThat(Math.abs(chiSquare - exact)).isLessThan(Math.max(0.01, 0.15 * exact));
            }
        }
    }

    @Test
    void the_exact_test_counts_every_way_to_deal_out_the_marks() {
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            List<FourfoldTable> strata = new ArrayList<>();
            for (int stratum = 0; stratum <= random.nextInt(3); stratum++) {
                strata.add(
                        new FourfoldTable(random.nextInt(8), random.nextInt(8), random.nextInt(8), random.nextInt(8)));
            }
            AssociationTest.of(strata)
                    .ifPresent(test ->
                            assertThat(test.pValue()).as("%s", strata).isCloseTo(byEnumeration(strata), within(1e-12)));
        }
    }

    /** Fisher's rule from the numbers of ways, all sums of counts tried. */
    private static double byEnumeration(List<FourfoldTable> strata) {
        double[] ways = {1};
        int observed = 0;
        for (FourfoldTable table : strata) {
            double[] next = new double[ways.length + (int) table.one()];
            for (int sum = 0; sum < ways.length; sum++) {
                for (int count = 0; count <= Math.min(table.one(), table.with()); count++) {
                    if (table.with() - count <= table.other()) {
                        next[sum + count] +=
                                ways[sum] * choose(table.one(), count) * choose(table.other(), table.with() - count);
                    }
                }
            }
            ways = next;
            observed += (int) table.oneWith();
        }
        double all = 0;
        double noLikelier = 0;
        for (double way : ways) {
            all += way;
            noLikelier += way <= ways[observed] * (1 + 1e-9) ? way : 0;
        }
        return noLikelier / all;
    }

    private static double choose(long from, long count) {
        return CombinatoricsUtils.binomialCoefficientDouble((int) from, (int) count);
    }

    @Test
    void millions_lose_no_digits() {
        // scipy.stats.fisher_exact
        assertThat(AssociationTest.exact(List.of(new FourfoldTable(40, 999_960, 20, 1_999_980))))
                .isCloseTo(1.4901071485389403e-07, Percentage.withPercentage(1e-4));
        FourfoldTable many = new FourfoldTable(3_000_000_000L, 2_000_000_000L, 2_999_900_000L, 2_000_100_000L);
        // z by hand: 50,000 less a half over the square root of 5e9 * 5e9 * 5,999,900,000 * 4,000,100,000 / 1e20 /
        // (1e10 - 1).
        assertThat(many.variance()).isCloseTo(600_004_999.75, within(1.0));
        assertThat(AssociationTest.of(List.of(many)).orElseThrow().pValue()).isCloseTo(0.0412, within(1e-4));
        assertThat(AssociationTest.exact(List.of(new FourfoldTable(9_000_000, 1, 0, 9_000_000))))
                .isZero();
    }

    @Test
    void strata_that_tell_nothing_change_nothing() {
        List<FourfoldTable> more = new ArrayList<>(RABBITS);
        more.add(new FourfoldTable(0, 0, 70, 5));
        more.add(new FourfoldTable(9, 0, 70, 0));
        more.add(new FourfoldTable(0, 0, 0, 0));

        assertThat(AssociationTest.of(more)).isEqualTo(AssociationTest.of(RABBITS));
        assertThat(CommonOddsRatio.of(more)).isEqualTo(CommonOddsRatio.of(RABBITS));
        assertThat(AssociationTest.of(List.of(new FourfoldTable(9, 0, 70, 0)))).isEmpty();
        assertThat(CommonOddsRatio.of(List.of())).isEmpty();
    }

    @Test
    void the_odds_ratio_is_pooled_over_strata() {
        // R: mantelhaen.test(UCBAdmissions) 0.9046968 (0.7719074 to 1.0603298), (Rabbits) 7 (1.026713 to 47.725133).
        CommonOddsRatio berkeley = CommonOddsRatio.of(BERKELEY).orElseThrow();
        CommonOddsRatio rabbits = CommonOddsRatio.of(RABBITS).orElseThrow();

        assertThat(berkeley.value()).isCloseTo(0.9046968, within(5e-8));
        assertThat(berkeley.interval().orElseThrow().low()).isCloseTo(0.7719074, within(5e-8));
        assertThat(berkeley.interval().orElseThrow().high()).isCloseTo(1.0603298, within(5e-8));
        assertThat(rabbits.value()).isCloseTo(7, within(1e-12));
        assertThat(rabbits.interval().orElseThrow().low()).isCloseTo(1.026713, within(5e-7));
        assertThat(rabbits.interval().orElseThrow().high()).isCloseTo(47.725133, within(5e-7));
    }

    @Test
    void an_infinite_odds_ratio_is_none_and_one_of_zero_has_no_interval() {
        assertThat(CommonOddsRatio.of(List.of(new FourfoldTable(5, 0, 3, 4)))).isEmpty();
        assertThat(CommonOddsRatio.of(List.of(new FourfoldTable(0, 5, 3, 4)))).hasValueSatisfying(ratio -> {
            assertThat(ratio.value()).isZero();
            assertThat(ratio.interval()).isEmpty();
        });
    }

    @Test
    void counts_below_zero_are_refused() {
        assertThatThrownBy(() -> new FourfoldTable(1, -1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
