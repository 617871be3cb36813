package io.parcours.run;

import io.parcours.churn.RetentionRules;
import io.parcours.funnel.FunnelBreakdown;
import io.parcours.funnel.FunnelRules;
import io.parcours.ingest.CustomerRules;
import io.parcours.map.FeatureRules;
import io.parcours.map.JourneyMap;
import io.parcours.segment.SegmentRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Maps with a part put in place. */
final class Maps {
    private Maps() {}

    /** The same map with segments, by which its funnels and cohorts are broken down too. */
    static JourneyMap with(JourneyMap map, SegmentRules segments) {
        FeatureRules former = map.features();
        RetentionRules retention = map.retention();
        return new JourneyMap(
                map.name(),
                map.zone(),
                map.input(),
                map.journey(),
                map.funnels().stream().map(Maps::bySegment).toList(),
                new RetentionRules(
                        retention.period(), retention.mode(), retention.count(), List.of(SegmentRules.DIMENSION)),
                map.churn(),
                map.quality(),
                features(former, former.customers(), Optional.of(segments)));
    }

    /** The same map with a table of attributes. */
    static JourneyMap with(JourneyMap map, CustomerRules customers) {
        return new JourneyMap(
                map.name(),
                map.zone(),
                map.input(),
                map.journey(),
                map.funnels(),
                map.retention(),
                map.churn(),
                map.quality(),
                features(map.features(), Optional.of(customers), map.features().segments()));
    }

    private static FeatureRules features(
            FeatureRules former, Optional<CustomerRules> customers, Optional<SegmentRules> segments) {
        return new FeatureRules(
                former.inventory(),
                former.channels(),
                former.satisfaction(),
                former.friction(),
                former.attribution(),
                former.triggers(),
                former.expected(),
                customers,
                segments);
    }

    private static FunnelRules bySegment(FunnelRules funnel) {
        List<FunnelBreakdown> breakdowns = Stream.concat(
                        funnel.cuts().breakdowns().stream(), Stream.of(FunnelBreakdown.of(SegmentRules.DIMENSION)))
                .toList();
        return funnel.withCuts(funnel.cuts().withBreakdowns(breakdowns));
    }
}
