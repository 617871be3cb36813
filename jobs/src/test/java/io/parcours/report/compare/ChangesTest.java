package io.parcours.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.report.compare.Changes.Bases;
import io.parcours.report.compare.Changes.Found;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.ReportTables;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenDay;
import io.parcours.report.page.ReportContext;
import io.parcours.report.words.Language;
import io.parcours.report.words.Words;
import io.parcours.stats.FalseDiscoveryRate;
import io.parcours.stats.Interval;
import io.parcours.stats.Proportion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {
    private static final List<String> STEPS = List.of(
            "funnel:text",
            "breakdown:text",
            "breakdown_value:text",
            "step:whole",
            "step_name:text",
            "mature_entered_count:whole",
            "mature_rate:real",
            "mature_rate_low:real",
            "mature_rate_high:real",
            "rate_from_first:real",
            "rate_from_first_low:real",
            "rate_from_first_high:real",
            "reached_count:whole");

    @TempDir
    private Path folder;

    @Test
    void a_large_difference_is_news_and_a_small_one_is_not() {
        Changes changes = Changes.between(
                day("2024-01-31", List.of(step("a", 200, 1000), step("b", 200, 1000))),
                day("2024-02-29", List.of(step("a", 320, 1000), step("b", 210, 1000))));

        assertThat(changes.all()).hasSize(2);
        assertThat(changes.all().get(0).isNews()).isTrue();
        assertThat(changes.all().get(1).isNews()).isFalse();
        Words words = new Words(Language.EN);
        assertThat(changes.mark(words, "funnel_mature", "f", "channel", "a", "2", "b"))
                .isEqualTo("▲ 12.0 points since 31 Jan 2024");
        assertThat(changes.mark(words, "funnel_mature", "f", "channel", "b", "2", "b"))
                .isEmpty();
    }

    @Test
    void a_row_bears_the_mark_of_what_it_was_compared_by() {
        ReportTables now = day("2024-02-29", List.of(step("a", 320, 1000), step("b", 210, 1000)));
        ReportContext context = new ReportContext(
                new Words(Language.FR),
                now,
                Optional.of(day("2024-01-31", List.of(step("a", 200, 1000), step("b", 200, 1000)))),
                0);
        List<Row> rows = now.table("funnel_steps").rows();

        assertThat(context.stepMark(rows.get(0))).startsWith("▲ 12,0 points depuis le 31 janv");
        assertThat(context.stepMark(rows.get(1))).isEmpty();
    }

    @Test
    void only_what_has_an_interval_on_both_days_is_compared() {
        List<Object> without = new ArrayList<>(step("b", 1, 2));
        without.set(7, null);
        without.set(8, null);
        Changes changes = Changes.between(
                day("2024-01-31", List.of(step("a", 1, 2), step("b", 1, 2))),
                day("2024-02-29", List.of(without, step("c", 1, 2))));

        assertThat(changes.all()).isEmpty();
    }

    @Test
    void funnels_without_a_window_are_compared_by_what_was_reached() {
        Changes changes = Changes.between(day("2024-01-31", List.of(open("a"))), day("2024-02-29", List.of(open("a"))));

        assertThat(changes.all()).singleElement().satisfies(found -> {
            assertThat(found.measure().key()).isEqualTo("funnel");
            assertThat(found.measure().isMature()).isFalse();
            assertThat(found.base()).isEqualTo(new Bases(-1, -1));
        });
    }

    @Test
    void a_figure_of_those_whose_time_is_over_rests_on_these() {
        Changes changes = Changes.between(
                day("2024-01-31", List.of(step("a", 200, 1000))), day("2024-02-29", List.of(step("a", 320, 1100))));

        assertThat(changes.all()).extracting(Found::base).containsExactly(new Bases(1000, 1100));
        assertThat(changes.all().get(0).measure().isMature()).isTrue();
    }

    /** Each value of the breakdown has entrants of its own, and each day. */
    @Test
    void without_a_window_a_rate_rests_on_who_entered_its_funnel_with_its_value() {
        Changes changes = Changes.between(
                day("2024-01-31", List.of(entry("a", 40), entry("b", 7), open("a"), open("b"))),
                day("2024-02-29", List.of(entry("a", 50), entry("b", 9), open("a"), open("b"))));

        assertThat(changes.all()).extracting(Found::base).containsExactly(new Bases(40, 50), new Bases(7, 9));
    }

    @Test
    void segments_rest_on_all_customers_where_they_do_not_overlap() {
        Changes changes = Changes.between(segments("2024-01-31", 0), segments("2024-02-29", 1));

        assertThat(changes.all())
                .hasSize(2)
                .allSatisfy(found -> assertThat(found.base()).isEqualTo(new Bases(40, -1)));
    }

    @Test
    void credits_rest_on_nothing_that_is_counted() {
        ReportTables day = new WrittenDay(folder, "2024-01-31")
                .table(
                        "attribution",
                        List.of(
                                "model:text",
                                "by:text",
                                "name:text",
                                "credit_share:real",
                                "credit_share_low:real",
                                "credit_share_high:real"),
                        List.of(List.of("markov", "channel", "web", 0.5, 0.4, 0.6)))
                .tables();

        assertThat(Changes.between(day, day).all()).extracting(Found::base).containsExactly(new Bases(-1, -1));
    }

    /**
     * 400 pairs of days with 40 figures each and nothing changed: Benjamini and Hochberg promise a finding in at most 5 %
     * of the pairs. Days of different customers are the hard case; days that count the same ones find less.
     */
    @Test
    void without_a_change_there_is_rarely_news() {
        Random random = new Random(7);
        int apart = 0;
        int nested = 0;
        for (int trial = 0; trial < 400; trial++) {
            double[] ofOthers = new double[40];
            double[] ofSame = new double[40];
            for (int figure = 0; figure < 40; figure++) {
                double rate = 0.02 + 0.96 * random.nextDouble();
                int base = 50 + random.nextInt(2000);
                int more = 50 + random.nextInt(2000);
                int before = drawn(random, base, rate);
                int later = drawn(random, more, rate);
                ofOthers[figure] =
                        Change.of(estimate(before, base), estimate(later, more)).pValue();
                ofSame[figure] = Change.of(estimate(before, base), estimate(before + later, base + more))
                        .pValue();
            }
            apart += hasNews(ofOthers) ? 1 : 0;
            nested += hasNews(ofSame) ? 1 : 0;
        }
        // 5 % of 400 are 20, with a standard deviation of 4.4.
        assertThat(apart).isLessThanOrEqualTo(33);
        assertThat(nested).isLessThanOrEqualTo(apart);
    }

    /** One of 40 figures moves by 15 points, between days of other customers. */
    @Test
    void a_planted_change_is_found() {
        Random random = new Random(8);
        int found = 0;
        for (int trial = 0; trial < 200; trial++) {
            double[] pValues = new double[40];
            int planted = random.nextInt(40);
            for (int figure = 0; figure < 40; figure++) {
                double rate = 0.1 + 0.7 * random.nextDouble();
                double moved = figure == planted ? rate + 0.15 : rate;
                pValues[figure] = Change.of(
                                estimate(drawn(random, 600, rate), 600), estimate(drawn(random, 600, moved), 600))
                        .pValue();
            }
            found += FalseDiscoveryRate.of(pValues)[planted] < 0.05 ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(170);
    }

    private static boolean hasNews(double[] pValues) {
        for (double q : FalseDiscoveryRate.of(pValues)) {
            if (q < 0.05) {
                return true;
            }
        }
        return false;
    }

    private static int drawn(Random random, int base, double rate) {
        int count = 0;
        for (int trial = 0; trial < base; trial++) {
            count += random.nextDouble() < rate ? 1 : 0;
        }
        return count;
    }

    /** Segments of 30 and 10 customers. */
    private ReportTables segments(String day, int overlap) {
        return new WrittenDay(folder, day)
                .table(
                        "segments",
                        List.of(
                                "segment:text",
                                "customer_count:whole",
                                "overlap_count:whole",
                                "customer_share:real",
                                "customer_share_low:real",
                                "customer_share_high:real"),
                        List.of(
                                List.of("loyal", 30, overlap, 0.75, 0.6, 0.9),
                                List.of("(none)", 10, 0, 0.25, 0.1, 0.4)))
                .tables();
    }

    private static List<Object> entry(String channel, int entered) {
        List<Object> row = open(channel);
        row.set(3, 1);
        row.set(4, "a");
        row.set(row.size() - 1, entered);
        return row;
    }

    /** The last step of a funnel without a window for one channel. */
    private static List<Object> open(String channel) {
        List<Object> row = step(channel, 1, 2);
        for (int column = 5; column <= 8; column++) {
            row.set(column, null);
        }
        return row;
    }

    private ReportTables day(String day, List<List<Object>> rows) {
        return new WrittenDay(folder, day).table("funnel_steps", STEPS, rows).tables();
    }

    /** The last step of a funnel for one channel. */
    private static List<Object> step(String channel, int reached, int entered) {
        Estimate rate = estimate(reached, entered);
        List<Object> row = new ArrayList<>(List.of("f", "channel", channel, 2, "b", entered));
        row.addAll(List.of(rate.value(), rate.low(), rate.high(), rate.value(), rate.low(), rate.high()));
        row.add(reached);
        return row;
    }

    private static Estimate estimate(int count, int base) {
        Interval interval = Proportion.wilson((double) count / base, base);
        return new Estimate((double) count / base, interval.low(), interval.high());
    }
}
