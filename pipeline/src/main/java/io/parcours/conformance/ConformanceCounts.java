package io.parcours.conformance;

import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHash;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.stats.SpanLedger;
import io.parcours.survey.SurveyAnswer;
import io.parcours.touchpoint.Labels;
import io.parcours.touchpoint.Utf8Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How journeys went beside how they are meant to go, all together and by the values of each breakdown. */
public final class ConformanceCounts implements Counts<ConformanceCounts> {
    private static final long serialVersionUID = 1L;

    private final ConformancePlan plan;
    private final JourneyReading reading;
    private final Findings findings;
    private final SpanLedger spans = new SpanLedger();
    private final GroupTally all;
    /** By breakdown, by value. */
    private final List<Map<String, GroupTally>> byValue = new ArrayList<>();
    /** The groups with journeys of the customer at hand; empty between customers. */
    private final List<GroupTally> openGroups = new ArrayList<>();

    /** @param asOf microseconds since the epoch */
    ConformanceCounts(ConformancePlan plan, long asOf) {
        this.plan = plan;
        this.reading = new JourneyReading(plan.stages(), asOf);
        this.findings = new Findings(plan.stages());
        this.all = group();
        plan.breakdowns().forEach(breakdown -> byValue.add(new HashMap<>()));
    }

    @Override
    public void add(CustomerHistory history) {
        long hash = CustomerHash.of(history.customerId());
        List<SurveyAnswer> answers = plan.surveys().answers(history);
        GroupTally[] groups = new GroupTally[1 + byValue.size()];
        groups[0] = all;
        for (int i = 0; i < history.journeys().size(); i++) {
            Span journey = history.journeys().get(i);
            for (int breakdown = 0; breakdown < byValue.size(); breakdown++) {
                groups[1 + breakdown] = group(breakdown, value(breakdown, history, journey));
            }
            reading.read(history, journey);
            findings.judge(reading);
            add(groups, facts(history, journey, hash, answers));
        }
        openGroups.forEach(GroupTally::closeCustomer);
        openGroups.clear();
    }

    private String value(int breakdown, CustomerHistory history, Span journey) {
        return Labels.orNone(plan.breakdowns().get(breakdown).value(history, journey.from()));
    }

    private JourneyFacts facts(CustomerHistory history, Span journey, long hash, List<SurveyAnswer> answers) {
        int count = 0;
        double satisfaction = 0;
        for (int i = 0; i < answers.size(); i++) {
            SurveyAnswer answer = answers.get(i);
            if (answer.isAnswered() && answer.index() >= journey.from() && answer.index() < journey.to()) {
                count++;
                satisfaction += answer.satisfaction();
            }
        }
        boolean isConverted = plan.conversions().isConverted(history, journey);
        return new JourneyFacts(history, journey, hash, isConverted, count, satisfaction);
    }

    private void add(GroupTally[] groups, JourneyFacts facts) {
        for (GroupTally group : groups) {
            if (!group.hasOpenCustomer()) {
                openGroups.add(group);
            }
            group.add(reading, findings, facts);
        }
        for (int position = 0; position < plan.stages().count(); position++) {
            if (reading.isTouched(position)) {
                post(groups, position);
            }
        }
    }

    private void post(GroupTally[] groups, int position) {
        if (!plan.stages().isLast(position)) {
            spans.enter(reading.microsIn(position));
            for (GroupTally group : groups) {
                StageTally stage = group.stage(position);
                spans.post(reading.isLeft(position) ? stage.leaving() : stage.staying());
            }
        }
        if (reading.hasWaited(position)) {
            spans.enter(reading.microsWaited(position));
            for (GroupTally group : groups) {
                spans.post(group.stage(position).waiting());
            }
        }
    }

    @Override
    public void merge(ConformanceCounts other) {
        int[] mapped = new int[other.spans.accounts()];
        all.merge(other.all, mapped);
        for (int i = 0; i < byValue.size(); i++) {
            int breakdown = i;
            other.byValue
                    .get(i)
                    .forEach((value, group) -> group(breakdown, value).merge(group, mapped));
        }
        spans.merge(other.spans, mapped);
    }

    ConformancePlan plan() {
        return plan;
    }

    /** What each finding is, by number. */
    List<Finding> findings() {
        return findings.all();
    }

    SpanLedger spans() {
        return spans;
    }

    GroupTally all() {
        return all;
    }

    /** The values of a breakdown that occur, in the order of reports. */
    List<String> values(int breakdown) {
        return byValue.get(breakdown).keySet().stream()
                .sorted(Utf8Order.COMPARATOR)
                .toList();
    }

    GroupTally of(int breakdown, String value) {
        return byValue.get(breakdown).get(value);
    }

    private GroupTally group(int breakdown, String value) {
        return byValue.get(breakdown).computeIfAbsent(value, key -> group());
    }

    private GroupTally group() {
        return new GroupTally(findings.count(), plan.stages().count(), spans);
    }
}
