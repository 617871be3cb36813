package io.parcours.map;

import io.parcours.churn.BuyingRules;
import io.parcours.churn.ChurnRules;
import io.parcours.churn.ChurnSignal;
import io.parcours.churn.CurveRules;
import io.parcours.churn.SignalRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what activity and churn are, and how churn is foreseen and shown. */
final class ChurnReader {
    private final StagedConditions conditions;
    private final CutColumns columns;

    ChurnReader(StagedConditions conditions, CutColumns columns) {
        this.conditions = conditions;
        this.columns = columns;
    }

    ChurnRules read(MapFields fields) {
        ChurnRules defaults = ChurnRules.DEFAULT;
        return new ChurnRules(
                fields.at("activity").map(conditions::read).orElse(defaults.activity()),
                fields.at("period").flatMap(MapWord::positiveDuration).orElse(defaults.period()),
                fields.at("inactive_after").flatMap(MapWord::positiveDuration).orElse(defaults.inactiveAfter()),
                buying(fields),
                new CurveRules(
                        fields.at("ends").map(conditions::read).orElse(null),
                        fields.at("breakdown")
                                .map(value -> columns.read(value, "to draw curves apart by"))
                                .orElse(List.of())),
                new SignalRules(
                        fields.at("lookback").flatMap(MapWord::positiveDuration).orElse(SignalRules.DEFAULT.lookback()),
                        fields.at("signals").map(this::signals).orElse(List.of())));
    }

    private static BuyingRules buying(MapFields fields) {
        BuyingRules defaults = BuyingRules.DEFAULT;
        Optional<LocalDate> until = fields.at("calibrate_until").flatMap(MapWord::day);
        MapFields risk = fields.section("risk", MapSection.RISK);
        double medium = risk.at("medium").flatMap(ChurnReader::probability).orElse(defaults.mediumRisk());
        double high = risk.at("high").flatMap(ChurnReader::probability).orElse(defaults.highRisk());
        boolean isRising = medium <= high;
        if (!isRising) {
            risk.refuse("medium risk begins at " + medium + ", above high risk at " + high);
        }
        return new BuyingRules(
                fields.at("model")
                        .flatMap(value -> MapWord.choice(value, BuyingRules.Model.class))
                        .orElse(defaults.model()),
                fields.at("horizon").flatMap(MapWord::positiveDuration).orElse(defaults.horizon()),
                until.orElse(null),
                isRising ? medium : defaults.mediumRisk(),
                isRising ? high : defaults.highRisk());
    }

    private static Optional<Double> probability(MapValue value) {
        return value.number()
                .filter(number ->
                        value.check(number > 0 && number < 1, "is no probability between 0 and 1, both excluded"));
    }

    private List<ChurnSignal> signals(MapValue value) {
        List<MapValue> items = value.items();
        if (value.isList() && items.isEmpty()) {
            value.refuse("is an empty list; leave the key out or name at least one signal");
        }
        List<ChurnSignal> signals = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (MapValue item : items) {
            MapFields fields = MapFields.of(item, MapSection.SIGNAL);
            Optional<String> name = fields.required("name").flatMap(MapValue::text);
            name.filter(given -> !names.add(given))
                    .ifPresent(twice -> item.refuse("there are two signals named " + Shown.quoted(twice)));
            signals.add(new ChurnSignal(name.orElse(""), conditions.read(item, fields)));
        }
        return signals;
    }
}
