package io.parcours.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.attribution.AttributionRules.Model;
import io.parcours.attribution.AttributionRules.Serves;
import io.parcours.attribution.AttributionRules.Transform;
import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.PublicLog;
import io.parcours.touchpoint.Touchpoint;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Attribution worked out by hand, and published figures. */
class AttributionCasesTest {
    private static final AsOf AS_OF = new AsOf(Instant.parse("2024-06-30T10:00:00Z"), ZoneOffset.UTC);
    private static final int DAY = 24 * 60;

    @Test
    void removal_effects_of_three_channels() {
        // C1 > C2 > C3 converts, C1 does not, C2 > C3 does not. P(conversion) = 2/3 * 1/2 * 1/2 + 1/3 * 1/2 = 1/3;
        // without C1
        // 1/6, without C2 or C3 nothing. So the effects are 1/2, 1 and 1, and the one conversion is parted 0.2, 0.4,
        // 0.4.
        Asked asked = new Asked();
        List<AttributionRow> rows = rows(asked, "A/C1 A/C2 A/C3 X", "A/C1", "A/C2 A/C3");
        assertThat(Asked.row(rows, Model.MARKOV, "C1").removalEffect()).isCloseTo(0.5, within(1e-12));
        assertThat(Asked.row(rows, Model.MARKOV, "C2").removalEffect()).isCloseTo(1, within(1e-12));
        assertThat(Asked.row(rows, Model.MARKOV, "C3").removalEffect()).isCloseTo(1, within(1e-12));
        assertThat(conversions(rows, Model.MARKOV))
                .containsOnly(close("C1", 0.2), close("C2", 0.4), close("C3", 0.4), close("(unattributed)", 0));
        assertThat(Asked.row(rows, Model.LINEAR, "C1").removalEffect()).isNull();
    }

    @Test
    void credit_halves_with_every_half_life() {
        // Touches 0, 0, 6 and 9 days before the conversion, half-life 7 days: weights 1, 1, 2^(-6/7), 2^(-9/7).
        double[] weights = {1, 1, Math.pow(2, -6 / 7.0), Math.pow(2, -9 / 7.0)};
        double sum = weights[0] + weights[1] + weights[2] + weights[3];
        List<AttributionRow> rows =
                rows(new Asked(), "A0/d A%d/c A%d/b A%d/a X%d".formatted(3 * DAY, 9 * DAY, 9 * DAY, 9 * DAY));
        assertThat(conversions(rows, Model.TIME_DECAY))
                .containsOnly(
                        close("a", weights[0] / sum),
                        close("b", weights[1] / sum),
                        close("c", weights[2] / sum),
                        close("d", weights[3] / sum),
                        close("(unattributed)", 0));
        assertThat(100 * weights[0] / sum).isCloseTo(33.76, within(0.005));
        assertThat(100 * weights[2] / sum).isCloseTo(18.64, within(0.005));
        assertThat(100 * weights[3] / sum).isCloseTo(13.85, within(0.005));
    }

    @Test
    void a_name_that_was_collapsed_is_as_old_as_its_latest_touch() {
        // web 7 days and 0 days before is one name of age 0; mail is 14 days old: 1 to 1/4.
        String letters = "A0/mail A%d/web A%d/web X%d".formatted(7 * DAY, 14 * DAY, 14 * DAY);
        assertThat(conversions(rows(new Asked(), letters), Model.TIME_DECAY))
                .containsOnly(close("web", 0.8), close("mail", 0.2), close("(unattributed)", 0));
        // web > mail > web by first occurrences is web, mail; web's latest touch is of the conversion's instant.
        Asked first = new Asked();
        first.transform = Transform.FIRST_OCCURRENCES;
        String back = "A0/web A%d/mail A%d/web X%d".formatted(7 * DAY, 14 * DAY, 14 * DAY);
        assertThat(conversions(rows(first, back), Model.TIME_DECAY))
                .containsOnly(close("web", 2 / 3.0), close("mail", 1 / 3.0), close("(unattributed)", 0));
    }

    @Test
    void positions_share_what_the_ends_leave() {
        Asked asked = new Asked();
        asked.firstShare = 0.5;
        asked.lastShare = 0.2;
        assertThat(conversions(rows(asked, "A/a A/b A/c A/d X"), Model.POSITION))
                .containsOnly(
                        close("a", 0.5),
                        close("b", 0.15),
                        close("c", 0.15),
                        close("d", 0.2),
                        close("(unattributed)", 0));
        assertThat(conversions(rows(asked, "A/a A/b X"), Model.POSITION))
                .containsOnly(close("a", 5 / 7.0), close("b", 2 / 7.0), close("(unattributed)", 0));
        assertThat(conversions(rows(asked, "A/a X"), Model.POSITION))
                .containsOnly(close("a", 1), close("(unattributed)", 0));
        asked.firstShare = 0;
        asked.lastShare = 0;
        assertThat(conversions(rows(asked, "A/a A/b X"), Model.POSITION))
                .containsOnly(close("a", 0.5), close("b", 0.5), close("(unattributed)", 0));
    }

    @Test
    void the_lookback_holds_both_its_ends_and_touches_of_the_conversions_instant() {
        Asked asked = new Asked();
        asked.lookback = Duration.ofMinutes(10);
        // The touch at minute 4 is 11 minutes old, that at 5 just 10; d comes after X in total order, at its instant.
        List<AttributionRow> rows = rows(asked, "A4/a A5/b X15 A15/d");
        assertThat(conversions(rows, Model.LINEAR))
                .containsOnly(close("a", 0), close("b", 0.5), close("d", 0.5), close("(unattributed)", 0));
        assertThat(conversions(rows(asked, "A4/a X15"), Model.LINEAR))
                .containsOnly(close("a", 0), close("(unattributed)", 1));
    }

    @Test
    void a_touch_may_serve_the_next_conversion_only() {
        Asked asked = new Asked();
        asked.serves = Serves.NEXT_CONVERSION;
        // The second X of minute 2 has no touch left; b serves the third.
        List<AttributionRow> rows = rows(asked, "A0/a X2 X2 A3/b X4 A5/c");
        assertThat(conversions(rows, Model.FIRST))
                .containsOnly(close("a", 1), close("b", 1), close("c", 0), close("(unattributed)", 1));
        asked.serves = Serves.EVERY_CONVERSION;
        assertThat(conversions(rows(asked, "A0/a X2 X2 A3/b X4 A5/c"), Model.FIRST))
                .containsOnly(close("a", 3), close("b", 0), close("c", 0), close("(unattributed)", 0));
    }

    @Test
    void touches_without_a_channel_are_touches() {
        Asked asked = new Asked();
        asked.touches = TouchpointCondition.ofEvents("A");
        assertThat(conversions(rows(asked, "A B/web X"), Model.LAST))
                .containsOnly(close("(none)", 1), close("(unattributed)", 0));
    }

    @Test
    void a_dimension_is_credited_like_a_channel_and_values_follow_their_conversions() {
        Asked asked = new Asked();
        asked.by = List.of("platform", "event");
        long day = Duration.ofDays(1).toNanos() / 1000;
        List<Touchpoint> touchpoints = List.of(
                new Touchpoint("c", day, "1", "A", "web", 99, List.of("ios"), "f"),
                new Touchpoint("c", 2 * day, "2", "B", "web", Double.NaN, Arrays.asList((String) null), "f"),
                new Touchpoint("c", 3 * day, "3", "X", "web", 30.5, List.of("android"), "f"),
                new Touchpoint("c", 3 * day, "4", "X", "web", -0.5, List.of("android"), "f"));
        AttributionCounts counts = asked.counts(List.of(asked.history(touchpoints, AS_OF)), AS_OF);
        List<AttributionRow> linear = asked.rows(counts).stream()
                .filter(row -> row.model().equals("linear"))
                .toList();
        assertThat(linear)
                .extracting(
                        AttributionRow::by, AttributionRow::name, AttributionRow::conversions, AttributionRow::value)
                .containsExactly(
                        tuple("platform", "(none)", 1.0, 15.0),
                        tuple("platform", "ios", 1.0, 15.0),
                        tuple("platform", "(unattributed)", 0.0, 0.0),
                        tuple("event", "A", 1.0, 15.0),
                        tuple("event", "B", 1.0, 15.0),
                        tuple("event", "(unattributed)", 0.0, 0.0));
        assertThat(asked.paths(counts))
                .filteredOn(row -> row.by().equals("platform"))
                .extracting(
                        ConversionPathsReport.Row::path,
                        ConversionPathsReport.Row::conversions,
                        ConversionPathsReport.Row::value,
                        ConversionPathsReport.Row::median)
                .containsExactly(tuple(List.of("ios", "(none)"), 2L, 30.0, 2 * 86_400.0));
    }

    @Test
    void snowplows_paths_and_credits_are_the_published_ones() throws IOException {
        List<CustomerHistory> histories = snowplow();
        Asked asked = new Asked();
        AttributionCounts counts = question().begin(SNOWPLOW);
        histories.forEach(counts::add);
        JsonNode expected =
                new ObjectMapper().readTree(String.join("\n", PublicLog.lines("snowplow_paths/expected.json")));
        List<AttributionRow> rows = asked.rows(counts);
        check(rows, Model.FIRST, expected.at("/attribution/first"));
        check(rows, Model.LAST, expected.at("/attribution/last"));
        check(rows, Model.LINEAR, expected.at("/attribution/linear"));
        check(rows, Model.POSITION, expected.at("/attribution/position_40_20_40"));
        // Set Shapley by the data's README: 3.5, 1.5, 1. By value: Direct has 94.42 alone and half of 140.
        assertThat(conversions(rows, Model.SHAPLEY))
                .contains(close("Direct", 3.5), close("Organic_Search", 1.5), close("Video", 1), close("Referral", 0));
        assertThat(Asked.row(rows, Model.SHAPLEY, "Direct").value()).isEqualTo(164.42);
        Map<String, List<Number>> paths = new HashMap<>();
        asked.paths(counts)
                .forEach(row -> paths.put(
                        String.join(" > ", row.path()), List.<Number>of(row.conversions(), row.others(), row.value())));
        Map<String, List<Number>> published = new HashMap<>();
        expected.get("path_summary")
                .properties()
                .forEach(path -> published.put(
                        path.getKey(),
                        List.<Number>of(
                                path.getValue().get("conversions").asLong(),
                                path.getValue().get("non_conversions").asLong(),
                                path.getValue().get("revenue").asDouble())));
        assertThat(paths).isEqualTo(published);
    }

    private static final AsOf SNOWPLOW = new AsOf(Instant.parse("2022-08-31T00:00:00Z"), ZoneOffset.UTC);
    private static final TouchpointCondition CONVERTS = TouchpointCondition.ofEvents("conversion");
    private static final ConditionIndex INDEX = new ConditionIndex(List.of(CONVERTS));

    private static AttributionQuestion question() {
        return new AttributionQuestion(new Asked().rules(), CONVERTS, List.of(), List.of(), INDEX);
    }

    private static List<CustomerHistory> snowplow() {
        return PublicLog.read("snowplow_paths/touchpoints.csv")
                .histories("customer_id", "channel", List.of(), Histories.rules(), INDEX, SNOWPLOW);
    }

    private static void check(List<AttributionRow> rows, Model model, JsonNode published) {
        Map<String, List<Double>> credited = new HashMap<>();
        rows.stream()
                .filter(row -> row.model().equalsIgnoreCase(model.name()) && row.conversions() > 0)
                .forEach(row -> credited.put(row.name(), List.of(row.conversions(), row.value())));
        Map<String, List<Double>> expected = new HashMap<>();
        published
                .properties()
                .forEach(name -> expected.put(
                        name.getKey(),
                        List.of(
                                name.getValue().get("conversions").asDouble(),
                                name.getValue().get("revenue").asDouble())));
        assertThat(credited).as(model.name()).isEqualTo(expected);
    }

    private static List<AttributionRow> rows(Asked asked, String... customers) {
        List<CustomerHistory> histories = new ArrayList<>();
        for (String letters : customers) {
            histories.add(asked.history("c" + histories.size(), letters, AS_OF));
        }
        return asked.rows(asked.counts(histories, AS_OF));
    }

    /** Rounded to eight decimals, finer than any difference meant here. */
    private static Map.Entry<String, Double> close(String name, double conversions) {
        return Map.entry(name, Math.rint(conversions * 1e8) / 1e8);
    }

    private static List<Map.Entry<String, Double>> conversions(List<AttributionRow> rows, Model model) {
        return rows.stream()
                .filter(row -> row.model().equalsIgnoreCase(model.name()))
                .map(row -> close(row.name(), row.conversions()))
                .toList();
    }
}
