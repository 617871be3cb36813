package io.parcours.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the documentation says of combinations of a funnel's keys is what the reader does, on random funnels. */
class FunnelRulesLawTest {
    private static final int TRIALS = 3_000;

    @Test
    void aFunnelIsReadExactlyWhereTheDocumentationAllowsItAndThenReadsBackToItself() {
        int legal = 0;
        for (int seed = 0; seed < TRIALS; seed++) {
            RandomFunnel funnel = new RandomFunnel(seed);
            String text = funnel.map();
            try {
                JourneyMap map = JourneyMapReader.read(text, "m.yaml");
                assertThat(funnel.isLegal()).as(text).isTrue();
                assertThat(JourneyMapReader.read(map.effective(), "e.yaml"))
                        .as(text)
                        .isEqualTo(map);
                assertThat(MapSummary.of(map))
                        .as(text)
                        .allSatisfy(line -> assertThat(line).doesNotContain("\n"));
                legal++;
            } catch (MapException refused) {
                assertThat(funnel.isLegal()).as(text + refused.getMessage()).isFalse();
                assertThat(refused.problems()).as(text).allSatisfy(problem -> {
                    assertThat(problem.path()).startsWith("funnels[0].");
                    assertThat(problem.line()).isGreaterThan(3);
                });
            }
        }
        assertThat(legal).isBetween(TRIALS / 10, TRIALS * 9 / 10);
    }
}
