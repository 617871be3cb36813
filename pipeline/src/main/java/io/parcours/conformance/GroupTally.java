package io.parcours.conformance;

import io.parcours.stats.SpanLedger;
import java.io.Serializable;
import java.util.Optional;

/** What is counted of the journeys with one value of a breakdown. */
final class GroupTally implements Serializable {
    private static final long serialVersionUID = 1L;

    /** By finding; null as long as it was never possible. */
    private final FindingTally[] findings;

    private final StageTally[] stages;
    private boolean isOpen;

    GroupTally(int findingCount, int stageCount, SpanLedger spans) {
        findings = new FindingTally[findingCount];
        stages = new StageTally[stageCount];
        for (int position = 0; position < stageCount; position++) {
            stages[position] = new StageTally(position, spans);
        }
    }

    /** Whether the customer at hand has any journey here so far. */
    boolean hasOpenCustomer() {
        return isOpen;
    }

    /** Takes in a journey of the customer at hand. */
    void add(JourneyReading reading, Findings judged, JourneyFacts facts) {
        isOpen = true;
        for (int finding = 0; finding < findings.length; finding++) {
            if (judged.isFound(finding)) {
                finding(finding).add(reading, facts);
            } else if (judged.isPossible(finding)) {
                finding(finding).addOther();
            }
        }
        for (int position = 0; position < stages.length; position++) {
            if (reading.isTouched(position)) {
                stages[position].add(reading, facts);
            }
        }
    }

    /** The next journey belongs to another customer. */
    void closeCustomer() {
        isOpen = false;
        for (FindingTally finding : findings) {
            if (finding != null && finding.hasOpenCustomer()) {
                finding.closeCustomer();
            }
        }
        for (StageTally stage : stages) {
            stage.closeCustomer();
        }
    }

    /** @param mapped is told for each of the other's accounts the one here */
    void merge(GroupTally other, int[] mapped) {
        for (int i = 0; i < findings.length; i++) {
            if (other.findings[i] != null) {
                finding(i).merge(other.findings[i]);
            }
        }
        for (int i = 0; i < stages.length; i++) {
            stages[i].merge(other.stages[i], mapped);
        }
    }

    private FindingTally finding(int number) {
        if (findings[number] == null) {
            findings[number] = new FindingTally();
        }
        return findings[number];
    }

    /** The journeys with a finding; nothing where it was possible with none. */
    Optional<FindingTally> findingIfPossible(int number) {
        return Optional.ofNullable(findings[number]);
    }

    StageTally stage(int position) {
        return stages[position];
    }
}
