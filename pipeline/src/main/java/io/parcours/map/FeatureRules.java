package io.parcours.map;

import io.parcours.attribution.AttributionRules;
import io.parcours.channel.ChannelRules;
import io.parcours.condition.TouchpointCondition;
import io.parcours.conformance.ExpectedJourney;
import io.parcours.friction.FrictionRules;
import io.parcours.ingest.CustomerRules;
import io.parcours.inventory.InventoryRules;
import io.parcours.satisfaction.SatisfactionRules;
import io.parcours.segment.SegmentRules;
import io.parcours.survey.SurveyRules;
import io.parcours.trigger.TriggerRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of what a map asks only where it has the key for it: a feature without its key costs nothing and writes
 * nothing.
 *
 * @param inventory rules of the list of touchpoints
 * @param channels rules of channels
 * @param satisfaction surveys and themes
 * @param friction rules of friction
 * @param attribution rules of attribution
 * @param triggers the triggers; empty where there are none
 * @param expected the journey as it is meant to go
 * @param customers the table of attributes
 * @param segments the segments
 */
public record FeatureRules(
        Optional<InventoryRules> inventory,
        Optional<ChannelRules> channels,
        Optional<SatisfactionRules> satisfaction,
        Optional<FrictionRules> friction,
        Optional<AttributionRules> attribution,
        List<TriggerRules> triggers,
        Optional<ExpectedJourney> expected,
        Optional<CustomerRules> customers,
        Optional<SegmentRules> segments) {

    /** A map that asks none of this. */
    public static final FeatureRules NONE = new FeatureRules(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public FeatureRules {
        triggers = List.copyOf(triggers);
    }

    /** The same rules with others of attribution. */
    FeatureRules withAttribution(AttributionRules other) {
        return new FeatureRules(
                inventory,
                channels,
                satisfaction,
                friction,
                Optional.of(other),
                triggers,
                expected,
                customers,
                segments);
    }

    /** Every condition they ask of touchpoints. */
    public Stream<TouchpointCondition> conditions() {
        return Stream.of(
                        surveys().stream().map(SurveyRules::touchpoints),
                        friction.flatMap(FrictionRules::contactsIfAny).stream(),
                        attribution.flatMap(AttributionRules::touchesIfGiven).stream(),
                        triggers.stream().flatMap(TriggerRules::conditions))
                .flatMap(conditions -> conditions);
    }

    /** The surveys; none where satisfaction is not asked. */
    public List<SurveyRules> surveys() {
        return satisfaction.map(SatisfactionRules::surveys).orElse(List.of());
    }
}
