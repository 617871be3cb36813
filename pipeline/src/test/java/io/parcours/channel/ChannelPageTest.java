package io.parcours.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.journey.CustomerHistory;
import io.parcours.survey.SurveyedHistories;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples that docs/channels.md works by hand. */
class ChannelPageTest {
    private static final ChannelQuestion QUESTION =
            ChannelTables.question(ChannelTables.RULES, SurveyedHistories.NO_SURVEYS);

    private static String classOf(String letters) {
        return new JourneyClasses(ChannelTables.RULES, 3)
                .of(
                        ChannelTables.history("c", letters),
                        ChannelTables.history("c", letters).journeys().get(0))
                .label();
    }

    @Test
    void every_journey_has_the_first_class_that_holds() {
        Map<String, String> classes = new LinkedHashMap<>();
        classes.put("A0/web A5/web D9/web", "single");
        classes.put("A0/web E5 D9/web", "single");
        classes.put("A0 D9", "(none)");
        // Discovery has a touchpoint online and one offline; nine days lie between.
        classes.put("A0/web B12960/shop", "omnichannel");
        // Ordered online, collected in the shop two days later: the stages differ.
        classes.put("C0/web D2880/shop", "crosschannel");
        // Seven days are within seven days, a minute more is not.
        classes.put("C0/web D10080/shop", "crosschannel");
        classes.put("C0/web D10081/shop", "multichannel");
        // The neighbours have no channel in common with a missing one.
        classes.put("C0/web E1 D2/shop", "multichannel");
        // Both online: no stage has both kinds.
        classes.put("A0/web B1/app", "crosschannel");
        // The desk is neither online nor offline.
        classes.put("A0/web B1/desk", "crosschannel");
        // E has no stage.
        classes.put("E0/web E1/shop", "crosschannel");
        classes.forEach(
                (letters, expected) -> assertThat(classOf(letters)).as(letters).isEqualTo(expected));
    }

    @Test
    void four_journeys_by_hand() {
        List<CustomerHistory> histories = List.of(
                ChannelTables.history("1", "A0/web C10/web D20/shop"),
                ChannelTables.history("2", "A0/web D60/web"),
                ChannelTables.history("3", "A0/web C30/shop"),
                ChannelTables.history("4", "A0/web"));
        List<Map<String, Object>> mix = new ArrayList<>(ChannelTables.rows(QUESTION, histories, "channel_mix"));
        mix.removeIf(row -> !row.get("length").equals("all"));

        assertThat(mix).hasSize(2);
        assertThat(mix.get(0))
                .containsEntry("channel_class", "single")
                .containsEntry("journey_count", 2L)
                .containsEntry("journey_share", 0.5)
                .containsEntry("converted_count", 1L)
                .containsEntry("dropped_count", 1L)
                .containsEntry("contained_count", 1L)
                .containsEntry("containment_rate", 1.0)
                .containsEntry("seconds_to_conversion_p50", 3600.0)
                .containsEntry("journey_seconds_p50", 1800.0)
                .containsEntry("value_mean", null);
        assertThat(mix.get(1))
                .containsEntry("channel_class", "crosschannel")
                .containsEntry("converted_count", 1L)
                .containsEntry("contained_count", 0L)
                .containsEntry("seconds_to_conversion_p50", 1200.0);
        List<Map<String, Object>> switches = ChannelTables.rows(QUESTION, histories, "channel_switches");
        assertThat(switches).hasSize(1);
        assertThat(switches.get(0))
                .containsEntry("from_channel", "web")
                .containsEntry("to_channel", "shop")
                .containsEntry("from_kind", "online")
                .containsEntry("to_kind", "offline")
                .containsEntry("switch_count", 2L)
                .containsEntry("customer_count", 2L)
                .containsEntry("seconds_p50", 1200.0)
                .containsEntry("handover_count", 2L)
                .containsEntry("converted_after_count", 1L)
                .containsEntry("conversion_rate", 0.5);
    }

    @Test
    void rates_at_equal_length_by_hand() {
        // Two touchpoints: 3 single journeys of which 1 converts, 1 crosschannel that converts. Three: 1 single that
        // converts. So 4 of 5 journeys have two touchpoints.
        List<CustomerHistory> histories = List.of(
                ChannelTables.history("1", "A0/web D1/web"),
                ChannelTables.history("2", "A0/web C1/web"),
                ChannelTables.history("3", "A0/web C1/web"),
                ChannelTables.history("4", "A0/web D1/shop"),
                ChannelTables.history("5", "A0/web C1/web D2/web"),
                ChannelTables.history("6", "D0/web"));
        List<Map<String, Object>> mix = new ArrayList<>(ChannelTables.rows(QUESTION, histories, "channel_mix"));
        mix.removeIf(row -> !row.get("length").equals("standardised"));

        assertThat(mix).hasSize(2);
        // 4/5 * 1/3 + 1/5 * 1.
        assertThat((double) mix.get(0).get("conversion_rate")).isCloseTo(7 / 15.0, within(1e-12));
        assertThat((double) mix.get(0).get("drop_off_rate")).isCloseTo(8 / 15.0, within(1e-12));
        assertThat(mix.get(0)).containsEntry("journey_count", 4L).containsEntry("covered_share", 1.0);
        // Only journeys of two touchpoints: 1 of 1, for four fifths of all.
        assertThat(mix.get(1))
                .containsEntry("channel_class", "crosschannel")
                .containsEntry("conversion_rate", 1.0)
                .containsEntry("conversion_rate_high", 1.0)
                .containsEntry("covered_share", 0.8);
        // Wilson: 1 of 3 gives 0.061492 to 0.792340, 1 of 1 gives 0.206549 to 1. Low end: 7/15 - sqrt((0.8 *
        // 0.271841)^2
        // + (0.2 * 0.793451)^2) = 7/15 - 0.269216; high end: 7/15 + 0.8 * 0.459007.
        assertThat((double) mix.get(0).get("conversion_rate_low")).isCloseTo(0.466667 - 0.269216, within(2e-6));
        assertThat((double) mix.get(0).get("conversion_rate_high")).isCloseTo(0.466667 + 0.367206, within(2e-6));
    }
}
