package io.parcours.segment;

import io.parcours.condition.Verdict;
import io.parcours.condition.Where;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Conversions;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryLabel;
import io.parcours.journey.HistoryLabeller;
import io.parcours.journey.JourneyRules;
import io.parcours.survey.SurveyReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names customers by the segments they belong to, the first that holds or all that do. Who belongs to several is named by
 * all of them in the map's order, so that names part customers and counts by name add up.
 */
public final class SegmentLabeller implements HistoryLabeller {
    private static final long serialVersionUID = 1L;

    private final SegmentRules rules;
    private final Conversions conversions;
    private final SurveyReading surveys;

    /** Segments of customers whose journeys convert by the journey's rules, which the index knows. */
    public SegmentLabeller(SegmentRules rules, JourneyRules journey, ConditionIndex index, SurveyReading surveys) {
        this.rules = rules;
        this.conversions = new Conversions(journey, index);
        this.surveys = surveys;
    }

    @Override
    public List<Where> conditions() {
        return rules.segments().stream().map(SegmentRules.Segment::where).toList();
    }

    @Override
    public Task begin(AsOf asOf) {
        return new Segmenting(new CustomerFacts(conversions, surveys, asOf));
    }

    private final class Segmenting implements Task {
        private final CustomerFacts facts;
        private final List<SegmentRules.Segment> segments = rules.segments();
        private final long[] failures = new long[segments.size()];
        private final Map<List<Integer>, HistoryLabel> labels = new HashMap<>();

        Segmenting(CustomerFacts facts) {
            this.facts = facts;
        }

        @Override
        public HistoryLabel of(CustomerHistory history) {
            facts.show(history);
            List<Integer> groups = new ArrayList<>(1);
            for (int segment = 0; segment < segments.size(); segment++) {
                Verdict verdict = segments.get(segment).where().test(facts);
                if (verdict == Verdict.HOLDS) {
                    groups.add(segment);
                    if (rules.match() == SegmentRules.Match.FIRST) {
                        break;
                    }
                } else if (verdict == Verdict.FAILED) {
                    failures[segment]++;
                }
            }
            return groups.isEmpty() ? HistoryLabel.NONE : labels.computeIfAbsent(groups, this::label);
        }

        private HistoryLabel label(List<Integer> groups) {
            List<String> names =
                    groups.stream().map(group -> segments.get(group).name()).toList();
            return new HistoryLabel(String.join(SegmentRules.AND, names), groups);
        }

        @Override
        public long[] failures() {
            return failures.clone();
        }
    }
}
