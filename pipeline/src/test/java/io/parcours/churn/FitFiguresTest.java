package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.buying.DayIntervals;
import io.parcours.buying.MoneyGroups;
import io.parcours.buying.PurchaseGroups;
import io.parcours.condition.TouchpointCondition;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitFiguresTest {
    private static List<ChurnModelRow> groupDays(DayIntervals intervals) {
        ChurnRules rules = new ChurnRules(TouchpointCondition.ANY, Duration.ofDays(7), Duration.ofDays(30));
        ModelFigures figures = new ModelFigures(ModelFigures.FINAL);
        FitFigures.add(figures, rules, FittedModels.of(rules, new PurchaseGroups(intervals), new MoneyGroups()));
        return figures.rows().stream()
                .filter(row -> row.name().equals("group_days"))
                .toList();
    }

    @Test
    void exactDaysAreOneDayWithoutANote() {
        assertThat(groupDays(DayIntervals.EXACT)).hasSize(3).allSatisfy(row -> {
            assertThat(row.estimate()).isEqualTo(1);
            assertThat(row.note()).isNull();
        });
    }

    @Test
    void coarserDaysAreToldInWords() {
        assertThat(groupDays(new DayIntervals(3))).hasSize(3).allSatisfy(row -> {
            assertThat(row.estimate()).isEqualTo(8);
            assertThat(row.note())
                    .isEqualTo("customers whose recency and age fall into the same 8 days count as alike");
        });
    }
}
