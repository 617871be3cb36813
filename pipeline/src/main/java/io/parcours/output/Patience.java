package io.parcours.output;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting for something that others do. */
final class Patience {
    private static final long PAUSE_MILLIS = 20;

    private final long nanos;

    private Patience(long nanos) {
        this.nanos = nanos;
    }

    static Patience of(Duration longest) {
        return new Patience(longest.toNanos());
    }

    /** Whether it came true before the patience ran out; looks at least once. */
    boolean until(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start >= nanos) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
