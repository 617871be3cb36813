package io.parcours.benchmark;

import io.parcours.benchmark.Contender.Role;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Contenders in turn over one log, round after round; every round begins with another. In the first round the answers of
 * each peer are compared with those of Parcours, and a difference ends the race: no time of it is ever told.
 */
final class Race {
    private final Stable stable;
    private final BenchmarkLog log;
    private final List<Contender> contenders;
    private final Consumer<String> progress;

    Race(Stable stable, BenchmarkLog log, List<Contender> contenders, Consumer<String> progress) {
        this.stable = stable;
        this.log = log;
        this.contenders = List.copyOf(contenders);
        this.progress = progress;
        if (!contenders.contains(Contender.PARCOURS)) {
            throw new IllegalArgumentException("without parcours there are no answers to compare with");
        }
    }

    /** Races so many rounds. */
    List<Figures> run(int rounds) throws IOException, InterruptedException, SQLException {
        Map<Contender, List<Measurement>> measurements = new EnumMap<>(Contender.class);
        for (int round = 0; round < rounds; round++) {
            List<Contender> order = new ArrayList<>(contenders);
            Collections.rotate(order, -round);
            for (Contender contender : order) {
                Measurement measurement = stable.run(contender, log);
                measurements
                        .computeIfAbsent(contender, first -> new ArrayList<>())
                        .add(measurement);
                progress.accept(String.format(
                        Locale.ROOT,
                        "round %d of %d: %s %.1f s, %.1f s of CPU",
                        round + 1,
                        rounds,
                        contender.label(),
                        measurement.wallSeconds(),
                        measurement.cpuSeconds()));
            }
            if (round == 0) {
                compare();
            }
        }
        return contenders.stream()
                .map(contender -> new Figures(contender, measurements.get(contender)))
                .toList();
    }

    private void compare() throws SQLException {
        AnswerComparison comparison = new AnswerComparison(stable.output(Contender.PARCOURS), stable.work());
        for (Contender contender : contenders) {
            if (contender.role() == Role.PEER) {
                List<String> differences = comparison.differences(stable.output(contender));
                if (!differences.isEmpty()) {
                    throw new DifferentAnswersException(contender, differences);
                }
                progress.accept(contender.label() + " answers as Parcours does");
            }
        }
    }
}
