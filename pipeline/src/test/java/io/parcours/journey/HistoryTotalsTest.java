package io.parcours.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.condition.TouchpointCondition;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTotalsTest {
    /** Sessions of 30 minutes, journeys of 60, at most four touchpoints a customer. */
    private static final JourneyRules RULES =
            new JourneyRules(Duration.ofMinutes(30), Duration.ofMinutes(60), List.of(), TouchpointCondition.ANY, 4);

    private static final AsOf AS_OF = Histories.asOfMinute(1_000);

    @Test
    void everyCustomerIsCountedWithWhatHeHas() {
        HistoryTotals totals = count("A0 A40 A200", "A0 A0 A0 A0 A0", "A7");

        assertThat(totals.customers()).isEqualTo(3);
        assertThat(totals.touchpoints()).isEqualTo(3 + 4 + 1);
        assertThat(totals.sessions()).isEqualTo(3 + 1 + 1);
        assertThat(totals.journeys()).isEqualTo(2 + 1 + 1);
        assertThat(totals.truncatedCustomers()).isEqualTo(1);
    }

    @Test
    void mergedPartsAreTheWhole() {
        HistoryTotals totals = count("A0 A40 A200", "A0 A0 A0 A0 A0");
        totals.merge(count("A7", "A1 A2 A3 A4 A5", "A0 A61"));

        assertThat(totals.customers()).isEqualTo(5);
        assertThat(totals.touchpoints()).isEqualTo(3 + 4 + 1 + 4 + 2);
        assertThat(totals.sessions()).isEqualTo(3 + 1 + 1 + 1 + 2);
        assertThat(totals.journeys()).isEqualTo(2 + 1 + 1 + 1 + 2);
        assertThat(totals.truncatedCustomers()).isEqualTo(2);
    }

    @Test
    void theTotalsHaveNoTableOfTheirOwn() {
        HistoryTotals.Asked question = new HistoryTotals.Asked();

        assertThat(question.report(question.begin(AS_OF))).isEmpty();
    }

    private static HistoryTotals count(String... histories) {
        HistoryTotals totals = new HistoryTotals.Asked().begin(AS_OF);
        HistoryBuilder builder = new HistoryBuilder(RULES, new ConditionIndex(List.of()), AS_OF);
        for (String letters : histories) {
            totals.add(builder.build(Histories.touchpoints("c", letters)));
        }
        return totals;
    }
}
