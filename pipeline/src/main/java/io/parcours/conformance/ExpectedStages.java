package io.parcours.conformance;

import io.parcours.conformance.ExpectedJourney.ExpectedStage;
import io.parcours.conformance.ExpectedJourney.Repeat;
import io.parcours.conformance.ExpectedJourney.Skip;
import io.parcours.journey.Stage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The expected stages by their positions, 0 for the first, and where the lifecycle's stages stand among them. */
final class ExpectedStages implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The position of a stage of the lifecycle that is not expected. */
    static final int NOT_EXPECTED = -1;
    /** Stands for no limit. */
    private static final long UNLIMITED = -1;

    private final ArrayList<ExpectedStage> expected;
    private final ArrayList<String> lifecycle;
    /** By the stage's place in the lifecycle. */
    private final int[] positions;
    /** By position, microseconds. */
    private final long[] allowed;

    /** @throws IllegalArgumentException where a stage is expected that the lifecycle does not have */
    ExpectedStages(List<ExpectedStage> expected, List<Stage> stages) {
        this.expected = new ArrayList<>(expected);
        this.lifecycle = new ArrayList<>(stages.stream().map(Stage::name).toList());
        this.positions = new int[lifecycle.size()];
        this.allowed = new long[expected.size()];
        Arrays.fill(positions, NOT_EXPECTED);
        for (int position = 0; position < expected.size(); position++) {
            ExpectedStage stage = expected.get(position);
            int place = lifecycle.indexOf(stage.stage());
            if (place < 0) {
                throw new IllegalArgumentException("no stage of the lifecycle: " + stage.stage());
            }
            positions[place] = position;
            // Nothing is expected after the last stage, so there is nothing to be late for.
            allowed[position] = isLast(position)
                    ? UNLIMITED
                    : stage.allowedIfLimited()
                            .map(limit -> limit.toNanos() / 1000)
                            .orElse(UNLIMITED);
        }
    }

    /** How many stages are expected. */
    int count() {
        return allowed.length;
    }

    /** How many stages the lifecycle has. */
    int lifecycleCount() {
        return positions.length;
    }

    /** The position of a stage by its place in the lifecycle, or {@link #NOT_EXPECTED}. */
    int position(int stage) {
        return positions[stage];
    }

    boolean isExpected(int stage) {
        return positions[stage] != NOT_EXPECTED;
    }

    boolean isLast(int position) {
        return position == expected.size() - 1;
    }

    String name(int position) {
        return expected.get(position).stage();
    }

    /** The name of a stage by its place in the lifecycle. */
    String lifecycleName(int stage) {
        return lifecycle.get(stage);
    }

    boolean maySkip(int position) {
        return expected.get(position).skip() == Skip.YES;
    }

    boolean mayRepeat(int position) {
        return expected.get(position).repeat() == Repeat.YES;
    }

    boolean isLimited(int position) {
        return allowed[position] != UNLIMITED;
    }

    /** The time allowed, in microseconds, where it is limited. */
    long allowed(int position) {
        return allowed[position];
    }
}
