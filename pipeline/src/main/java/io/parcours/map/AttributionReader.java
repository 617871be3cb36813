package io.parcours.map;

import io.parcours.attribution.AttributionRules;
import io.parcours.attribution.AttributionRules.Model;
import io.parcours.attribution.AttributionRules.Serves;
import io.parcours.attribution.AttributionRules.Transform;
import io.parcours.attribution.CostRules;
import io.parcours.segment.SegmentRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how conversions are credited, and where the costs lie. */
final class AttributionReader {
    private static final int MOST_REPLICATES = 10_000;

    private final MapNames names;
    private final StagedConditions conditions;

    AttributionReader(MapNames names, StagedConditions conditions) {
        this.names = names;
        this.conditions = conditions;
    }

    Optional<AttributionRules> read(MapFields map) {
        Optional<CostRules> costs = map.at("costs").flatMap(CostsReader::read);
        Optional<MapValue> attribution = map.at("attribution");
        if (attribution.isEmpty()) {
            map.at("costs")
                    .ifPresent(
                            value -> value.refuse("would do nothing without attribution, which tells what was got for"
                                    + " them; {} is enough"));
        }
        return attribution.map(value -> rules(MapFields.of(value, MapKeys.ATTRIBUTION), costs));
    }

    private AttributionRules rules(MapFields fields, Optional<CostRules> costs) {
        AttributionRules defaults = AttributionRules.DEFAULT;
        NumberPair position = fields.at("position")
                .flatMap(AttributionReader::position)
                .orElse(new NumberPair(defaults.firstShare(), defaults.lastShare()));
        Optional<MapValue> lookback = fields.at("lookback");
        return new AttributionRules(
                fields.at("by").map(this::by).filter(by -> !by.isEmpty()).orElse(defaults.by()),
                fields.at("touches").map(conditions::read).orElse(null),
                fields.at("models")
                        .map(AttributionReader::models)
                        .filter(models -> !models.isEmpty())
                        .orElse(defaults.models()),
                lookback.isPresent()
                        ? MapWord.durationOrNone(lookback.get(), defaults.lookback())
                        : defaults.lookback(),
                fields.at("transform")
                        .flatMap(given -> MapWord.choice(given, Transform.class))
                        .orElse(defaults.transform()),
                fields.at("serves")
                        .flatMap(given -> MapWord.choice(given, Serves.class))
                        .orElse(defaults.serves()),
                position.first(),
                position.second(),
                fields.at("half_life").flatMap(MapWord::positiveDuration).orElse(defaults.halfLife()),
                fields.at("markov_order").flatMap(given -> whole(given, 1, 3)).orElse(defaults.markovOrder()),
                fields.at("replicates")
                        .flatMap(given -> whole(given, 0, MOST_REPLICATES))
                        .orElse(defaults.replicates()),
                fields.at("seed").flatMap(MapValue::wholeNumber).orElse(defaults.seed()),
                costs.orElse(null));
    }

    private List<String> by(MapValue value) {
        List<String> legal = new ArrayList<>(List.of(CutColumns.CHANNEL, "event"));
        legal.addAll(names.ofTouchpoints());
        if (names.hasSegments()) {
            legal.add(SegmentRules.DIMENSION);
        }
        List<String> by = new ArrayList<>();
        ConditionReader.namesInPlace(value).forEach((name, place) -> {
            if (place.check(
                    legal.contains(name),
                    "there is no " + Shown.quoted(name) + " to credit" + Shown.instead(name, legal)
                            + "; further columns are named under input.dimensions")) {
                by.add(name);
            }
        });
        return by;
    }

    private static List<Model> models(MapValue value) {
        List<Model> models = new ArrayList<>();
        ConditionReader.namesInPlace(value)
                .values()
                .forEach(place -> MapWord.choice(place, Model.class).ifPresent(models::add));
        return models;
    }

    private static Optional<NumberPair> position(MapValue value) {
        return NumberPair.read(value, "the shares of the first and the last touchpoint, such as [0.4, 0.4]")
                .filter(shares -> value.check(
                        shares.first() >= 0 && shares.second() >= 0 && shares.first() + shares.second() <= 1,
                        "are no shares of one conversion (legal: two numbers from 0 on that sum to at most 1, such as"
                                + " [0.4, 0.4])"));
    }

    private static Optional<Integer> whole(MapValue value, int least, int most) {
        return value.wholeNumber()
                .filter(number -> value.check(
                        number >= least && number <= most, "is out of range (legal: " + least + " to " + most + ")"))
                .map(Long::intValue);
    }
}
