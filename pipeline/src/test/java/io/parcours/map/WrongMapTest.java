package io.parcours.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way a map can be wrong, with the exact lines that tell it: wrong-maps.txt. */
class WrongMapTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongMaps")
    void everyWrongMapIsToldInItsOwnLine(String title, String map, List<String> lines) {
        MapException wrong = catchThrowableOfType(MapException.class, () -> JourneyMapReader.read(map, "m.yaml"));

        assertThat(wrong).as("the map was accepted").isNotNull();
        assertThat(wrong.problems()).extracting(MapProblem::toString).containsExactlyElementsOf(lines);
    }

    @Test
    void aMessageIsTheFirstProblemAndHowManyMoreThereAre() {
        MapException wrong = catchThrowableOfType(
                MapException.class, () -> JourneyMapReader.read("nam: x\nsession_gap: 5\nfunnels: [1]\n", "m.yaml"));

        assertThat(wrong)
                .hasMessage("m.yaml:1: nam: unknown key; did you mean name? (legal: name, timezone, input, customers,"
                        + " session_gap, journey_gap, stages, conversion, funnels, retention, churn, inventory,"
                        + " channels, handover_window, channel_breakdown, surveys, themes, friction, attribution,"
                        + " costs, triggers, expected, segments, segment_match, quality, tables)"
                        + " (and 2 more: parcours check lists them)");
        assertThat(wrong.problems()).hasSize(3);
    }

    static Stream<Arguments> wrongMaps() {
        List<Arguments> cases = new ArrayList<>();
        for (WrongMap each : WrongMap.all()) {
            cases.add(Arguments.of(each.title(), each.map(), each.lines()));
        }
        return cases.stream();
    }
}
