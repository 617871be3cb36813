package io.parcours.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** How long each phase of a run took. Measured for the manifest alone; no report reads it. */
final class RunTimer {
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final long start = System.nanoTime();
    private String phase;
    private long phaseStart;

    void phase(String name) {
        end();
        phase = name;
        phaseStart = System.nanoTime();
    }

    void end() {
        if (phase != null) {
            seconds.merge(phase, (System.nanoTime() - phaseStart) / 1e9, Double::sum);
            phase = null;
        }
    }

    /** Seconds by phase, in the order of the run. */
    Map<String, Double> phases() {
        return new LinkedHashMap<>(seconds);
    }

    double elapsed() {
        return (System.nanoTime() - start) / 1e9;
    }
}
