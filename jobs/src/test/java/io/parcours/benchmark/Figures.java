package io.parcours.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A contender's measurements, one a round, and what is told of them. */
record Figures(Contender contender, List<Measurement> rounds) {

    Figures {
        rounds = List.copyOf(rounds);
    }

    /** The middle one, or the mean of the two in the middle. */
    double median(ToDoubleFunction<Measurement> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least(ToDoubleFunction<Measurement> figure) {
        return rounds.stream().mapToDouble(figure).min().orElseThrow();
    }

    double most(ToDoubleFunction<Measurement> figure) {
        return rounds.stream().mapToDouble(figure).max().orElseThrow();
    }

    /** The most memory of any round; null where the system does not tell. */
    Long peakBytes() {
        List<Long> peaks = new ArrayList<>();
        rounds.forEach(round -> {
            if (round.peakBytes() != null) {
                peaks.add(round.peakBytes());
            }
        });
        return peaks.stream().max(Long::compare).orElse(null);
    }

    /** Median seconds by phase, in the order of the first round. */
    Map<String, Double> phases() {
        Map<String, Double> phases = new LinkedHashMap<>();
        for (String phase : rounds.get(0).phases().keySet()) {
            phases.put(phase, median(round -> round.phases().getOrDefault(phase, 0.0)));
        }
        return phases;
    }
}
