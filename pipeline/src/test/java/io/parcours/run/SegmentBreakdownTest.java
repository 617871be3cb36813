package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.condition.Where;
import io.parcours.journey.AsOf;
import io.parcours.journey.Drafts;
import io.parcours.journey.HistoryBuilder;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.segment.CustomerColumns;
import io.parcours.segment.SegmentRules;
import io.parcours.table.Column;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Touchpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever the topics, a breakdown by segment parts the customers. */
class SegmentBreakdownTest {
    private static final long DAY = 86_400_000_000L;
    private static final String MAP = """
            name: any
            stages: [{name: look, events: [A, B]}, {name: buy, events: [C]}]
            funnels: [{name: f, steps: [A, B, C], window: 9d}]
            """;

    @Test
    void funnels_and_cohorts_by_segment_add_up_to_all() {
        for (SegmentRules.Match match : SegmentRules.Match.values()) {
            JourneyMap map = map(match);
            Map<String, List<Map<String, Object>>> tables = tables(JourneyPlan.of(map));
            Map<String, Map<String, Long>> steps = new TreeMap<>();
            for (Map<String, Object> row : tables.get("funnel_steps")) {
                String key = row.get("funnel") + " " + row.get("step");
                add(steps, key, row, "reached_count", "dropped_count", "in_progress_count");
            }
            assertThat(steps).hasSize(5);
            steps.forEach((step, counts) -> assertParted(counts));
            Map<String, Map<String, Long>> cohorts = new TreeMap<>();
            for (Map<String, Object> row : tables.get("retention_cohorts")) {
                if (row.get("period").equals(0L)) {
                    add(cohorts, (String) row.get("cohort"), row, "eligible_count");
                }
            }
            assertThat(cohorts).isNotEmpty();
            cohorts.forEach((cohort, counts) -> assertParted(counts));
            // Under first match the table parts the customers, too; under all it counts some more than once.
            long customers = sum(tables.get("segments"), "customer_count");
            assertThat(customers).isGreaterThanOrEqualTo(200);
            assertThat(customers == 200).isEqualTo(match == SegmentRules.Match.FIRST);
        }
    }

    @Test
    void what_segments_ask_is_asked_whatever_the_topic() {
        JourneyMap map = map(SegmentRules.Match.FIRST);
        JourneyPlan paths = JourneyPlan.of(map, Set.of(Topic.PATH));
        assertThat(paths.neededColumns()).contains("value", "channel");
        assertThat(paths.conditions().conditions()).contains(map.journey().conversion());
        assertThat(paths.historyTableNames()).containsExactly("paths", "transitions");
        JourneyPlan retention = JourneyPlan.of(map, Set.of(Topic.RETENTION));
        assertThat(tables(retention).get("retention_cohorts"))
                .isEqualTo(tables(JourneyPlan.of(map)).get("retention_cohorts"));
    }

    private static JourneyMap map(SegmentRules.Match match) {
        JourneyMap map = JourneyMapReader.read(MAP, "any.yaml");
        List<SegmentRules.Segment> segments = new ArrayList<>();
        for (String where : List.of("conversions > 1", "value > 20 or channels = 2", "days_since_last < 5")) {
            segments.add(new SegmentRules.Segment(
                    "s" + segments.size(), Where.parse(where, CustomerColumns.of(map.dimensions()))));
        }
        return Maps.with(map, new SegmentRules(segments, match));
    }

    private static void add(
            Map<String, Map<String, Long>> sums, String key, Map<String, Object> row, String... columns) {
        boolean isAll = row.get("breakdown").equals("all");
        if (isAll || row.get("breakdown").equals("segment")) {
            Map<String, Long> counts = sums.computeIfAbsent(key, any -> new TreeMap<>());
            for (String column : columns) {
                Long count = (Long) row.get(column);
                counts.merge((isAll ? "all " : "parts ") + column, count == null ? 0 : count, Long::sum);
            }
        }
    }

    private static void assertParted(Map<String, Long> counts) {
        counts.forEach((name, count) -> assertThat(count)
                .as(name)
                .isEqualTo(counts.get(name.startsWith("all") ? name.replace("all", "parts") : name)));
    }

    private static long sum(List<Map<String, Object>> rows, String column) {
        return rows.stream().mapToLong(row -> (Long) row.get(column)).sum();
    }

    private static Map<String, List<Map<String, Object>>> tables(JourneyPlan plan) {
        AsOf asOf = AsOf.ofMicros(120 * DAY, plan.map().zone());
        HistoryBuilder builder =
                new HistoryBuilder(plan.map().journey(), plan.conditions(), plan.labeller(), plan.valueScores(), asOf);
        Tally tally = new Tally(plan.questions(), asOf);
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            tally.add(builder.build(customer("c" + i, random)));
        }
        Map<String, List<Map<String, Object>>> tables = new TreeMap<>();
        for (TableContent<?> content :
                tally.conclude(plan.questions(), Drafts.NONE).tables()) {
            tables.put(content.table().name(), rows(content));
        }
        return tables;
    }

    private static <R> List<Map<String, Object>> rows(TableContent<R> content) {
        return content.rows().stream()
                .map(row -> {
                    Map<String, Object> values = new LinkedHashMap<>();
                    for (Column<R> column : content.table().columns()) {
                        values.put(column.name(), column.value().apply(row));
                    }
                    return values;
                })
                .collect(Collectors.toList());
    }

    private static List<Touchpoint> customer(String id, Random random) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(9); i++) {
            touchpoints.add(new Touchpoint(
                    id,
                    random.nextInt(120) * DAY,
                    "%02d".formatted(i),
                    String.valueOf((char) ('A' + random.nextInt(4))),
                    random.nextBoolean() ? "web" : "shop",
                    random.nextInt(900) / 100.0,
                    List.of(),
                    "file"));
        }
        touchpoints.sort(Comparator.comparingLong(Touchpoint::occurredAt).thenComparing(Touchpoint::eventId));
        return touchpoints;
    }
}
