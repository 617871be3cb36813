package io.parcours.conformance;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The journey as it is meant to go.
 *
 * @param stages the expected stages in order, at least one, none twice
 * @param breakdown dimensions, or {@code segment}, by whose values journeys are counted once more; default none
 */
public record ExpectedJourney(List<ExpectedStage> stages, List<String> breakdown) implements Serializable {

    public ExpectedJourney {
        stages = List.copyOf(stages);
        breakdown = List.copyOf(breakdown);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("at least one stage is expected");
        }
        if (stages.stream().map(ExpectedStage::stage).distinct().count() < stages.size()) {
            throw new IllegalArgumentException("a stage is expected twice");
        }
    }

    /**
     * A stage of it.
     *
     * @param stage the stage's name, one of the map's
     * @param skip whether a journey may do without it
     * @param repeat whether a journey may come back to it
     * @param allowed how long a journey may take from its first touchpoint of this stage to the next of a later
     *     expected one, ends included; null: no limit. Not looked at on the last stage, after which nothing is expected
     */
    public record ExpectedStage(String stage, Skip skip, Repeat repeat, Duration allowed) implements Serializable {

        public Optional<Duration> allowedIfLimited() {
            return Optional.ofNullable(allowed);
        }
    }

    /** Whether a stage may be left out; default NO. */
    public enum Skip {
        NO,
        YES
    }

    /** Whether a stage may be come back to; default NO. */
    public enum Repeat {
        NO,
        YES
    }
}
