package io.parcours.report.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.report.chart.Drawing;
import io.parcours.report.chart.Drawing.Anchor;
import io.parcours.report.chart.Drawing.Label;
import io.parcours.report.chart.Plane;
import io.parcours.report.chart.TextFit;
import io.parcours.report.data.ReportTables;
import io.parcours.report.data.WrittenDay;
import io.parcours.report.flow.StageFlow.Kind;
import io.parcours.report.flow.StageFlow.Node;
import io.parcours.report.flow.StageFlow.Step;
import io.parcours.report.words.Language;
import io.parcours.report.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StageFlowTest {
    private static final List<String> COLUMNS = List.of("path:texts", "journey_count:whole", "converted_count:whole");
    private static final Node START = new Node(0, Kind.START, 0);

    @TempDir
    private Path folder;

    /** By hand: 10 journeys A B (4 converted), 5 only A, 2 without a stage, 3 of six stages. */
    @Test
    void journeys_are_summed_by_place_and_end_one_column_on() {
        StageFlow flow = flow(
                List.of("A", "B"),
                List.of(
                        List.of(List.of("A", "B"), 10, 4),
                        List.of(List.of("A"), 5, 0),
                        List.of(List.of(), 2, 1),
                        List.of(List.of("A", "B", "A", "B", "A", "B"), 3, 3)));

        assertThat(flow.journeys()).isEqualTo(20);
        assertThat(flow.converted()).isEqualTo(8);
        Node firstA = new Node(1, Kind.STAGE, 0);
        Node secondB = new Node(2, Kind.STAGE, 1);
        assertThat(flow.nodes())
                .containsEntry(START, 20L)
                .containsEntry(firstA, 18L)
                .containsEntry(new Node(1, Kind.NO_STAGE, 0), 2L)
                .containsEntry(secondB, 13L)
                .containsEntry(new Node(2, Kind.NOT_CONVERTED, 0), 5L)
                .containsEntry(new Node(3, Kind.CONVERTED, 0), 4L)
                .containsEntry(new Node(3, Kind.NOT_CONVERTED, 0), 6L)
                .containsEntry(new Node(6, Kind.FURTHER, 0), 3L)
                .doesNotContainKey(new Node(2, Kind.CONVERTED, 0));
        assertThat(flow.steps())
                .containsEntry(new Step(START, firstA), 18L)
                .containsEntry(new Step(firstA, secondB), 13L)
                .containsEntry(new Step(secondB, new Node(3, Kind.STAGE, 0)), 3L);
    }

    /** Of 1,000 journeys B and C have 5 and 4 at the first place, below one in a hundred: 9 are gathered. A lone small one keeps its name. */
    @Test
    void small_stages_of_a_place_are_gathered_unless_there_is_one() {
        StageFlow flow = flow(
                List.of("A", "B", "C"),
                List.of(
                        List.of(List.of("A"), 983, 0),
                        List.of(List.of("B"), 5, 0),
                        List.of(List.of("C"), 4, 0),
                        List.of(List.of("A", "B"), 8, 0)));

        assertThat(flow.nodes())
                .containsEntry(new Node(1, Kind.OTHER, 0), 9L)
                .containsEntry(new Node(2, Kind.STAGE, 1), 8L)
                .doesNotContainKeys(new Node(1, Kind.STAGE, 1), new Node(1, Kind.STAGE, 2));
    }

    @Test
    void the_six_most_frequent_stages_are_told_apart_in_the_order_of_the_map() {
        List<String> stages = List.of("s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7");
        List<List<Object>> paths = new ArrayList<>();
        for (int stage = 0; stage < stages.size(); stage++) {
            paths.add(List.of(List.of(stages.get(stage)), stage == 0 ? 500 : 100 * stage, 0));
        }

        assertThat(flow(stages, paths).stages()).containsExactly("s0", "s3", "s4", "s5", "s6", "s7");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_comes_to_a_node_leaves_it_and_labels_lie_apart_within_the_drawing(long seed) {
        Random random = new Random(seed);
        List<String> stages = IntStream.range(0, 1 + random.nextInt(9))
                .mapToObj(number -> "W".repeat(1 + random.nextInt(60)) + number)
                .toList();
        StageFlow flow = flow(stages, randomPaths(random, stages));

        Map<Node, Long> arriving = new HashMap<>(Map.of(START, flow.journeys()));
        Map<Node, Long> leaving = new HashMap<>();
        flow.steps().forEach((step, journeys) -> {
            arriving.merge(step.to(), journeys, Long::sum);
            leaving.merge(step.from(), journeys, Long::sum);
        });
        assertThat(arriving).isEqualTo(flow.nodes());
        leaving.forEach((node, journeys) -> assertThat(flow.nodes()).containsEntry(node, journeys));

        Words words = new Words(Language.FR);
        Drawing drawing = new FlowDrawing(words, flow, new FlowNames(words, flow)).draw("flow");
        List<Label> labels = drawing.marks().stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .toList();
        assertThat(labels).hasSizeGreaterThan(3);
        for (int one = 0; one < labels.size(); one++) {
            Label label = labels.get(one);
            assertThat(label.anchor()).isEqualTo(Anchor.START);
            assertThat(right(label)).isLessThanOrEqualTo(drawing.width());
            assertThat(label.y()).isBetween(Plane.LETTERS, drawing.height() - 2.0);
            for (Label other : labels.subList(one + 1, labels.size())) {
                assertThat(overlap(label, other)).as("%s and %s", label, other).isFalse();
            }
        }
    }

    private static double right(Label label) {
        return label.x() + TextFit.width(label.text(), Plane.LETTERS);
    }

    /** Letters rise 11 above their line at most and hang 3 below it. */
    private static boolean overlap(Label one, Label other) {
        return one.x() < right(other) && other.x() < right(one) && Math.abs(one.y() - other.y()) < 14;
    }

    private static List<List<Object>> randomPaths(Random random, List<String> stages) {
        List<List<Object>> paths = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            List<String> path = new ArrayList<>();
            for (int place = random.nextInt(9); place > 0; place--) {
                path.add(stages.get(random.nextInt(stages.size())));
            }
            int journeys = 1 + (int) Math.pow(10, 3 * random.nextDouble());
            paths.add(List.of(path, journeys, random.nextInt(journeys + 1)));
        }
        return paths;
    }

    private StageFlow flow(List<String> stages, List<List<Object>> paths) {
        ReportTables tables = new WrittenDay(folder, "2024-03-30")
                .table("paths", COLUMNS, paths)
                .tables();
        return StageFlow.of(tables.table("paths"), stages);
    }
}
