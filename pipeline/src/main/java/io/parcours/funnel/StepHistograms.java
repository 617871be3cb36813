package io.parcours.funnel;

import io.parcours.stats.Durations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** The rows of {@code funnel_times} for one funnel. */
final class StepHistograms {
    private static final String REACHED_BEFORE = "(step reached before)";
    private static final long MICROS_PER_SECOND = 1_000_000;
    /** 0, then 1, 2 and 5 times every power of ten, so far that every span of microseconds lies below the last. */
    private static final long[] SECONDS = seconds();
    /** All but the last, which is beyond any number of microseconds. */
    private static final long[] MICROS = Arrays.stream(SECONDS, 0, SECONDS.length - 1)
            .map(seconds -> seconds * MICROS_PER_SECOND)
            .toArray();

    private final FunnelPlan plan;
    private final StepTally tally;
    private final List<FunnelTimesRow> rows = new ArrayList<>();

    private StepHistograms(FunnelTally funnel) {
        plan = funnel.plan();
        tally = funnel.steps().all();
    }

    static List<FunnelTimesRow> of(FunnelTally funnel) {
        StepHistograms histograms = new StepHistograms(funnel);
        for (int step = 2; step <= funnel.plan().stepCount(); step++) {
            histograms.addStep(step);
        }
        return histograms.rows;
    }

    private void addStep(int step) {
        Durations fromPrevious = tally.fromPreviousTo(step);
        if (plan.isOptional(step - 1)) {
            add(fromPrevious, null, REACHED_BEFORE, step);
        } else {
            add(fromPrevious, (long) step - 1, plan.stepName(step - 1), step);
        }
        if (step > 2) {
            add(tally.fromFirstTo(step), 1L, plan.stepName(1), step);
        }
    }

    private void add(Durations times, Long fromStep, String fromStepName, int step) {
        long[] counts = times.histogram(MICROS);
        int first = 0;
        int end = counts.length;
        while (first < end && counts[first] == 0) {
            first++;
        }
        while (end > first && counts[end - 1] == 0) {
            end--;
        }
        for (int bin = first; bin < end; bin++) {
            rows.add(new FunnelTimesRow(
                    plan.rules().name(),
                    fromStep,
                    step,
                    fromStepName,
                    plan.stepName(step),
                    SECONDS[bin],
                    SECONDS[bin + 1],
                    counts[bin],
                    (double) counts[bin] / times.count()));
        }
    }

    private static long[] seconds() {
        LongStream.Builder bounds = LongStream.builder().add(0);
        long power = 1;
        while (power <= Long.MAX_VALUE / MICROS_PER_SECOND) {
            bounds.add(power).add(2 * power).add(5 * power);
            power *= 10;
        }
        return bounds.add(power).build().toArray();
    }
}
