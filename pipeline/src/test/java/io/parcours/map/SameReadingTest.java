package io.parcours.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SameReadingTest {
    private static final String QUESTIONS = "name: shop\nfunnels: [{name: buy, steps: [view, purchase]}]\n";

    /** For each key of the section input another value than its default. */
    private static final Map<String, String> OTHERWISE = new TreeMap<>(Map.of(
            "columns", "{event: what}",
            "dimensions", "[platform]",
            "timestamp_format", "epoch_millis",
            "csv", "{delimiter: \";\"}",
            "between", "[2024-01-01, 2024-12-31]",
            "where", "\"not (event like 'bot%')\"",
            "duplicates", "keep",
            "touchpoint_limit", "5"));

    @Test
    void every_key_of_the_input_must_be_as_it_was() {
        assertThat(OTHERWISE.keySet()).isEqualTo(new TreeSet<>(MapSection.INPUT.keys()));
        JourneyMap written = map(QUESTIONS);
        OTHERWISE.forEach((key, value) -> {
            JourneyMap asked = map(QUESTIONS + "input: {" + key + ": " + value + "}\n");
            assertThatThrownBy(() -> SameReading.require(asked, "new.yaml", written))
                    .as(key)
                    .isInstanceOf(MapException.class)
                    .hasMessageStartingWith("new.yaml: input." + key + ": is ")
                    .hasMessageEndingWith("; what a touchpoint is follows from it, so use parcours run");
            assertThatThrownBy(() -> SameReading.require(written, "new.yaml", asked))
                    .as(key)
                    .hasMessageStartingWith("new.yaml: input." + key + ": is ");
            assertThatCode(() -> SameReading.require(asked, "new.yaml", asked)).doesNotThrowAnyException();
        });
    }

    @Test
    void the_message_tells_both_values() {
        assertThatThrownBy(() -> SameReading.require(
                        map(QUESTIONS + "input: {duplicates: keep}\n"),
                        "new.yaml",
                        map(QUESTIONS + "input: {where: \"value > 1\"}\n")))
                .hasMessage("new.yaml: input.duplicates: is keep, but the touchpoints were read with drop; what a"
                        + " touchpoint is follows from it, so use parcours run");
        assertThatThrownBy(() -> SameReading.require(
                        map(QUESTIONS), "new.yaml", map(QUESTIONS + "input: {where: \"value > 1\"}\n")))
                .hasMessageContaining("input.where: is not given, but the touchpoints were read with \"value > 1\";");
    }

    @Test
    void the_time_zone_must_be_as_it_was() {
        assertThatThrownBy(() ->
                        SameReading.require(map(QUESTIONS + "timezone: Europe/Paris\n"), "new.yaml", map(QUESTIONS)))
                .hasMessageStartingWith("new.yaml: timezone: is \"Europe/Paris\", but the touchpoints were read with");
    }

    @Test
    void the_table_of_attributes_must_be_as_it_was() {
        assertThatThrownBy(() -> SameReading.require(
                        map(QUESTIONS + "customers: {attributes: [plan]}\n"), "new.yaml", map(QUESTIONS)))
                .hasMessageStartingWith("new.yaml: customers: is {columns: {customer_id: \"customer_id\"}, attributes:"
                        + " [\"plan\"]..., but the touchpoints were read with not given;");
    }

    @Test
    void all_else_may_be_another() {
        JourneyMap other = map("""
                name: other
                session_gap: 1h
                journey_gap: none
                stages: [{name: look, events: [view]}]
                conversion: {events: [sign_up]}
                retention: {period: week}
                churn: {inactive_after: 3d}
                quality: {max_rejected_share: 0.5}
                inventory: {}
                friction: {}
                segments: [{name: many, where: journeys > 1}]
                """);
        assertThatCode(() -> SameReading.require(other, "new.yaml", map(QUESTIONS)))
                .doesNotThrowAnyException();
    }

    private static JourneyMap map(String text) {
        return JourneyMapReader.read(text, "map.yaml");
    }
}
