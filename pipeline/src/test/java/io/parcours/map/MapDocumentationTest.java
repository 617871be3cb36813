package io.parcours.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.segment.CustomerColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        JourneyMap map =
                JourneyMapReader.read("name: m\ninput: {dimensions: platform}\n" + example("hold: platform"), "funnel");
        List<String> told = MapSummary.of(map);

        assertThat(text)
                .contains(told.stream()
                        .dropWhile(line -> !line.startsWith("funnel "))
                        .takeWhile(line -> !line.startsWith("conversion"))
                        .collect(Collectors.joining("\n", "```\n", "\n```")));
    }

    @Test
    void theExamplesAreSoundMaps() {
        String funnel = "name: m\nfunnels: [{name: f, steps: [a]}]\n";
        assertThat(examples()).hasSize(17);
        JourneyMapReader.read(example("name: online-shop"), "first");
        JourneyMapReader.read(funnel + example("user.id"), "input");
        JourneyMapReader.read("name: m\n" + example("where: value > 0}"), "stages");
        JourneyMapReader.read(funnel + example("calibrate_until"), "churn");
        JourneyMapReader.read(funnel + example("tables: {except"), "tables");
        JourneyMapReader.read(funnel + example("tables: ["), "tables");
        for (String funnels : List.of(example("unit: journey"), example("hold: platform"))) {
            JourneyMapReader.read(
                    "name: m\ninput: {dimensions: platform}\n" + example("where: value > 0}") + funnels, "funnels");
        }
    }

    @Test
    void theExamplesOfFeaturesAreOneSoundMap() {
        JourneyMap map = JourneyMapReader.read(
                "name: m\ninput: {dimensions: [platform, comment, rating, topic]}\n"
                        + "stages: [{name: discovery, events: a}, {name: consideration, events: b}, {name: purchase, events: c}]\n"
                        + Stream.of(
                                        "file: data/customers.csv",
                                        "inventory:",
                                        "channels: {",
                                        "surveys:",
                                        "friction:",
                                        "attribution:\n  by",
                                        "triggers:",
                                        "expected:",
                                        "segments:")
                                .map(MapDocumentationTest::example)
                                .collect(Collectors.joining()),
                "features");

        assertThat(map.features().surveys()).hasSize(3);
        assertThat(map.features().triggers()).hasSize(2);
        assertThat(map.breakdowns()).endsWith("plan", "region", "since", "segment");
    }

    @Test
    void everyColumnOfACustomerIsDescribed() {
        String table = text.substring(text.indexOf("## `segments`"));

        assertThat(CustomerColumns.of(List.of()).names())
                .allSatisfy(name -> assertThat(table).containsPattern("(?m)^\\|( [a-z_]+,)* " + name + "[ ,].*\\|"));
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

    /** The one example with these words. */
    private static String example(String words) {
        List<String> found =
                examples().stream().filter(example -> example.contains(words)).toList();
        assertThat(found).as(words).hasSize(1);
        return found.get(0);
    }

    private static List<String> examples() {
        return EXAMPLE.matcher(text)
                .results()
                .map((MatchResult example) -> example.group(1))
                .filter(example -> !example.startsWith("# yaml-language-server"))
                .toList();
    }
}
