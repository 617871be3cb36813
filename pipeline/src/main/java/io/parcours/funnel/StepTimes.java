package io.parcours.funnel;

import io.parcours.stats.Durations;

/**
 * The time to a step as it stands in a report, in seconds. All three are null where no unit reached the step.
 *
 * @param median the 50th percentile
 * @param ninetieth the 90th percentile
 * @param mean the arithmetic mean
 */
public record StepTimes(Double median, Double ninetieth, Double mean) {

    /** No times. */
    static final StepTimes NONE = new StepTimes(null, null, null);

    static StepTimes of(Durations durations) {
        return new StepTimes(
                durations.percentile(0.5).orElse(null),
                durations.percentile(0.9).orElse(null),
                durations.mean().orElse(null));
    }
}
