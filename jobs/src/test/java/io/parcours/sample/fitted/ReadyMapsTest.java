package io.parcours.sample.fitted;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.jobs.SampleRun;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Conversions;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.Span;
import io.parcours.survey.SurveyAnswer;
import io.parcours.survey.SurveyReading;
import io.parcours.trigger.TriggerRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command makes of the ready maps: logs that fit them, whose truth files tell what a plain reader counts. */
class ReadyMapsTest {
    private static final Map<String, FittedFolder> KNOWN = new HashMap<>();

    @TempDir
    private static Path folder;

    private static FittedFolder log(String name) throws IOException {
        FittedFolder known = KNOWN.get(name);
        if (known == null) {
            known = new FittedFolder(write(name, name));
            KNOWN.put(name, known);
        }
        return known;
    }

    private static Path write(String name, String to) {
        Path map = Path.of(System.getProperty("parcours.root", ".."), "sample-data", "maps", name + ".yaml");
        Path output = folder.resolve(to);
        SampleRun.of(
                "sample", "--map", map.toString(), "--output", output.toString(), "--customers", "400", "--seed", "11");
        return output;
    }

    @ParameterizedTest
    @ValueSource(strings = {"online-shop-with-stores", "subscription-service", "contact-centre", "employee-journey"})
    void the_same_options_give_the_same_bytes(String name) throws IOException {
        log(name);
        Path again = write(name, name + "-again");
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            for (Path file : files.toList()) {
                assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"online-shop-with-stores", "subscription-service", "contact-centre", "employee-journey"})
    void every_record_has_the_outcome_that_was_planted(String name) throws IOException {
        FittedFolder log = log(name);
        JsonNode records = log.truth.get("records");
        long accepted = log.customers.values().stream().mapToLong(List::size).sum();
        assertThat(log.read).isEqualTo(records.get("read").asLong());
        assertThat(accepted).isEqualTo(records.get("accepted").asLong());
        assertThat(log.duplicates).isEqualTo(records.get("duplicate").asLong()).isPositive();
        Map<String, Long> reasons = new TreeMap<>();
        records.get("rejected_by_reason")
                .properties()
                .forEach(one -> reasons.put(one.getKey(), one.getValue().asLong()));
        assertThat(log.rejected).isEqualTo(reasons).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"online-shop-with-stores", "subscription-service", "contact-centre", "employee-journey"})
    void the_log_fits_its_map(String name) throws IOException {
        FittedFolder log = log(name);
        List<String> events = Vocabulary.conditions(log.map)
                .flatMap(condition -> condition.events().stream())
                .distinct()
                .toList();
        Map<String, Long> found = new TreeMap<>();
        log.customers.values().forEach(touches -> touches.forEach(touch -> found.merge(touch.event(), 1L, Long::sum)));
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(events);
        assertThat(log.truth.get("not_served")).isEmpty();
        long[] outcomes = {
            log.truth.get("converted_journeys").asLong(),
            log.truth.get("dropped_journeys").asLong()
        };
        assertThat(outcomes[0]).isPositive();
        for (JsonNode stage : log.truth.get("stages")) {
            assertThat(stage.get("journeys").asLong()).as(stage.toString()).isPositive();
        }
        assertThat(log.map.journey().journeyGapIfAny().isEmpty() || outcomes[1] > 0)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"online-shop-with-stores", "subscription-service", "contact-centre", "employee-journey"})
    void the_truth_is_what_the_histories_say(String name) throws IOException {
        FittedFolder log = log(name);
        JsonNode truth = log.truth;
        Instant end = Instant.parse(truth.get("as_of").asText());
        ConditionIndex index = new ConditionIndex(log.map.conditions());
        HistoryBuilder builder = new HistoryBuilder(log.map.journey(), index, new AsOf(end, log.map.zone()));
        Conversions conversions = new Conversions(log.map.journey(), index);
        SurveyReading surveys = new SurveyReading(log.map.features().surveys(), index, log.map.dimensions());
        Map<String, Long> counts = new TreeMap<>();
        Map<String, List<Long>> triggers = new LinkedHashMap<>();
        for (var touches : log.customers.values()) {
            CustomerHistory history = builder.build(touches);
            count(history, conversions, counts);
            for (SurveyAnswer answer : surveys.answers(history)) {
                counts.merge("asked", 1L, Long::sum);
                counts.merge("answered", answer.isAnswered() ? 1L : 0L, Long::sum);
            }
            for (TriggerRules trigger : log.map.features().triggers()) {
                List<Long> found = fire(trigger, history, index, end);
                triggers.merge(trigger.name(), found, ReadyMapsTest::sum);
            }
        }
        for (String field : List.of("sessions", "open_sessions", "journeys", "open_journeys", "converted_journeys")) {
            assertThat(counts.getOrDefault(field, 0L))
                    .as(field)
                    .isEqualTo(truth.get(field).asLong());
        }
        assertThat(counts.get("asked")).isEqualTo(sum(truth.get("surveys"), "asked"));
        assertThat(counts.get("answered")).isEqualTo(sum(truth.get("surveys"), "answered"));
        Map<String, List<Long>> planted = new LinkedHashMap<>();
        truth.get("triggers")
                .forEach(trigger -> planted.put(
                        trigger.get("trigger").asText(),
                        List.of(
                                trigger.get("cancelled").asLong(),
                                trigger.get("due").asLong(),
                                trigger.get("pending").asLong())));
        assertThat(triggers).isEqualTo(planted);
    }

    private static void count(CustomerHistory history, Conversions conversions, Map<String, Long> counts) {
        counts.merge("sessions", (long) history.sessions().size(), Long::sum);
        counts.merge(
                "open_sessions",
                history.sessions().stream().filter(Span::isOpen).count(),
                Long::sum);
        counts.merge("journeys", (long) history.journeys().size(), Long::sum);
        counts.merge(
                "open_journeys",
                history.journeys().stream().filter(Span::isOpen).count(),
                Long::sum);
        long converted = history.journeys().stream()
                .filter(journey -> conversions.isConverted(history, journey))
                .count();
        counts.merge("converted_journeys", converted, Long::sum);
    }

    /** Firing after firing: each start is looked for anew behind the end of the one before. */
    private static List<Long> fire(TriggerRules trigger, CustomerHistory history, ConditionIndex index, Instant end) {
        long within = trigger.within().toSeconds() * 1_000_000;
        long cooldown = trigger.cooldown().toSeconds() * 1_000_000;
        long asOf = end.getEpochSecond() * 1_000_000;
        Long[] states = {0L, 0L, 0L};
        int from = 0;
        long after = Long.MIN_VALUE;
        while (from < history.size()) {
            boolean starts =
                    history.match(from).holds(index.numberOf(trigger.when())) && history.occurredAt(from) > after;
            if (!starts) {
                from++;
                continue;
            }
            long deadline = history.occurredAt(from) + within;
            int cancelling = -1;
            for (int i = history.size() - 1; i > from && trigger.unless() != null; i--) {
                boolean cancels = history.match(i).holds(index.numberOf(trigger.unless()));
                cancelling = cancels && history.occurredAt(i) <= deadline ? i : cancelling;
            }
            states[cancelling > 0 ? 0 : deadline <= asOf ? 1 : 2]++;
            after = cancelling > 0 ? after : deadline + cooldown;
            from = cancelling > 0 ? cancelling : from + 1;
        }
        return Arrays.asList(states);
    }

    private static List<Long> sum(List<Long> one, List<Long> other) {
        List<Long> sums = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            sums.add(one.get(i) + other.get(i));
        }
        return sums;
    }

    private static long sum(JsonNode nodes, String field) {
        long sum = 0;
        for (JsonNode node : nodes) {
            sum += node.get(field).asLong();
        }
        return sum;
    }
}
