package io.parcours.friction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.PublicLog;
import io.parcours.journey.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The public shop log, in which a mobile checkout loop and a payment incident with its chats were planted, asked with the map
 * of docs/friction.md: journeys that end after a day of silence, four stages, else the defaults.
 */
class FrictionOfEcomTest {
    private static Stage stage(String name, String... events) {
        return new Stage(name, TouchpointCondition.ofEvents(events));
    }

    private static List<FrictionRow> ask() {
        TouchpointCondition chats = TouchpointCondition.ofEvents("support_chat");
        JourneyRules journeys = new JourneyRules(
                JourneyRules.DEFAULT_SESSION_GAP,
                Duration.ofDays(1),
                List.of(
                        stage(
                                "discovery",
                                "home",
                                "catalog",
                                "search",
                                "filter_results",
                                "promo_page",
                                "product_view",
                                "compare",
                                "wishlist_add"),
                        stage("cart", "add_to_cart", "cart"),
                        stage("checkout", "shipping_details", "payment_details"),
                        stage("purchase", "purchase")),
                TouchpointCondition.ofEvents("purchase"),
                JourneyRules.DEFAULT_TOUCHPOINT_LIMIT);
        ConditionIndex index = new ConditionIndex(List.of(journeys.conversion(), chats, TouchpointCondition.ANY));
        FrictionRules defaults = FrictionRules.DEFAULT;
        FrictionRules rules = new FrictionRules(
                chats,
                null,
                defaults.contactAgainWithin(),
                defaults.burstCount(),
                defaults.burstWithin(),
                defaults.stallAfter());
        AsOf asOf = new AsOf(Instant.parse("2024-06-29T22:02:40Z"), ZoneOffset.UTC);
        FrictionCounts counts = new FrictionQuestion(
                        rules,
                        journeys,
                        new FrictionQuestion.Inactivity(TouchpointCondition.ANY, Duration.ofDays(30)),
                        List.of(),
                        index,
                        List.of())
                .begin(asOf);
        PublicLog.read("ecom/ecom.csv")
                .withoutDuplicates()
                .histories("user_id", "acquisition_channel", List.of(), journeys, index, asOf)
                .forEach(counts::add);
        return FrictionRows.of(counts);
    }

    @Test
    void going_back_from_the_cart_and_the_checkout_is_a_finding_and_little_else_is_sure() {
        List<FrictionRow> tested =
                ask().stream().filter(row -> row.conversion().isTested()).toList();

        assertThat(tested).hasSize(57);
        assertThat(tested)
                .filteredOn(row -> row.conversion().qValue() < 0.05)
                .extracting(
                        FrictionRow::kind,
                        FrictionRow::place,
                        FrictionRow::fromStage,
                        row -> row.conversion().withCount())
                .containsExactlyInAnyOrder(
                        tuple(FrictionKind.MOVE_BACK, "catalog", "cart", 105L),
                        tuple(FrictionKind.MOVE_BACK, "home", "checkout", 16L));
        FrictionRow search = tested.stream()
                .filter(row -> row.kind() == FrictionKind.IMMEDIATE_REPEAT
                        && row.place().equals("search"))
                .findFirst()
                .orElseThrow();
        // 3 of 112 bought after searching twice in a row; searching once, 8 % of journeys as long. No finding.
        assertThat(search.conversion().with().value()).isEqualTo(3 / 112.0);
        assertThat(search.conversion().qValue()).isGreaterThan(0.3);
    }
}
