package io.parcours.attribution;

import io.parcours.attribution.AttributionRules.Model;
import io.parcours.attribution.AttributionRules.Serves;
import io.parcours.attribution.AttributionRules.Transform;
import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rules with some of them changed, and the tables asked by them. The event X converts. */
final class Asked {
    static final TouchpointCondition CONVERSION = TouchpointCondition.ofEvents("X");

    List<String> by = List.of("channel");
    TouchpointCondition touches;
    List<Model> models = List.of(Model.values());
    Duration lookback = Duration.ofDays(30);
    Transform transform = Transform.COLLAPSED;
    Serves serves = Serves.EVERY_CONVERSION;
    double firstShare = 0.4;
    double lastShare = 0.4;
    Duration halfLife = Duration.ofDays(7);
    int markovOrder = 1;
    int replicates;
    long seed = 1;
    CostRules costs;

    /** Rules without replicates, changed so. */
    static Asked with(UnaryOperator<Asked> change) {
        return change.apply(new Asked());
    }

    AttributionRules rules() {
        return new AttributionRules(
                by,
                touches,
                models,
                lookback,
                transform,
                serves,
                firstShare,
                lastShare,
                halfLife,
                markovOrder,
                replicates,
                seed,
                costs);
    }

    ConditionIndex index() {
        List<TouchpointCondition> conditions = new ArrayList<>(List.of(TouchpointCondition.ANY, CONVERSION));
        if (touches != null) {
            conditions.add(touches);
        }
        return new ConditionIndex(conditions);
    }

    AttributionQuestion question() {
        return new AttributionQuestion(rules(), CONVERSION, List.of(), List.of("platform"), index());
    }

    /** A customer's history in letters such as {@code "A0/web X30"}, minutes as numbers. */
    CustomerHistory history(String customer, String letters, AsOf asOf) {
        return history(Histories.touchpoints(customer, letters), asOf);
    }

    CustomerHistory history(List<Touchpoint> touchpoints, AsOf asOf) {
        return new HistoryBuilder(Histories.rules(), index(), asOf).build(touchpoints);
    }

    AttributionCounts counts(List<CustomerHistory> histories, AsOf asOf) {
        AttributionCounts counts = question().begin(asOf);
        histories.forEach(counts::add);
        return counts;
    }

    List<AttributionRow> rows(AttributionCounts counts) {
        return question().report(counts).get(0).rows().stream()
                .map(AttributionRow.class::cast)
                .toList();
    }

    List<ConversionPathsReport.Row> paths(AttributionCounts counts) {
        return question().report(counts).get(1).rows().stream()
                .map(ConversionPathsReport.Row.class::cast)
                .toList();
    }

    static AttributionRow row(List<AttributionRow> rows, Model model, String name) {
        return rows.stream()
                .filter(row ->
                        row.model().equalsIgnoreCase(model.name()) && row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
