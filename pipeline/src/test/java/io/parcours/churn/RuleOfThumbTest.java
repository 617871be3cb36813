package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RuleOfThumbTest {

    @Test
    void aBandIsLentTheShareOfTheOtherHalf() {
        StateOutcomes states = new StateOutcomes();
        add(states, ChurnState.DORMANT, 0, 8, 2);
        add(states, ChurnState.DORMANT, 1, 3, 1);
        add(states, ChurnState.NEW, 0, 1, 4);
        add(states, ChurnState.CURRENT, 1, 0, 3);
        add(states, ChurnState.RETURNED, 1, 1, 0);
        add(states, ChurnState.AT_RISK, 0, 1, 0);
        RuleOfThumb rule = new RuleOfThumb(states);

        assertThat(rule.share(ChurnRisk.HIGH, 0)).isEqualTo(0.75);
        assertThat(rule.share(ChurnRisk.HIGH, 1)).isEqualTo(0.8);
        assertThat(rule.share(ChurnRisk.LOW, 0)).isEqualTo(0.25);
        assertThat(rule.share(ChurnRisk.LOW, 1)).isEqualTo(0.2);
        // Nobody of the second half is at risk: of all its 8 customers 4 left.
        assertThat(rule.share(ChurnRisk.MEDIUM, 0)).isEqualTo(0.5);
        double squares = 8 * 0.0625 + 2 * 0.5625 + 3 * 0.04 + 0.64 + 0.5625 + 4 * 0.0625 + 0.64 + 3 * 0.04 + 0.25;
        assertThat(rule.brierScore()).isCloseTo(squares / 24, within(1e-12));
        // 14 left, 10 stayed: high beats 7 below and ties 3, medium beats 7, low ties 7.
        assertThat(rule.tallies().discrimination().getAsDouble())
                .isCloseTo((11 * (7 + 1.5) + 7 + 2 * 3.5) / 140, within(1e-12));
    }

    @Test
    void withoutAnotherHalfNothingIsKnown() {
        StateOutcomes states = new StateOutcomes();
        add(states, ChurnState.NEW, 1, 1, 0);

        assertThat(new RuleOfThumb(states).share(ChurnRisk.LOW, 1)).isEqualTo(0.5);
    }

    private static void add(StateOutcomes states, ChurnState state, int half, int left, int stayed) {
        for (int i = 0; i < left; i++) {
            states.add(state, half, true);
        }
        for (int i = 0; i < stayed; i++) {
            states.add(state, half, false);
        }
    }
}
