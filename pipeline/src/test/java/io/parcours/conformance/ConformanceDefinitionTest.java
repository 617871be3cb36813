package io.parcours.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random histories and expected journeys: the rows are those of a plain reading of docs/conformance.md. */
class ConformanceDefinitionTest {
    private static final String[] CHANNELS = {"", "/web", "/app"};
    private static final int[] GAPS = {0, 1, 3, 60, 1439, 1440, 1441, 5000};

    @Test
    void everyRowIsThatOfAPlainReading() {
        long deviating = 0;
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            ExpectedJourney expected = randomExpected(random);
            AsOf asOf = Histories.asOfMinute(10_000);
            List<CustomerHistory> histories = randomHistories(random, 40, asOf);
            ConformanceCounts counts = ConformanceWorld.counted(expected, asOf, histories);

            List<DefinedJourney> defined = DefinedJourney.all(expected, histories, asOf);
            assertThat(ConformanceWorld.conformance(counts)).isEqualTo(DefinedConformance.rows(expected, defined));
            assertThat(ConformanceWorld.stageTimes(counts)).isEqualTo(DefinedStageTimes.rows(expected, defined, asOf));
            deviating += defined.stream()
                    .filter(journey -> !journey.deviations().isEmpty())
                    .count();
        }
        assertThat(deviating).isGreaterThan(300);
    }

    @Test
    void mergedPartsAreTheWholeInAnyOrder() throws IOException, ClassNotFoundException {
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            ExpectedJourney expected = randomExpected(random);
            AsOf asOf = Histories.asOfMinute(10_000);
            List<CustomerHistory> histories = new ArrayList<>(randomHistories(random, 80, asOf));
            ConformanceCounts whole = ConformanceWorld.counted(expected, asOf, histories);

            Collections.shuffle(histories, random);
            List<ConformanceCounts> parts = new ArrayList<>();
            for (int part = 0; part < 4; part++) {
                parts.add(ConformanceWorld.question(expected).begin(asOf));
            }
            histories.forEach(history -> parts.get(random.nextInt(4)).add(history));
            while (parts.size() > 1) {
                ConformanceCounts part = travelled(parts.remove(random.nextInt(parts.size())));
                parts.get(random.nextInt(parts.size())).merge(part);
            }
            List<Map<String, Object>> merged = ConformanceWorld.conformance(parts.get(0));
            assertThat(merged).isEqualTo(ConformanceWorld.conformance(whole));
            assertThat(ConformanceWorld.stageTimes(parts.get(0))).isEqualTo(ConformanceWorld.stageTimes(whole));
        }
    }

    private static ExpectedJourney randomExpected(Random random) {
        List<String> stages = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
        Collections.shuffle(stages, random);
        List<String> words = new ArrayList<>();
        for (String stage : stages.subList(0, 1 + random.nextInt(5))) {
            words.add(stage
                    + (random.nextInt(3) == 0 ? "?" : "")
                    + (random.nextInt(3) == 0 ? "*" : "")
                    + (random.nextInt(2) == 0 ? GAPS[random.nextInt(GAPS.length)] : ""));
        }
        return ConformanceWorld.expected(String.join(" ", words), "channel");
    }

    /** Histories that end at minute 10,000 or before it. */
    private static List<CustomerHistory> randomHistories(Random random, int customers, AsOf asOf) {
        List<CustomerHistory> histories = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            int size = 1 + random.nextInt(random.nextInt(3) == 0 ? 16 : 6);
            List<String> words = new ArrayList<>();
            int minute = 10_000 - (random.nextInt(3) == 0 ? 0 : random.nextInt(2000));
            for (int i = 0; i < size && minute >= 0; i++) {
                words.add(0, "ABCDEFS".charAt(random.nextInt(7)) + "" + minute + CHANNELS[random.nextInt(3)]);
                minute -= GAPS[random.nextInt(GAPS.length)];
            }
            histories.add(ConformanceWorld.history("c" + customer, String.join(" ", words), asOf));
        }
        return histories;
    }

    private static ConformanceCounts travelled(ConformanceCounts counts) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(counts);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (ConformanceCounts) in.readObject();
        }
    }
}
