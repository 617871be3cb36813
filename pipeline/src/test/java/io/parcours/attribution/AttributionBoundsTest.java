package io.parcours.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.attribution.AttributionRules.Model;
import io.parcours.attribution.AttributionRules.Transform;
import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHash;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.stats.ExactSum;
import io.parcours.touchpoint.Touchpoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of logs with more names, paths or digits than are kept. */
class AttributionBoundsTest {
    private static final AsOf AS_OF = new AsOf(Instant.parse("2024-06-30T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void a_path_has_the_latest_thousand_touches() {
        Asked asked = new Asked();
        asked.transform = Transform.AS_IS;
        asked.models = List.of(Model.FIRST);
        String letters =
                IntStream.rangeClosed(1, 1_001).mapToObj(i -> "A/c" + i).collect(Collectors.joining(" "));
        AttributionCounts counts = asked.counts(List.of(asked.history("c", letters + " X", AS_OF)), AS_OF);
        assertThat(asked.paths(counts))
                .extracting(ConversionPathsReport.Row::length)
                .containsExactly(1_000L);
        assertThat(Asked.row(asked.rows(counts), Model.FIRST, "c2").conversions())
                .isEqualTo(1);
    }

    @Test
    void many_states_have_no_intervals_and_too_many_no_model() {
        for (int names : new int[] {200, 201, 1_000, 1_001}) {
            Asked asked = new Asked();
            asked.models = List.of(Model.LAST, Model.MARKOV);
            asked.replicates = 2;
            List<CustomerHistory> histories = eachOnce(asked, names);
            // In two parts: neither has too many of its own.
            AttributionCounts counts = asked.counts(histories.subList(0, names / 2), AS_OF);
            counts.merge(asked.counts(histories.subList(names / 2, names), AS_OF));
            List<AttributionRow> rows = asked.rows(counts);
            AttributionRow markov = Asked.row(rows, Model.MARKOV, "n0");
            assertThat(markov.conversionsInterval() != null).as("%d", names).isEqualTo(names <= 200);
            assertThat(markov.conversions() != null).as("%d", names).isEqualTo(names <= 1_000);
            if (names <= 1_000) {
                assertThat(markov.conversions()).isCloseTo(1, within(1e-9));
            }
            String note = names <= 200 ? null : names <= 1_000 ? "200 states" : "1000 states";
            assertThat(markov.note() == null ? null : markov.note().replaceFirst(".*than ", ""))
                    .isEqualTo(note);
            AttributionRow unattributed = Asked.row(rows, Model.MARKOV, "(unattributed)");
            assertThat(unattributed.conversions()).isEqualTo(0);
        }
    }

    @Test
    void names_beyond_the_thousand_with_the_most_touches_are_the_others() {
        Asked asked = new Asked();
        asked.models = List.of(Model.LAST);
        asked.replicates = 2;
        List<CustomerHistory> histories = eachOnce(asked, 1_003);
        histories.add(asked.history("more", "A/n1002 X", AS_OF));
        List<AttributionRow> rows = asked.rows(asked.counts(histories, AS_OF));
        assertThat(rows).hasSize(1_002);
        // n1002 has two touches, the others one: those listed are the first by their texts, which n997, n998, n999 are
        // not.
        AttributionRow others = Asked.row(rows, Model.LAST, "(other)");
        assertThat(others.conversions()).isEqualTo(3);
        assertThat(others.touches()).isEqualTo(3);
        assertThat(others.customers()).isNull();
        assertThat(rows.get(0).name()).isEqualTo("n1002");
        assertThat(rows)
                .extracting(AttributionRow::name)
                .doesNotContain("n997", "n998", "n999")
                .contains("n996");
        assertThat(rows).extracting(AttributionRow::note).containsOnly("no intervals: more than 1000 names");
        assertThat(rows).extracting(AttributionRow::conversionsInterval).containsOnlyNulls();
        assertThat(rows.stream().mapToDouble(AttributionRow::conversions).sum()).isEqualTo(1_004);
    }

    @Test
    void which_names_and_paths_are_told_apart_does_not_depend_on_the_parts() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Asked asked = new Asked();
            asked.replicates = 3;
            boolean hasFewNames = seed % 2 == 0;
            List<CustomerHistory> histories = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                StringBuilder letters = new StringBuilder();
                for (int touch = random.nextInt(5); touch >= 0; touch--) {
                    letters.append("A/n")
                            .append(random.nextInt(hasFewNames ? 15 : 90))
                            .append(' ');
                }
                histories.add(asked.history("c" + i, letters + (random.nextBoolean() ? "X" : "B/n1"), AS_OF));
            }
            LevelCounts whole = level(asked, histories);
            Collections.shuffle(histories, random);
            List<LevelCounts> parts = new ArrayList<>();
            for (int from = 0; from < 200; ) {
                int to = Math.min(200, from + 1 + random.nextInt(120));
                parts.add(level(asked, histories.subList(from, to)));
                from = to;
            }
            while (parts.size() > 1) {
                LevelCounts part = parts.remove(random.nextInt(parts.size()));
                parts.get(random.nextInt(parts.size())).merge(part);
            }
            assertThat(rows(asked, parts.get(0))).isEqualTo(rows(asked, whole));
            assertThat(ConversionPathsReport.rows(parts.get(0))).isEqualTo(ConversionPathsReport.rows(whole));
            checkKept(whole, hasFewNames);
        }
    }

    /** At most 20 names and 30 paths are told apart. */
    private static LevelCounts level(Asked asked, List<CustomerHistory> histories) {
        LevelCounts level = new LevelCounts(Credited.of("channel", List.of()), asked.rules(), 20, 30);
        Touches touches = new Touches(
                Touches.Conditions.of(Asked.CONVERSION, asked.rules().touchesIfGiven(), List.of(), asked.index()));
        for (CustomerHistory history : histories) {
            touches.read(history);
            level.add(history, touches, new TouchWindows(asked.rules()), CustomerGroups.of(history.customerId()));
        }
        return level;
    }

    private static List<AttributionRow> rows(Asked asked, LevelCounts level) {
        level.finish();
        boolean[] filled = new boolean[CustomerGroups.COUNT];
        Arrays.fill(filled, true);
        return new LevelRows(level, asked.rules(), new Redraws(filled, 3, 1), SpentCosts.NONE).rows();
    }

    private static void checkKept(LevelCounts whole, boolean hasFewNames) {
        Set<String> names = new TreeSet<>();
        for (int name = 1; name <= whole.names().count(); name++) {
            names.add(whole.names().name(name));
        }
        List<ConversionPathsReport.Row> paths = ConversionPathsReport.rows(whole);
        assertThat(paths.stream()
                        .mapToLong(row -> row.conversions() + row.others())
                        .sum())
                .isEqualTo(200);
        if (hasFewNames) {
            assertThat(names).hasSizeLessThanOrEqualTo(15).doesNotContain("(other)");
            assertThat(paths).hasSize(31);
            assertThat(paths.get(30).path()).containsExactly("(other)");
            // The short ones are kept: each path of one name there can be.
            assertThat(paths.stream()
                            .filter(row -> row.length() != null && row.length() == 1)
                            .count())
                    .isGreaterThan(5);
        } else {
            Set<String> least = IntStream.range(0, 90)
                    .mapToObj(i -> "n" + i)
                    .sorted(Comparator.comparingLong(CustomerHash::of))
                    .limit(20)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(names).contains("(other)").hasSize(21);
            names.remove("(other)");
            assertThat(names).isEqualTo(least);
            assertThat(paths).extracting(ConversionPathsReport.Row::path).containsExactly(List.of("(other)"));
        }
    }

    @Test
    void values_of_any_size_are_parted_without_rest() {
        double[] values = {0.1, 1e-9, 123456.789012345, 1e15, 3e12, -2.5, 1.0 / 3, 1e300, Double.NaN, 7, 1e11 + 0.015625
        };
        Asked asked = new Asked();
        List<CustomerHistory> histories = new ArrayList<>();
        ExactSum sum = new ExactSum();
        for (double value : values) {
            List<Touchpoint> touchpoints =
                    new ArrayList<>(Histories.touchpoints("c" + histories.size(), "A/a A/b A/c X"));
            Touchpoint last = touchpoints.remove(3);
            touchpoints.add(new Touchpoint(
                    last.customerId(), last.occurredAt(), last.eventId(), "X", null, value, List.of(), "letters"));
            histories.add(asked.history(touchpoints, AS_OF));
            sum.add(value);
        }
        AttributionCounts counts = asked.counts(histories, AS_OF);
        LevelCounts level = counts.levels().get(0);
        ExactCells cells = level.credits().together();
        for (int model = 0; model < Model.values().length; model++) {
            BigDecimal credited = BigDecimal.ZERO;
            for (int name = 1; name <= 3; name++) {
                credited = credited.add(cells.total(level.conversionCell(name, model) + 1));
            }
            if (Model.values()[model] != Model.MARKOV) {
                assertThat(credited.movePointLeft(6)).as("%d", model).isEqualByComparingTo(sum.total());
            }
        }
        // A third of 1e300 each, which swallows the rest.
        assertThat(Asked.row(asked.rows(counts), Model.LINEAR, "a").value()).isCloseTo(1e300 / 3, within(1e286));
    }

    @Test
    void sums_beyond_a_long_go_on_as_decimals() {
        ExactCells cells = new ExactCells();
        cells.add(0, Long.MAX_VALUE);
        cells.add(0, Long.MAX_VALUE);
        cells.add(0, -1);
        assertThat(cells.total(0))
                .isEqualByComparingTo(BigDecimal.valueOf(Long.MAX_VALUE)
                        .multiply(BigDecimal.valueOf(2))
                        .subtract(BigDecimal.ONE));
        assertThat(cells.toDouble(0)).isEqualTo(0x1p64);
        assertThat(cells.total(99)).isEqualByComparingTo(BigDecimal.ZERO);
    }

    /** So many customers, each with a channel of its own and a conversion. */
    private static List<CustomerHistory> eachOnce(Asked asked, int names) {
        List<CustomerHistory> histories = new ArrayList<>();
        for (int name = 0; name < names; name++) {
            histories.add(asked.history("c" + name, "A/n" + name + " X", AS_OF));
        }
        return histories;
    }
}
