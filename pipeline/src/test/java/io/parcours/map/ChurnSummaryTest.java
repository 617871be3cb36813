package io.parcours.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.churn.ChurnRules;
import org.junit.jupiter.api.Test;

class ChurnSummaryTest {
    @Test
    void theDefaultsAreOneLine() {
        assertThat(ChurnSummary.lines(ChurnRules.DEFAULT))
                .containsExactly("dormant after 90d without a touchpoint; periods of 7d");
    }

    @Test
    void everyPartThatIsNotTheDefaultHasALineOfItsOwn() {
        ChurnRules rules =
                JourneyMapReader.read(MapResources.fullMap(), "m.yaml").churn();

        assertThat(ChurnSummary.lines(rules))
                .containsExactly(
                        "dormant after 30d without purchase; periods of 1d",
                        "mbg_nbd looks 60d ahead; its back-test is fitted until 2024-06-30; risk medium from 0.2, high"
                                + " from 0.6",
                        "cancel ends a subscription; curves by channel, platform",
                        "what lies 14d back is recent; signals bad_chat");
    }

    @Test
    void aBackTestWithoutADayHoldsBackTheLastThird() {
        ChurnRules rules = JourneyMapReader.read(
                        "name: m\nfunnels: [{name: f, steps: [a]}]\nchurn: {horizon: 30d, lookback: 7d}", "m.yaml")
                .churn();

        assertThat(ChurnSummary.lines(rules))
                .containsExactly(
                        "dormant after 90d without a touchpoint; periods of 7d",
                        "bg_nbd looks 30d ahead; its back-test holds back the last third; risk medium from 0.25, high"
                                + " from 0.5",
                        "what lies 7d back is recent");
    }
}
