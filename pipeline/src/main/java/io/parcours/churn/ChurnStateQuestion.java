package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.table.TableContent;
import java.util.List;

/** How many customers are in which state? No table: the figures are for the summary of a run. */
public final class ChurnStateQuestion implements Question<ChurnStateCounts> {
    private static final long serialVersionUID = 1L;

    private final int activity;
    private final StateRule rule;

    /** States by these rules, whose activity the index knows. */
    public ChurnStateQuestion(ChurnRules rules, ConditionIndex index) {
        this.activity = index.numberOf(rules.activity());
        this.rule = StateRule.of(rules.inactiveAfter());
    }

    @Override
    public ChurnStateCounts begin(AsOf asOf) {
        return new ChurnStateCounts(activity, rule, asOf);
    }

    @Override
    public List<TableContent<?>> report(ChurnStateCounts counts) {
        return List.of();
    }
}
