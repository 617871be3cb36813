package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Histories;
import io.parcours.journey.PublicLog;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public shop log, in which a mobile checkout loop and a payment incident with its chats were planted, asked with the
 * defaults and a window of a day.
 */
class DropOffDriversOfEcomTest {
    private static final List<String> DIMENSIONS = List.of("platform", "user_cohort", "user_lifecycle");

    private static List<DropOffDriversRow> ask(String... steps) {
        FunnelRules rules = FunnelRules.of(
                        "shop",
                        Stream.of(steps)
                                .map(step -> new FunnelStep(step, TouchpointCondition.ofEvents(step)))
                                .toList())
                .withChains(ChainRules.DEFAULT.withWindow(Duration.ofHours(24)));
        ConditionIndex index = new ConditionIndex(rules.conditions().toList());
        AsOf asOf = new AsOf(Instant.parse("2024-06-29T22:02:40Z"), ZoneOffset.UTC);
        FunnelQuestion question = new FunnelQuestion(List.of(rules), index, DIMENSIONS);
        FunnelCounts counts = question.begin(asOf);
        PublicLog.read("ecom/ecom.csv")
                .withoutDuplicates()
                .histories("user_id", "acquisition_channel", DIMENSIONS, Histories.rules(), index, asOf)
                .forEach(counts::add);
        return LetterFunnel.rows(question.report(counts), DropOffDriversRow.class);
    }

    private static List<String> findings(List<DropOffDriversRow> rows, int step) {
        return rows.stream()
                .filter(row -> row.step() == step
                        && row.test().isTested()
                        && row.test().qValue() < 0.05)
                .map(row -> row.factor() + " " + row.value())
                .toList();
    }

    @Test
    void who_does_not_buy_after_the_cart_is_on_mobile_or_chats_with_support() {
        assertThat(findings(ask("product_view", "cart", "purchase"), 3))
                .containsExactly("intervening_event support_chat", "platform mobile", "user_lifecycle loyal");
    }

    @Test
    void along_six_steps_too_few_are_left_for_any_finding() {
        List<DropOffDriversRow> rows =
                ask("product_view", "add_to_cart", "cart", "shipping_details", "payment_details", "purchase");

        assertThat(rows).anyMatch(row -> row.step() == 6 && row.test().isTested());
        for (int step = 2; step <= 6; step++) {
            assertThat(findings(rows, step)).isEmpty();
        }
    }
}
