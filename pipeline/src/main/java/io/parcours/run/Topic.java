package io.parcours.run;

import io.parcours.map.FeatureRules;
import io.parcours.map.JourneyMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;

/** What the tables of histories are about: the parts of the answers that can be asked for on their own. */
public enum Topic {
    /** {@code sessions} and {@code journeys}, and the columns of {@code touchpoints} that follow from them. */
    JOURNEY(new JourneyFeature()),
    /**
     * {@code funnel_steps}, {@code funnel_customers}, {@code drop_offs}, {@code funnel_trend}, {@code funnel_times}, the
     * funnels' curves in {@code survival}, {@code drop_off_drivers} and {@code funnel_changes}.
     */
    FUNNEL(new FunnelFeature()),
    /** {@code transitions} and {@code paths}. */
    PATH(new PathFeature()),
    /**
     * {@code churn_customers}, {@code churn_model}, {@code churn_calibration}, {@code churn_drivers}, churn's curves in
     * {@code survival}, {@code survival_tests} and {@code lifecycle_flow}.
     */
    CHURN(new ChurnFeature()),
    /** {@code retention_cohorts}. */
    RETENTION(new RetentionFeature()),
    /** {@code touchpoint_inventory}. */
    INVENTORY(new InventoryFeature()),
    /** {@code channel_mix} and {@code channel_switches}. */
    CHANNEL(new ChannelFeature()),
    /** {@code satisfaction}. */
    SATISFACTION(new SatisfactionFeature()),
    /** {@code friction}; with funnels and satisfaction {@code pain_points}. */
    FRICTION(new FrictionFeature()),
    /** {@code attribution} and {@code conversion_paths}. */
    ATTRIBUTION(new AttributionFeature()),
    /** {@code triggers} and {@code trigger_summary}. */
    TRIGGER(new TriggerFeature()),
    /** {@code conformance} and {@code stage_times}. */
    CONFORMANCE(new ConformanceFeature()),
    /** {@code segments}. */
    SEGMENT(new SegmentFeature());

    private final Feature feature;

    Topic(Feature feature) {
        this.feature = feature;
    }

    /** What the topic asks. */
    Feature feature() {
        return feature;
    }

    /** The word users know it by. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key without which a map asks nothing about the topic, where the map has it not. */
    public Optional<String> missingKey(JourneyMap map) {
        FeatureRules features = map.features();
        return switch (this) {
            case JOURNEY, FUNNEL, PATH, CHURN, RETENTION -> Optional.empty();
            case INVENTORY -> missing("inventory", features.inventory().isPresent());
            case CHANNEL -> missing("channels", features.channels().isPresent());
            case SATISFACTION -> missing("surveys", features.satisfaction().isPresent());
            case FRICTION -> missing("friction", features.friction().isPresent());
            case ATTRIBUTION -> missing("attribution", features.attribution().isPresent());
            case TRIGGER -> missing("triggers", !features.triggers().isEmpty());
            case CONFORMANCE -> missing("expected", features.expected().isPresent());
            case SEGMENT -> missing("segments", features.segments().isPresent());
        };
    }

    /** Whether the tables that a map chooses need this topic. */
    public boolean isWanted(JourneyMap map) {
        return WantedTables.of(map, EnumSet.allOf(Topic.class)).topics().contains(this);
    }

    private static Optional<String> missing(String key, boolean isThere) {
        return isThere ? Optional.empty() : Optional.of(key);
    }
}
