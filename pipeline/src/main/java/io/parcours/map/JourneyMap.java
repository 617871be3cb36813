package io.parcours.map;

import io.parcours.churn.ChurnRules;
import io.parcours.churn.RetentionRules;
import io.parcours.funnel.FunnelRules;
import io.parcours.ingest.InputRules;
import io.parcours.journey.JourneyRules;
import io.parcours.quality.QualityRules;
import java.time.ZoneId;
import java.util.List;

/**
 * The journey map: everything the user says, read from one YAML file, complete with every default.
 *
 * @param name the map's name
 * @param zone where days, weeks, months and cohorts are cut; default UTC
 * @param input how records become touchpoints
 * @param journey how touchpoints become sessions and journeys, and the stages
 * @param funnels the funnels in order; the one over the stages, {@code lifecycle}, comes last where there are stages
 * @param retention how cohorts are cut
 * @param churn what activity and churn are
 * @param quality when a run stops
 */
public record JourneyMap(
        String name,
        ZoneId zone,
        InputRules input,
        JourneyRules journey,
        List<FunnelRules> funnels,
        RetentionRules retention,
        ChurnRules churn,
        QualityRules quality) {

    public JourneyMap {
        funnels = List.copyOf(funnels);
    }
}
