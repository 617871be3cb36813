package io.parcours.sample;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says every few seconds how far a long piece of work has come; may be told from several threads. */
public final class Pace {
    private static final long EVERY = TimeUnit.SECONDS.toNanos(3);

    private final Consumer<String> lines;
    private long spokeAt = System.nanoTime();

    public Pace(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Speaks where it is time to. */
    public synchronized void at(String phase, long done, long all) {
        long instant = System.nanoTime();
        if (instant - spokeAt >= EVERY) {
            spokeAt = instant;
            lines.accept(String.format(Locale.ROOT, "%s: %,d of %,d (%d %%)", phase, done, all, done * 100 / all));
        }
    }
}
