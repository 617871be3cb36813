package io.parcours.journey;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.ConditionRow;
import io.parcours.touchpoint.Touchpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Makes histories of ordered touchpoints: gives each its stage and its answers to the map's conditions, and cuts
 * sessions and journeys. One builder serves one task; it is not safe to share between threads.
 */
public final class HistoryBuilder {
    private final JourneyRules rules;
    private final AsOf asOf;
    private final List<Stage> stages;
    private final ConditionAnswers answers;
    private final HistoryLabeller.Task labels;
    private final ValueScores scores;
    private final TextCodes texts = new TextCodes();
    private final Row row = new Row();
    private final long sessionGap;
    private final long journeyGap;

    /** A builder of histories that are not named. */
    public HistoryBuilder(JourneyRules rules, ConditionIndex index, AsOf asOf) {
        this(rules, index, HistoryLabeller.NONE, ValueScores.NONE, asOf);
    }

    /** A builder of histories that this labeller names, where some values are scores. */
    public HistoryBuilder(
            JourneyRules rules, ConditionIndex index, HistoryLabeller labeller, ValueScores scores, AsOf asOf) {
        this.rules = rules;
        this.asOf = asOf;
        this.stages = rules.stages();
        this.answers = new ConditionAnswers(stages, index.conditions());
        this.labels = labeller.begin(asOf);
        this.scores = scores;
        this.sessionGap = rules.sessionGap().toNanos() / 1000;
        this.journeyGap =
                rules.journeyGapIfAny().map(gap -> gap.toNanos() / 1000).orElse(Long.MAX_VALUE);
    }

    /**
     * The history of one customer.
     *
     * @param ordered all accepted touchpoints of the customer in total order, without duplicates; not empty
     */
    public CustomerHistory build(List<Touchpoint> ordered) {
        return build(CustomerTouchpoints.of(ordered, texts));
    }

    /**
     * The history of one customer.
     *
     * @param ordered all accepted touchpoints of the customer in total order, without duplicates; not empty
     */
    public CustomerHistory build(CustomerTouchpoints ordered) {
        return ordered.size() > rules.touchpointLimit()
                ? history(ordered.first(rules.touchpointLimit()), true)
                : history(ordered, false);
    }

    /**
     * The history of one customer of whom only these touchpoints were kept when they were first read, the earliest ones.
     *
     * @param kept these touchpoints, ordered as for {@link #build}
     */
    public CustomerHistory buildTruncated(List<Touchpoint> kept) {
        return history(CustomerTouchpoints.of(kept, texts), true);
    }

    private CustomerHistory history(CustomerTouchpoints touchpoints, boolean isTruncated) {
        int size = touchpoints.size();
        int[] stageOf = new int[size];
        Match[] matchOf = new Match[size];
        row.touchpoints = touchpoints;
        for (int i = 0; i < size; i++) {
            ConditionAnswers.Kind kind = answers.kindOf(touchpoints, i);
            row.index = i;
            row.stage = null;
            int stage = kind.stageOf(row);
            row.stage = stage < 0 ? null : stages.get(stage).name();
            stageOf[i] = stage;
            matchOf[i] = kind.matchOf(row, stage, row.stage);
        }
        CustomerHistory history = new CustomerHistory(
                touchpoints,
                stageOf,
                matchOf,
                spans(touchpoints, sessionGap),
                spans(touchpoints, journeyGap),
                stages,
                isTruncated,
                HistoryLabel.NONE,
                scores);
        HistoryLabel label = labels.of(history);
        return label == HistoryLabel.NONE ? history : history.labelled(label);
    }

    /**
     * How often each condition of the index, then each of the labeller, failed on a value so far, by its number; such an
     * answer counts as false.
     */
    public long[] conditionFailures() {
        return LongStream.concat(Arrays.stream(answers.failures()), Arrays.stream(labels.failures()))
                .toArray();
    }

    private List<Span> spans(CustomerTouchpoints touchpoints, long gap) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= touchpoints.size(); i++) {
            boolean isLast = i == touchpoints.size();
            long next = isLast ? asOf.micros() : touchpoints.occurredAt(i);
            boolean gapPassed = next - touchpoints.occurredAt(i - 1) > gap;
            if (isLast || gapPassed) {
                spans.add(new Span(spans.size() + 1, from, i, isLast && !gapPassed));
                from = i;
            }
        }
        return List.copyOf(spans);
    }

    /** A touchpoint as the conditions see it. */
    private static final class Row implements ConditionRow {
        private CustomerTouchpoints touchpoints;
        private int index;
        private String stage;

        @Override
        public String text(int column) {
            return switch (column) {
                case ConditionColumns.CUSTOMER_ID -> touchpoints.customerId();
                case ConditionColumns.EVENT -> touchpoints.event(index);
                case ConditionColumns.CHANNEL -> touchpoints.channel(index);
                case ConditionColumns.EVENT_ID -> touchpoints.eventId(index);
                case ConditionColumns.STAGE -> stage;
                default -> touchpoints.dimension(index, column - ConditionColumns.FIRST_DIMENSION);
            };
        }

        @Override
        public double number(int column) {
            return touchpoints.value(index);
        }

        @Override
        public long instant(int column) {
            return touchpoints.occurredAt(index);
        }
    }
}
