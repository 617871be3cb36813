package io.parcours.journey;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.ConditionRow;
import io.parcours.condition.TouchpointCondition;
import io.parcours.condition.Verdict;
import io.parcours.touchpoint.Touchpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes histories of ordered touchpoints: gives each its stage and its answers to the map's conditions, and cuts
 * sessions and journeys. One builder serves one task; it is not safe to share between threads.
 */
public final class HistoryBuilder {
    private final JourneyRules rules;
    private final AsOf asOf;
    private final List<Stage> stages;
    private final List<PreparedCondition> stageConditions = new ArrayList<>();
    private final List<PreparedCondition> conditions = new ArrayList<>();
    private final Map<Words, Match> matches = new HashMap<>();
    private final long[] failures;
    private final int words;

    public HistoryBuilder(JourneyRules rules, ConditionIndex index, AsOf asOf) {
        this.rules = rules;
        this.asOf = asOf;
        this.stages = rules.stages();
        for (Stage stage : stages) {
            stageConditions.add(new PreparedCondition(stage.condition()));
        }
        for (TouchpointCondition condition : index.conditions()) {
            conditions.add(new PreparedCondition(condition));
        }
        this.failures = new long[conditions.size()];
        this.words = Math.max(1, (conditions.size() + 63) >> 6);
    }

    /**
     * The history of one customer.
     *
     * @param ordered all accepted touchpoints of the customer in total order, without duplicates; not empty
     */
    public CustomerHistory build(List<Touchpoint> ordered) {
        return ordered.size() > rules.touchpointLimit()
                ? buildTruncated(ordered.subList(0, rules.touchpointLimit()))
                : history(ordered, false);
    }

    /**
     * The history of one customer of whom only these touchpoints were kept when they were first read, the earliest ones.
     *
     * @param kept these touchpoints, ordered as for {@link #build}
     */
    public CustomerHistory buildTruncated(List<Touchpoint> kept) {
        return history(kept, true);
    }

    private CustomerHistory history(List<Touchpoint> ordered, boolean isTruncated) {
        List<Touchpoint> touchpoints = List.copyOf(ordered);
        int size = touchpoints.size();
        int[] stageOf = new int[size];
        Match[] matchOf = new Match[size];
        Row row = new Row();
        for (int i = 0; i < size; i++) {
            row.touchpoint = touchpoints.get(i);
            row.stage = null;
            stageOf[i] = stageOf(row);
            row.stage = stageOf[i] < 0 ? null : stages.get(stageOf[i]).name();
            matchOf[i] = matchOf(row);
        }
        return new CustomerHistory(
                touchpoints,
                stageOf,
                matchOf,
                spans(touchpoints, rules.sessionGap().toNanos() / 1000),
                spans(
                        touchpoints,
                        rules.journeyGapIfAny().map(gap -> gap.toNanos() / 1000).orElse(Long.MAX_VALUE)),
                stages,
                isTruncated);
    }

    /** How often each condition of the index failed on a value so far, by its number; such an answer counts as false. */
    public long[] conditionFailures() {
        return failures.clone();
    }

    private int stageOf(Row row) {
        for (int stage = 0; stage < stageConditions.size(); stage++) {
            if (stageConditions.get(stage).test(row) == Verdict.HOLDS) {
                return stage;
            }
        }
        return -1;
    }

    private Match matchOf(Row row) {
        long[] answer = new long[words];
        for (int c = 0; c < conditions.size(); c++) {
            Verdict verdict = conditions.get(c).test(row);
            if (verdict == Verdict.HOLDS) {
                answer[c >> 6] |= 1L << c;
            } else if (verdict == Verdict.FAILED) {
                failures[c]++;
            }
        }
        return matches.computeIfAbsent(new Words(answer), key -> new Match(matches.size(), key.words));
    }

    private List<Span> spans(List<Touchpoint> touchpoints, long gap) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= touchpoints.size(); i++) {
            boolean isLast = i == touchpoints.size();
            long next = isLast ? asOf.micros() : touchpoints.get(i).occurredAt();
            boolean gapPassed = next - touchpoints.get(i - 1).occurredAt() > gap;
            if (isLast || gapPassed) {
                spans.add(new Span(spans.size() + 1, from, i, isLast && !gapPassed));
                from = i;
            }
        }
        return List.copyOf(spans);
    }

    /** A condition with its lists as sets. */
    private static final class PreparedCondition {
        private final Set<String> events;
        private final Set<String> channels;
        private final TouchpointCondition condition;

        PreparedCondition(TouchpointCondition condition) {
            this.condition = condition;
            this.events = new HashSet<>(condition.events());
            this.channels = new HashSet<>(condition.channels());
        }

        Verdict test(Row row) {
            if (!events.isEmpty() && !events.contains(row.touchpoint.event())) {
                return Verdict.DOES_NOT_HOLD;
            }
            if (!channels.isEmpty() && !channels.contains(row.touchpoint.channel())) {
                return Verdict.DOES_NOT_HOLD;
            }
            if (condition.stage() != null && !condition.stage().equals(row.stage)) {
                return Verdict.DOES_NOT_HOLD;
            }
            return condition.where() == null ? Verdict.HOLDS : condition.where().test(row);
        }
    }

    /** A touchpoint as the conditions see it. */
    private static final class Row implements ConditionRow {
        private Touchpoint touchpoint;
        private String stage;

        @Override
        public String text(int column) {
            return switch (column) {
                case ConditionColumns.CUSTOMER_ID -> touchpoint.customerId();
                case ConditionColumns.EVENT -> touchpoint.event();
                case ConditionColumns.CHANNEL -> touchpoint.channel();
                case ConditionColumns.EVENT_ID -> touchpoint.eventId();
                case ConditionColumns.STAGE -> stage;
                default -> touchpoint.dimensions().get(column - ConditionColumns.FIRST_DIMENSION);
            };
        }

        @Override
        public double number(int column) {
            return touchpoint.value();
        }

        @Override
        public long instant(int column) {
            return touchpoint.occurredAt();
        }
    }

    /** An answer as a key. */
    private record Words(long[] words) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Words that && Arrays.equals(words, that.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }
}
