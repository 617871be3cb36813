package io.parcours.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/map.md says what the reader does. */
class MapDocumentationTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_.]+)` \\|");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

    private static String text;

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(Path.of(System.getProperty("parcours.root"), "docs", "map.md"));
    }

    @Test
    void everyKeyTheReaderKnowsHasItsRowAndNoOtherHas() {
        List<String> rows = ROW.matcher(text).results().map(row -> row.group(1)).toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(MapKeys.MAP.paths());
    }

    @Test
    void everyKeyOfALaterVersionIsNamed() {
        for (MapSection section : List.of(MapKeys.MAP, MapSection.FUNNEL, MapSection.STEP, MapSection.CHURN)) {
            assertThat(section.laterKeys()).allSatisfy(key -> assertThat(text).contains("`" + key + "`"));
        }
    }

    @Test
    void theWordsOfTheFunnelWithMoreRulesAreThoseOfTheSummary() {
        JourneyMap map = JourneyMapReader.read(
                "name: m\ninput: {dimensions: platform}\n" + examples().get(4), "funnel");
        List<String> told = MapSummary.of(map);

        assertThat(text)
                .contains(told.stream()
                        .dropWhile(line -> !line.startsWith("funnel "))
                        .takeWhile(line -> !line.startsWith("conversion"))
                        .collect(Collectors.joining("\n", "```\n", "\n```")));
    }

    @Test
    void theExamplesAreSoundMaps() {
        List<String> examples = examples();

        assertThat(examples).hasSize(6);
        JourneyMapReader.read(examples.get(0), "first");
        JourneyMapReader.read("name: m\nfunnels: [{name: f, steps: [a]}]\n" + examples.get(1), "input");
        JourneyMapReader.read("name: m\n" + examples.get(2), "stages");
        JourneyMapReader.read("name: m\nfunnels: [{name: f, steps: [a]}]\n" + examples.get(5), "churn");
        for (String funnels : examples.subList(3, 5)) {
            JourneyMapReader.read("name: m\ninput: {dimensions: platform}\n" + examples.get(2) + funnels, "funnels");
        }
    }

    @Test
    void theFirstExampleIsTenLines() {
        assertThat(EXAMPLE.matcher(text)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1)
                        .lines())
                .hasSizeLessThanOrEqualTo(10);
    }

    private static List<String> examples() {
        return EXAMPLE.matcher(text)
                .results()
                .map((MatchResult example) -> example.group(1))
                .filter(example -> !example.startsWith("# yaml-language-server"))
                .toList();
    }
}
