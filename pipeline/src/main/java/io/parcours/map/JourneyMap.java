package io.parcours.map;

import io.parcours.attribution.AttributionRules;
import io.parcours.churn.ChurnRules;
import io.parcours.churn.RetentionRules;
import io.parcours.condition.TouchpointCondition;
import io.parcours.funnel.FunnelRules;
import io.parcours.ingest.InputRules;
import io.parcours.journey.JourneyRules;
import io.parcours.quality.QualityRules;
import io.parcours.segment.SegmentRules;
import io.parcours.survey.SurveyRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The journey map: everything the user says, read from one YAML file, complete with every default.
 *
 * @param name the map's name
 * @param zone where days, weeks, months and cohorts are cut; default UTC
 * @param input how records become touchpoints; the scores of the features' surveys are checked, whatever is given here
 * @param journey how touchpoints become sessions and journeys, and the stages
 * @param funnels the funnels in order; the one over the stages, {@code lifecycle}, comes last where there are stages
 * @param retention how cohorts are cut
 * @param churn what activity and churn are
 * @param quality when a run stops
 * @param features the rules of what is asked only where the map has the key for it
 * @param tables which of the tables that the map asks are written; default every one
 */
public record JourneyMap(
        String name,
        ZoneId zone,
        InputRules input,
        JourneyRules journey,
        List<FunnelRules> funnels,
        RetentionRules retention,
        ChurnRules churn,
        QualityRules quality,
        FeatureRules features,
        TableChoice tables) {

    public JourneyMap {
        funnels = List.copyOf(funnels);
        input = input.withScores(
                features.surveys().stream().map(SurveyRules::check).toList());
    }

    /** A map of which every table is written. */
    public JourneyMap(
            String name,
            ZoneId zone,
            InputRules input,
            JourneyRules journey,
            List<FunnelRules> funnels,
            RetentionRules retention,
            ChurnRules churn,
            QualityRules quality,
            FeatureRules features) {
        this(name, zone, input, journey, funnels, retention, churn, quality, features, TableChoice.EVERY);
    }

    /** The same map with other churn rules. */
    public JourneyMap withChurn(ChurnRules other) {
        return new JourneyMap(name, zone, input, journey, funnels, retention, other, quality, features, tables);
    }

    /** The same map with other rules of attribution. */
    public JourneyMap withAttribution(AttributionRules other) {
        return new JourneyMap(
                name,
                zone,
                input,
                journey,
                funnels,
                retention,
                churn,
                quality,
                features.withAttribution(other),
                tables);
    }

    /** The same map with another choice of tables to write. */
    public JourneyMap withTables(TableChoice other) {
        return new JourneyMap(name, zone, input, journey, funnels, retention, churn, quality, features, other);
    }

    /** What touchpoints have beside their fields: the log's dimensions, then the attributes of their customers. */
    public List<String> dimensions() {
        List<String> dimensions = new ArrayList<>(input.dimensions());
        features.customers().ifPresent(customers -> dimensions.addAll(customers.attributes()));
        return dimensions;
    }

    /** How many attributes of customers are joined to touchpoints; 0 where the map joins none. */
    public int attributeCount() {
        return features.customers()
                .map(customers -> customers.attributes().size())
                .orElse(0);
    }

    /** What reports may be broken down by beside the channel: {@link #dimensions()}, then the segment if there is one. */
    public List<String> breakdowns() {
        List<String> breakdowns = new ArrayList<>(dimensions());
        features.segments().ifPresent(segments -> breakdowns.add(SegmentRules.DIMENSION));
        return breakdowns;
    }

    /** The funnels the user defined: all but the one over the stages. */
    public List<FunnelRules> ownFunnels() {
        return journey.stages().isEmpty() ? funnels : funnels.subList(0, funnels.size() - 1);
    }

    /**
     * Every distinct condition asked of a touchpoint whose stage is known: by the funnels' steps and exclusions, the
     * conversion and churn. The stages' own conditions are not among them; they decide the stage before.
     */
    public List<TouchpointCondition> conditions() {
        Set<TouchpointCondition> conditions = new LinkedHashSet<>();
        funnels.forEach(funnel -> funnel.conditions().forEach(conditions::add));
        conditions.add(journey.conversion());
        churn.conditions().forEach(conditions::add);
        features.conditions().forEach(conditions::add);
        return List.copyOf(conditions);
    }

    /** The map with every default written out, always in the same order and spelling; it reads back to this map. */
    public String effective() {
        return EffectiveMap.of(this);
    }

    /** The SHA-256 of {@link #effective()} in UTF-8, as 64 hexadecimal digits. */
    public String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(effective().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
