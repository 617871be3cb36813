package io.parcours.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DimensionColumnsTest {
    private static final Set<String> TAKEN = Set.of("channel", "value");

    @Test
    void namesBecomeSnakeCase() {
        assertThat(DimensionColumns.names(
                        List.of("platform", "userCohort", "User Lifecycle", "a.b", "Größe m²", "INDIRIM", "2nd", "日本"),
                        TAKEN))
                .containsExactly(
                        "platform",
                        "user_cohort",
                        "user_lifecycle",
                        "a_b",
                        "gro_e_m2",
                        "indirim",
                        "dimension_2nd",
                        "dimension");
    }

    @Test
    void aNameThatNeedsNoChangeStaysAndTheOthersAreNumbered() {
        assertThat(DimensionColumns.names(List.of("a b", "a-b", "a_b", "a_b_2", "channel", "", "!"), TAKEN))
                .containsExactly("a_b_3", "a_b_4", "a_b", "a_b_2", "channel_2", "dimension", "dimension_2");
    }

    @Test
    void whateverTheNamesColumnsAreLegalAndDifferent() {
        Random random = new Random(1);
        for (int round = 0; round < 3_000; round++) {
            List<String> names = random.ints(6, 0, 3)
                    .mapToObj(length -> random.ints(length, 0, 400)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString())
                    .toList();
            List<String> columns = DimensionColumns.names(names, TAKEN);
            assertThat(columns).hasSize(6).allMatch(column -> column.matches("[a-z][a-z0-9_]*"));
            assertThat(new HashSet<>(columns)).hasSize(6).doesNotContainAnyElementsOf(TAKEN);
        }
    }
}
