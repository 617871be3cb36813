package io.parcours.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FunnelSummaryTest {

    @Test
    void a_funnel_of_defaults_is_one_line() {
        assertThat(lines("{name: f, steps: [a, b]}")).containsExactly("f: a > b, without a time limit, per customer");
        assertThat(lines("{name: f, steps: [a, b], window: 36h, unit: session, breakdown: [channel, platform]}"))
                .containsExactly("f: a > b, within 36h, per session, by channel, platform");
    }

    @Test
    void every_rule_is_told() {
        assertThat(FunnelSummary.lines(JourneyMapReader.read(MapResources.fullMap(), "m.yaml")
                        .funnels()
                        .get(0)))
                .containsExactly(
                        "checkout: product_view > cart (optional, within 2h) > product_view 2 > purchase (first ever),"
                                + " nothing else between, within 14d, per attempt of a session, by channel, platform,"
                                + " channel x platform",
                        "every product_view after the attempt before has ended is an attempt",
                        "touchpoints at one instant never follow each other",
                        "support_chat between product_view and purchase puts a session out of the funnel",
                        "stage discovery, on store, where value is null between any two steps breaks a chain",
                        "all steps with one platform; each value counts for itself",
                        "a breakdown's value is that of step product_view 2",
                        "trend by week of entry",
                        "compares 2024-03-01 to 2024-03-31 with 2024-04-01 to 2024-04-30, by platform",
                        "drivers look at units still undecided 10m after a step");
    }

    @Test
    void each_order_entry_and_attribution_has_its_words() {
        assertThat(lines("{name: f, steps: [a, b], order: unordered}"))
                .containsExactly("f: a + b in any order, without a time limit, per customer");
        assertThat(lines("{name: f, steps: [a, b], entry: first}")).contains("only chains from the first a count");
        assertThat(lines("{name: f, steps: [a, b], breakdown: channel, attribution: last_touch}"))
                .contains("a breakdown's value is that of the last step reached");
        assertThat(lines("{name: f, steps: [a, b], breakdown: channel, attribution: all_steps}"))
                .contains("a breakdown's value is one that all steps share");
        assertThat(lines("{name: f, steps: [a, b],"
                        + " compare: {before: [2024-01-01, 2024-01-02], after: [2024-01-03, 2024-01-03]}}"))
                .contains("compares 2024-01-01 to 2024-01-02 with 2024-01-03 to 2024-01-03");
    }

    private static List<String> lines(String funnel) {
        return FunnelSummary.lines(
                JourneyMapReader.read("name: m\ninput: {dimensions: platform}\nfunnels: [" + funnel + "]\n", "m.yaml")
                        .funnels()
                        .get(0));
    }
}
