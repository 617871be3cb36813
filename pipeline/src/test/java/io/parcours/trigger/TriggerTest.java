package io.parcours.trigger;

import static io.parcours.trigger.TriggerWorld.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sentences of docs/triggers.md on cases worked by hand; letters are events, numbers minutes. */
class TriggerTest {
    /** If C, unless D, within 10 minutes; rests 20 minutes. */
    private static final List<TriggerRules> CART =
            List.of(trigger("C", "D", Duration.ofMinutes(10), Duration.ofMinutes(20)));

    @Test
    void theUnlessCancelsUpToTheDeadlineAndNotAfterIt() {
        assertThat(states(CART, "C0 D10", 60)).containsExactly("1 cancelled 0-10 by 10");
        assertThat(states(CART, "C0 D11", 60)).containsExactly("1 due 0-10");
    }

    @Test
    void withTimeLeftAFiringIsPendingAndAtTheDeadlineItIsDue() {
        assertThat(states(CART, "C0", 9)).containsExactly("1 pending 0-10");
        assertThat(states(CART, "C0", 10)).containsExactly("1 due 0-10");
    }

    @Test
    void atOneInstantTheTotalOrderDecides() {
        assertThat(states(CART, "D0 C0", 60)).containsExactly("1 due 0-10");
        assertThat(states(CART, "C0 D0", 60)).containsExactly("1 cancelled 0-10 by 0");
    }

    @Test
    void whileAFiringRunsNoOtherStartsAndTheClockIsNotSetBack() {
        assertThat(states(CART, "C0 C9 D12", 60)).containsExactly("1 due 0-10");
        assertThat(states(CART, "C0 C10 D12", 60)).containsExactly("1 due 0-10");
    }

    @Test
    void theTriggerRestsFromTheDeadlineOnBothEndsIncluded() {
        assertThat(states(CART, "C0 C30", 60)).containsExactly("1 due 0-10");
        assertThat(states(CART, "C0 C31", 60)).containsExactly("1 due 0-10", "2 due 31-41");
    }

    @Test
    void theExampleOfThePackageHolds() {
        assertThat(states(CART, "C0 C9 D12 C25 C31 D35", 60)).containsExactly("1 due 0-10", "2 cancelled 31-41 by 35");
    }

    @Test
    void aCancelledFiringDoesNotLetTheTriggerRest() {
        assertThat(states(CART, "C0 D1 C2", 60)).containsExactly("1 cancelled 0-10 by 1", "2 due 2-12");
    }

    @Test
    void whatCancelsMayStartTheNext() {
        // Silence for a day: every touchpoint starts the clock anew.
        List<TriggerRules> silence =
                List.of(trigger("A B C D E F", "A B C D E F", Duration.ofMinutes(10), Duration.ZERO));
        assertThat(states(silence, "A0 B5 C8 A40", 45))
                .containsExactly("1 cancelled 0-10 by 5", "2 cancelled 5-15 by 8", "3 due 8-18", "4 pending 40-50");
        // An abandoned cart whose clock starts with the last thing put in.
        List<TriggerRules> restarting = List.of(trigger("C", "C D", Duration.ofMinutes(10), Duration.ZERO));
        assertThat(states(restarting, "C0 C9 D12", 60))
                .containsExactly("1 cancelled 0-10 by 9", "2 cancelled 9-19 by 12");
    }

    @Test
    void withoutAnUnlessEveryFiringBecomesDue() {
        List<TriggerRules> welcome = List.of(trigger("A", "", Duration.ZERO, Duration.ZERO));
        assertThat(states(welcome, "A0 A0 A5", 5)).containsExactly("1 due 0-0", "2 due 5-5");
    }

    @Test
    void aRowSaysWhereItBeganAndWhatCameAfter() {
        AsOf asOf = Histories.asOfMinute(200);
        CustomerHistory history = TriggerWorld.history(CART, "c", "A0/shop E40 C41/web B45 E52/app D90/app", asOf);
        List<Map<String, Object>> rows =
                TriggerWorld.rows(TriggerWorld.question(CART).begin(asOf), List.of(history));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0))
                .containsEntry("customer_id", "c")
                .containsEntry("trigger", "C unless D")
                .containsEntry("firing_number", 1L)
                .containsEntry("action", "mail")
                .containsEntry("state", "due")
                .containsEntry("started_at", minute(41))
                .containsEntry("deadline_at", minute(51))
                .containsEntry("cancelled_at", null)
                .containsEntry("event", "C")
                .containsEntry("channel", "web")
                .containsEntry("stage", "consideration")
                .containsEntry("value", Double.NaN)
                .containsEntry("session_number", 2L)
                .containsEntry("journey_number", 1L)
                .containsEntry("entry_channel", "shop")
                .containsEntry("next_event", "E")
                .containsEntry("next_channel", "app")
                .containsEntry("next_at", minute(52))
                .containsEntry("is_converted_after", true)
                .containsEntry("converted_at", minute(90))
                .containsEntry("breakdown_values", List.of("web"));
    }

    @Test
    void whatCancelsIsTheConversionOfACancelledFiring() {
        AsOf asOf = Histories.asOfMinute(200);
        CustomerHistory history = TriggerWorld.history(CART, "c", "C0 D5 E6", asOf);
        Map<String, Object> row = TriggerWorld.rows(TriggerWorld.question(CART).begin(asOf), List.of(history))
                .get(0);
        assertThat(row)
                .containsEntry("cancelled_at", minute(5))
                .containsEntry("converted_at", minute(5))
                .containsEntry("next_event", "E");
    }

    @Test
    void theSummaryCountsRatesOnTheFiringsWhoseTimeIsOver() {
        // As of minute 100: due and converted after 40 minutes; due and not; cancelled after 4 with its time over;
        // cancelled after 2 with time left; pending.
        AsOf asOf = Histories.asOfMinute(100);
        TriggerCounts counts = TriggerWorld.question(CART).begin(asOf);
        String[] letters = {"C0/web D50", "C0/web", "C0/app D4", "C95/web D97", "C95"};
        for (int i = 0; i < letters.length; i++) {
            counts.add(TriggerWorld.history(CART, "c" + i, letters[i], asOf));
        }
        List<Map<String, Object>> rows = TriggerWorld.summary(counts);

        assertThat(rows)
                .extracting(row -> row.get("breakdown") + " " + row.get("breakdown_value"))
                .containsExactly(
                        "all all",
                        "entry_channel (none)",
                        "entry_channel app",
                        "entry_channel web",
                        "channel (none)",
                        "channel app",
                        "channel web");
        assertThat(rows.get(0))
                .containsEntry("firing_count", 5L)
                .containsEntry("customer_count", 5L)
                .containsEntry("cancelled_count", 2L)
                .containsEntry("due_count", 2L)
                .containsEntry("pending_count", 1L)
                .containsEntry("due_customer_count", 2L)
                .containsEntry("value", null)
                .containsEntry("mature_count", 3L)
                .containsEntry("cancelled_rate", 1 / 3.0)
                .containsEntry("seconds_to_cancel_p50", 180.0)
                .containsEntry("cancelled_converted_count", 2L)
                .containsEntry("cancelled_conversion_rate", 1.0)
                .containsEntry("cancelled_seconds_to_conversion_p50", 180.0)
                .containsEntry("due_converted_count", 1L)
                .containsEntry("due_conversion_rate", 0.5)
                .containsEntry("due_seconds_to_conversion_p50", 2400.0);
        // Wilson, 1 of 3: (1/3 + z²/6 -/+ z sqrt(2/27 + z²/36)) / (1 + z²/3) with z² = 3.841459.
        assertThat((Double) rows.get(0).get("cancelled_rate_low")).isCloseTo(0.0614919, within(1e-6));
        assertThat((Double) rows.get(0).get("cancelled_rate_high")).isCloseTo(0.7923404, within(1e-6));
    }

    @Test
    void aHistoryInWhichNothingStartsHasNoRowsAndTheNextHasOnlyItsOwn() {
        AsOf asOf = Histories.asOfMinute(60);
        TriggerCounts counts = TriggerWorld.question(CART).begin(asOf);
        assertThat(TriggerWorld.rows(counts, List.of(TriggerWorld.history(CART, "a", "C0", asOf))))
                .hasSize(1);
        assertThat(TriggerWorld.rows(counts, List.of(TriggerWorld.history(CART, "b", "A0 D1", asOf))))
                .isEmpty();
    }

    private static long minute(long minute) {
        return Histories.asOfMinute(minute).micros();
    }

    private static List<String> states(List<TriggerRules> triggers, String letters, long asOfMinute) {
        AsOf asOf = Histories.asOfMinute(asOfMinute);
        TriggerCounts counts = TriggerWorld.question(triggers).begin(asOf);
        return TriggerWorld.rows(counts, List.of(TriggerWorld.history(triggers, "c", letters, asOf))).stream()
                .map(row -> "%s %s %d-%d%s"
                        .formatted(
                                row.get("firing_number"),
                                row.get("state"),
                                minutes(row, "started_at"),
                                minutes(row, "deadline_at"),
                                row.get("cancelled_at") == null ? "" : " by " + minutes(row, "cancelled_at")))
                .toList();
    }

    private static long minutes(Map<String, Object> row, String column) {
        return ((Long) row.get(column) - minute(0)) / 60_000_000;
    }
}
