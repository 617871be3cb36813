package io.parcours.conformance;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What one journey did at each expected stage: when it came, when it went on, and whether it came back. One object reads
 * journeys one after the other; stages are named by their positions among the expected ones.
 */
final class JourneyReading implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Stands for no instant. */
    static final long NEVER = Long.MIN_VALUE;

    private static final int NOWHERE = -1;

    private final ExpectedStages stages;
    private final long asOf;
    private final long[] firstAt;
    private final long[] latestAt;
    private final long[] leftAt;
    private final long[] waitedSince;
    private final boolean[] isRepeated;
    private final boolean[] isMovedBack;
    /** By place in the lifecycle. */
    private final boolean[] hasUnexpected;

    private int furthest;

    /** @param asOf microseconds since the epoch */
    JourneyReading(ExpectedStages stages, long asOf) {
        this.stages = stages;
        this.asOf = asOf;
        int count = stages.count();
        firstAt = new long[count];
        latestAt = new long[count];
        leftAt = new long[count];
        waitedSince = new long[count];
        isRepeated = new boolean[count];
        isMovedBack = new boolean[count];
        hasUnexpected = new boolean[stages.lifecycleCount()];
    }

    /** Reads a journey; what was read before is forgotten. */
    void read(CustomerHistory history, Span journey) {
        clear();
        int previous = NOWHERE;
        for (int i = journey.from(); i < journey.to(); i++) {
            int stage = history.stage(i);
            if (stage < 0) {
                continue;
            }
            int position = stages.position(stage);
            if (stage != previous) {
                enter(stage, position, history.occurredAt(i));
                previous = stage;
            }
            if (position != ExpectedStages.NOT_EXPECTED) {
                latestAt[position] = history.occurredAt(i);
            }
        }
    }

    private void clear() {
        Arrays.fill(firstAt, NEVER);
        Arrays.fill(latestAt, NEVER);
        Arrays.fill(leftAt, NEVER);
        Arrays.fill(waitedSince, NEVER);
        Arrays.fill(isRepeated, false);
        Arrays.fill(isMovedBack, false);
        Arrays.fill(hasUnexpected, false);
        furthest = NOWHERE;
    }

    private void enter(int stage, int position, long at) {
        if (position == ExpectedStages.NOT_EXPECTED) {
            hasUnexpected[stage] = true;
            return;
        }
        if (furthest > position) {
            isMovedBack[position] = true;
        } else if (isTouched(position)) {
            isRepeated[position] = true;
        }
        for (int earlier = 0; earlier < position; earlier++) {
            if (isTouched(earlier) && leftAt[earlier] == NEVER) {
                leftAt[earlier] = at;
            }
        }
        if (!isTouched(position)) {
            firstAt[position] = at;
            for (int earlier = 0; earlier < position; earlier++) {
                waitedSince[position] = Math.max(waitedSince[position], latestAt[earlier]);
            }
        }
        furthest = Math.max(furthest, position);
    }

    /** Whether it has any expected stage. */
    boolean isEntered() {
        return furthest != NOWHERE;
    }

    /** Whether it came to the last expected stage. */
    boolean isComplete() {
        return furthest == stages.count() - 1;
    }

    boolean isTouched(int position) {
        return firstAt[position] != NEVER;
    }

    /** Whether it came to a later expected stage, before or after. */
    boolean isPassed(int position) {
        return furthest > position;
    }

    /** Whether it came back to it, having been in another stage, but not yet in a later expected one. */
    boolean isRepeated(int position) {
        return isRepeated[position];
    }

    /** Whether it came to it when it had already been in a later expected one. */
    boolean isMovedBack(int position) {
        return isMovedBack[position];
    }

    /** Whether it came to this stage of the lifecycle, which is not expected. */
    boolean hasUnexpected(int stage) {
        return hasUnexpected[stage];
    }

    /** Whether it went on to a later expected stage after its first touchpoint of this one. */
    boolean isLeft(int position) {
        return leftAt[position] != NEVER;
    }

    /** From the first touchpoint of a stage to the next of a later expected one, or to as_of where there is none. */
    long microsIn(int position) {
        return (isLeft(position) ? leftAt[position] : asOf) - firstAt[position];
    }

    /** Whether an earlier expected stage came before its first touchpoint of this one. */
    boolean hasWaited(int position) {
        return waitedSince[position] != NEVER;
    }

    /** From the latest touchpoint of an earlier expected stage to its first touchpoint of this one. */
    long microsWaited(int position) {
        return firstAt[position] - waitedSince[position];
    }

    /** Whether a limited time is over at as_of, however soon it went on. */
    boolean isMature(int position) {
        return isTouched(position)
                && stages.isLimited(position)
                && asOf - firstAt[position] >= stages.allowed(position);
    }

    Timing timing(int position) {
        if (!isTouched(position) || !stages.isLimited(position)) {
            return Timing.UNLIMITED;
        }
        if (isLeft(position) && microsIn(position) <= stages.allowed(position)) {
            return Timing.WITHIN;
        }
        return isMature(position) ? Timing.LATE : Timing.UNDECIDED;
    }
}
