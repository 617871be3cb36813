package io.parcours.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.touchpoint.Touchpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundedNamesTest {

    @Test
    void pairs_are_numbered_in_order_of_first_appearance() {
        Random random = new Random(5);
        PairCodes pairs = new PairCodes();
        Map<List<Integer>, Integer> expected = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            int first = random.nextInt(200) * 7_919;
            int second = random.nextInt(40) - 1;
            int code = pairs.of(first, second);
            assertThat(code).isEqualTo(expected.computeIfAbsent(List.of(first, second), pair -> expected.size()));
            assertThat(pairs.first(code)).isEqualTo(first);
            assertThat(pairs.second(code)).isEqualTo(second);
        }
        assertThat(pairs.count()).isEqualTo(expected.size());
    }

    @Test
    void names_are_kept_by_length_then_bytes_then_number() {
        BoundedNames names = new BoundedNames(4);
        int longest = names.of("purchase", "web", 0);
        int later = names.of("b", "a", 1);
        int earlier = names.of("b", "a", -1);
        int missing = names.of(null, "zz", 7);
        int byBytes = names.of("a", "b", 9);
        assertThat(names.count()).isEqualTo(6);
        assertThat(names.isOverLimit()).isTrue();
        assertThat(names.isCrowded()).isFalse();

        int[] mapped = names.fold();

        assertThat(names.count()).isEqualTo(5);
        assertThat(mapped[longest]).isEqualTo(BoundedNames.OTHER);
        assertThat(mapped[BoundedNames.OTHER]).isEqualTo(BoundedNames.OTHER);
        assertThat(List.of(mapped[byBytes], mapped[earlier], mapped[later], mapped[missing]))
                .containsExactly(1, 2, 3, 4);
        assertThat(names.first(4)).isNull();
        assertThat(names.second(4)).isEqualTo("zz");
        assertThat(names.third(4)).isEqualTo(7);
        assertThat(names.of("b", "a", -1)).isEqualTo(2);
    }

    @Test
    void folding_early_keeps_what_folding_at_the_end_keeps() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                texts.add(Integer.toString(random.nextInt(5_000), 36));
            }
            BoundedNames early = new BoundedNames(10);
            BoundedNames late = new BoundedNames(10);
            for (String text : texts) {
                early.of(text, "x", 0);
                late.of(text, "x", 0);
                if (early.isCrowded()) {
                    early.fold();
                }
            }
            early.fold();
            late.fold();
            assertThat(listed(early)).isEqualTo(listed(late)).hasSize(10);
        }
    }

    @Test
    void a_breakdown_needs_a_dimension_and_is_listed_by_its_values() {
        BreakdownGroups groups = new BreakdownGroups(List.of("b", "a"), List.of("a", "b"));
        assertThat(groups.breakdowns()).isEqualTo(3);
        CustomerHistory history = new HistoryBuilder(
                        Histories.rules(), new ConditionIndex(List.of()), Histories.asOfMinute(10))
                .build(List.of(touchpoint("x", null), touchpoint("y", "é"), touchpoint("x", "z")));
        List<List<Integer>> numbers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            numbers.add(List.of(groups.of(history, i, 0), groups.of(history, i, 1), groups.of(history, i, 2)));
        }
        assertThat(numbers).containsExactly(List.of(0, 1, 2), List.of(0, 3, 4), List.of(0, 5, 2));
        assertThat(groups.inOrder().stream()
                        .map(group -> groups.breakdown(group) + " " + groups.value(group))
                        .toList())
                .containsExactly("all all", "b (none)", "b z", "b é", "a x", "a y");
        BreakdownGroups other = new BreakdownGroups(List.of("b", "a"), List.of("a", "b"));
        other.of(history, 2, 2);
        assertThat(other.merge(groups)).containsExactly(1, 2, 0, 3, 4, 5);
        assertThatThrownBy(() -> new BreakdownGroups(List.of("c"), List.of("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no dimension: c");
    }

    private static Touchpoint touchpoint(String a, String b) {
        return new Touchpoint(
                "c",
                Histories.START.getEpochSecond() * 1_000_000,
                "id",
                "A",
                null,
                Double.NaN,
                Arrays.asList(a, b),
                "file");
    }

    private static List<String> listed(BoundedNames names) {
        List<String> listed = new ArrayList<>();
        for (int name = 1; name < names.count(); name++) {
            listed.add(names.first(name));
        }
        return listed;
    }
}
