package io.parcours.trigger;

import static io.parcours.trigger.TriggerWorld.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.RandomHistories;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random histories and triggers: the rows are those of a plain reading of docs/triggers.md. */
class TriggerDefinitionTest {
    private static final List<Duration> TIMES = List.of(
            Duration.ZERO, Duration.ofMillis(1), Duration.ofMinutes(1), Duration.ofHours(2), Duration.ofDays(20));
    private static final List<String> EVENTS = List.of("A", "B", "C D", "D", "A E", "A B C D E F");

    @Test
    void everyRowIsThatOfAPlainReading() {
        int[] states = new int[FiringState.values().length];
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            AsOf asOf = RandomHistories.randomAsOf(random, ZoneId.of("Europe/Paris"));
            List<TriggerRules> triggers = randomTriggers(random);
            List<CustomerHistory> histories = TriggerWorld.random(triggers, seed, asOf, 40);
            TriggerCounts counts = TriggerWorld.question(triggers).begin(asOf);

            List<DefinedFiring> defined = DefinedFiring.all(triggers, histories, asOf);
            assertThat(TriggerWorld.rows(counts, histories))
                    .isEqualTo(defined.stream().map(DefinedFiring::row).toList());
            assertThat(TriggerWorld.summary(counts)).isEqualTo(DefinedSummary.rows(triggers, defined, asOf));
            defined.forEach(firing -> states[
                    FiringState.valueOf(firing.state().toUpperCase(java.util.Locale.ROOT))
                            .ordinal()]++);
        }
        assertThat(states).doesNotContain(0);
    }

    @Test
    void mergedPartsAreTheWholeInAnyOrder() throws IOException, ClassNotFoundException {
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            AsOf asOf = RandomHistories.randomAsOf(random, ZoneId.of("UTC"));
            List<TriggerRules> triggers = randomTriggers(random);
            TriggerQuestion question = TriggerWorld.question(triggers);
            List<CustomerHistory> histories = new ArrayList<>(TriggerWorld.random(triggers, seed, asOf, 80));
            TriggerCounts whole = question.begin(asOf);
            histories.forEach(whole::add);

            Collections.shuffle(histories, random);
            List<TriggerCounts> parts = new ArrayList<>();
            for (int part = 0; part < 4; part++) {
                parts.add(question.begin(asOf));
            }
            histories.forEach(history -> parts.get(random.nextInt(4)).add(history));
            while (parts.size() > 1) {
                TriggerCounts part = travelled(parts.remove(random.nextInt(parts.size())));
                parts.get(random.nextInt(parts.size())).merge(part);
            }
            List<Map<String, Object>> merged = TriggerWorld.summary(parts.get(0));
            assertThat(merged).isEqualTo(TriggerWorld.summary(whole));
        }
    }

    private static List<TriggerRules> randomTriggers(Random random) {
        List<TriggerRules> triggers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            triggers.add(trigger(
                    EVENTS.get(random.nextInt(EVENTS.size())),
                    random.nextInt(4) == 0 ? "" : EVENTS.get(random.nextInt(EVENTS.size())),
                    TIMES.get(random.nextInt(TIMES.size())),
                    TIMES.get(random.nextInt(TIMES.size()))));
        }
        return triggers;
    }

    private static TriggerCounts travelled(TriggerCounts counts) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(counts);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (TriggerCounts) in.readObject();
        }
    }
}
