package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicTest {
    private static final String MAP = "name: s\nstages: [{name: look, events: view}]\n";
    private static final Map<Topic, String> KEYS = Map.of(
            Topic.INVENTORY, "inventory: {}",
            Topic.CHANNEL, "channels: {}",
            Topic.SATISFACTION, "surveys: {events: answer}",
            Topic.FRICTION, "friction: {}",
            Topic.ATTRIBUTION, "attribution: {}",
            Topic.TRIGGER, "triggers: [{name: t, when: {events: view}, within: 1h, action: call}]",
            Topic.CONFORMANCE, "expected: [look]",
            Topic.SEGMENT, "segments: [{name: g, where: sessions > 1}]");

    @Test
    void a_topic_without_its_key_names_it_and_with_it_none() {
        JourneyMap nothing = JourneyMapReader.read(MAP, "m.yaml");
        KEYS.forEach((topic, written) -> {
            assertThat(topic.missingKey(nothing)).contains(written.substring(0, written.indexOf(':')));
            assertThat(topic.missingKey(JourneyMapReader.read(MAP + written + "\n", "m.yaml")))
                    .isEmpty();
        });
    }

    @Test
    void what_every_map_asks_needs_no_key() {
        JourneyMap nothing = JourneyMapReader.read(MAP, "m.yaml");

        assertThat(Stream.of(Topic.values())
                        .filter(topic -> topic.missingKey(nothing).isEmpty()))
                .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.copyOf(KEYS.keySet())));
    }
}
