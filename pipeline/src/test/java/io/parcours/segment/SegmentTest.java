package io.parcours.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.ConditionType;
import io.parcours.condition.Where;
import io.parcours.journey.Conversions;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.HistoryLabeller;
import io.parcours.journey.TouchpointColumn;
import io.parcours.journey.ValueScores;
import io.parcours.segment.SegmentRules.Match;
import io.parcours.stats.ClusteredMean;
import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.ExactMean;
import io.parcours.stats.Interval;
import io.parcours.stats.Proportion;
import io.parcours.table.Column;
import io.parcours.touchpoint.Touchpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentTest {
    private static final ConditionColumns COLUMNS = CustomerColumns.of(SegmentWorld.DIMENSIONS);

    /** The third fails where the plan is no number, which it never is. */
    private static final List<SegmentRules.Segment> SEGMENTS = List.of(
            segment("regular", "journeys >= 2 and days_since_last <= 20"),
            segment("buyer", "conversions >= 1 or conversion_value > 5"),
            segment("odd", "channels = 1 and cast(plan as number) > 1"),
            segment("happy", "satisfaction >= 0.5 and answers > 0"),
            segment("free", "plan = 'free' and last_stage != 'buy'"),
            segment("nobody", "touchpoints > 1000"));

    @Test
    void everything_known_of_a_customer_is_that_of_a_plain_reading() {
        Random random = new Random(1);
        CustomerFacts facts = new CustomerFacts(
                new Conversions(SegmentWorld.RULES, SegmentWorld.INDEX), SegmentWorld.SURVEYS, SegmentWorld.AS_OF);
        for (int i = 0; i < 3_000; i++) {
            List<Touchpoint> touchpoints = SegmentWorld.customer("c" + i, random);
            facts.show(SegmentWorld.history(touchpoints, HistoryLabeller.NONE));
            TreeMap<String, Object> found = new TreeMap<>();
            List<Integer> order = new ArrayList<>(
                    IntStream.range(0, COLUMNS.names().size()).boxed().toList());
            Collections.shuffle(order, random);
            for (int column : order) {
                found.put(COLUMNS.names().get(column), value(facts, column));
            }
            assertThat(found).isEqualTo(SegmentWorld.known(touchpoints));
        }
    }

    private static Object value(CustomerFacts facts, int column) {
        ConditionType type = COLUMNS.types().get(column);
        if (type == ConditionType.TEXT) {
            return facts.text(column);
        }
        if (type == ConditionType.INSTANT) {
            return facts.instant(column);
        }
        double number = facts.number(column);
        return Double.isNaN(number) ? null : number;
    }

    @Test
    void a_customer_is_called_by_the_first_segment_that_holds_or_by_all_in_the_maps_order() {
        // Three journeys, the last 40 days ago, as in the package's example.
        List<Touchpoint> regular = List.of(touchpoint(90, "A"), touchpoint(60, "C"), touchpoint(40, "A"));
        List<Touchpoint> fresh = List.of(touchpoint(1, "B"));
        List<SegmentRules.Segment> segments =
                List.of(segment("dormant", "days_since_last > 30"), segment("regular", "journeys >= 2"));
        assertThat(label(segments, Match.FIRST, regular)).isEqualTo("dormant");
        assertThat(label(segments, Match.ALL, regular)).isEqualTo("dormant + regular");
        assertThat(label(segments, Match.FIRST, fresh)).isNull();
        assertThat(label(segments, Match.ALL, fresh)).isNull();
    }

    @Test
    void the_label_is_the_dimension_after_the_last_one_on_every_touchpoint() {
        List<String> breakdowns = List.of("plan", "score", SegmentRules.DIMENSION);
        TouchpointColumn column = TouchpointColumn.of("segment", breakdowns);
        Random random = new Random(2);
        SegmentLabeller labeller = labeller(Match.ALL, SEGMENTS);
        for (int i = 0; i < 300; i++) {
            List<Touchpoint> touchpoints = SegmentWorld.customer("c" + i, random);
            CustomerHistory history = SegmentWorld.history(touchpoints, labeller);
            String expected = String.join(" + ", members(touchpoints));
            for (int t = 0; t < history.size(); t++) {
                assertThat(column.value(history, t)).isEqualTo(expected.isEmpty() ? null : expected);
                assertThat(history.dimension(t, 0))
                        .isEqualTo(touchpoints.get(t).dimensions().get(0));
            }
        }
    }

    @Test
    void a_condition_that_fails_counts_as_false_and_is_counted() {
        SegmentLabeller labeller = labeller(Match.ALL, SEGMENTS);
        HistoryBuilder builder = new HistoryBuilder(
                SegmentWorld.RULES, SegmentWorld.INDEX, labeller, ValueScores.NONE, SegmentWorld.AS_OF);
        Random random = new Random(3);
        long failing = 0;
        for (int i = 0; i < 200; i++) {
            List<Touchpoint> touchpoints = SegmentWorld.customer("c" + i, random);
            TreeMap<String, Object> known = SegmentWorld.known(touchpoints);
            failing += known.get("channels").equals(1.0) && known.get("plan") != null ? 1 : 0;
            assertThat(builder.build(touchpoints).label().groups()).doesNotContain(2);
        }
        // Two conditions of touchpoints, then those of the segments.
        assertThat(failing).isPositive();
        assertThat(builder.conditionFailures()).containsExactly(0, 0, 0, 0, failing, 0, 0, 0);
    }

    @Test
    void the_table_is_that_of_a_plain_reading_and_of_any_parts_merged() throws Exception {
        for (Match match : Match.values()) {
            Random random = new Random(4);
            List<List<Touchpoint>> customers = new ArrayList<>();
            SegmentLabeller labeller = copy(labeller(match, SEGMENTS));
            SegmentQuestion question = copy(new SegmentQuestion(
                    new SegmentRules(SEGMENTS, match), SegmentWorld.RULES, SegmentWorld.INDEX, SegmentWorld.SURVEYS));
            List<SegmentCounts> parts = new ArrayList<>();
            for (int part = 0; part < 4; part++) {
                parts.add(question.begin(SegmentWorld.AS_OF));
            }
            for (int i = 0; i < 900; i++) {
                List<Touchpoint> customer = SegmentWorld.customer("c" + i, random);
                customers.add(customer);
                parts.get(random.nextInt(3)).add(SegmentWorld.history(customer, labeller));
            }
            while (parts.size() > 1) {
                SegmentCounts part = copy(parts.remove(random.nextInt(parts.size())));
                parts.get(random.nextInt(parts.size())).merge(part);
            }
            assertThat(rows(parts.get(0))).isEqualTo(plain(customers, match));
        }
    }

    @Test
    void nobody_at_all_has_segments_without_rates() {
        SegmentQuestion question = new SegmentQuestion(
                new SegmentRules(SEGMENTS, Match.FIRST), SegmentWorld.RULES, SegmentWorld.INDEX, SegmentWorld.SURVEYS);
        List<List<Object>> rows = rows(question.begin(SegmentWorld.AS_OF));
        assertThat(rows).hasSize(7);
        assertThat(rows.get(6))
                .containsExactly(
                        "(none)", 0L, 0L, null, null, null, 0L, 0L, null, null, null, null, null, null, null, null, 0L,
                        null, null, null);
    }

    private static List<List<Object>> rows(SegmentCounts counts) {
        List<String> names = SEGMENTS.stream().map(SegmentRules.Segment::name).toList();
        return SegmentsReport.of(names, counts).rows().stream()
                .map(row -> {
                    List<Object> values = new ArrayList<>();
                    for (Column<SegmentsReport.Row> column : SegmentsReport.TABLE.columns()) {
                        values.add(column.value().apply(row));
                    }
                    return values;
                })
                .toList();
    }

    /** The page read plainly. */
    private static List<List<Object>> plain(List<List<Touchpoint>> customers, Match match) {
        List<List<Object>> rows = new ArrayList<>();
        List<String> names = new ArrayList<>(
                SEGMENTS.stream().map(SegmentRules.Segment::name).toList());
        names.add("(none)");
        for (String name : names) {
            List<List<Touchpoint>> own = new ArrayList<>();
            long overlapping = 0;
            for (List<Touchpoint> customer : customers) {
                List<String> members = members(customer);
                members = match == Match.FIRST && !members.isEmpty() ? members.subList(0, 1) : members;
                if (members.contains(name) || members.isEmpty() && name.equals("(none)")) {
                    own.add(customer);
                    overlapping += members.size() > 1 ? 1 : 0;
                }
            }
            rows.add(plain(name, own, overlapping, customers.size()));
        }
        return rows;
    }

    private static List<Object> plain(String name, List<List<Touchpoint>> own, long overlapping, long all) {
        ClusteredProportion conversions = new ClusteredProportion();
        ClusteredMean satisfaction = new ClusteredMean(9);
        ExactMean values = new ExactMean();
        List<Long> days = new ArrayList<>();
        boolean hasValue = false;
        for (List<Touchpoint> customer : own) {
            List<List<Touchpoint>> journeys = SegmentWorld.cut(customer, SegmentWorld.RULES.journeyGap());
            conversions.add(SegmentWorld.converted(journeys), journeys.size());
            List<Double> scores = SegmentWorld.scores(customer);
            satisfaction.add(scores.stream().mapToDouble(Double::doubleValue).sum(), scores.size());
            Object value = SegmentWorld.known(customer).get("value");
            hasValue |= value != null;
            values.add(value == null ? 0 : (Double) value);
            days.add(SegmentWorld.daysSince(customer.get(customer.size() - 1)));
        }
        Collections.sort(days);
        Double sum = hasValue ? (Double) (Math.round(values.mean().orElseThrow() * own.size() * 100) / 100.0) : null;
        Proportion share = new Proportion(own.size(), all);
        List<Object> row = new ArrayList<>(List.of(
                name,
                (long) own.size(),
                overlapping,
                share.rate().orElseThrow(),
                share.interval().orElseThrow().low(),
                share.interval().orElseThrow().high(),
                conversions.trials(),
                conversions.successes()));
        row.add(conversions.rate().orElse(null));
        row.add(conversions.interval().map(Interval::low).orElse(null));
        row.add(conversions.interval().map(Interval::high).orElse(null));
        row.add(sum);
        row.add(hasValue ? values.mean().orElse(null) : null);
        row.add(hasValue ? values.interval().map(Interval::low).orElse(null) : null);
        row.add(hasValue ? values.interval().map(Interval::high).orElse(null) : null);
        row.add(
                days.isEmpty()
                        ? null
                        : DoubleStream.of(days.get((days.size() - 1) / 2), days.get(days.size() / 2))
                                .average()
                                .getAsDouble());
        row.add(satisfaction.count());
        row.add(satisfaction.mean().orElse(null));
        row.add(satisfaction.intervalWithin(0, 1).map(Interval::low).orElse(null));
        row.add(satisfaction.intervalWithin(0, 1).map(Interval::high).orElse(null));
        return row;
    }

    /** The segments that hold of a customer, by what is known of him. */
    private static List<String> members(List<Touchpoint> customer) {
        TreeMap<String, Object> known = SegmentWorld.known(customer);
        List<String> members = new ArrayList<>();
        if (number(known, "journeys") >= 2 && number(known, "days_since_last") <= 20) {
            members.add("regular");
        }
        if (number(known, "conversions") >= 1 || number(known, "conversion_value") > 5) {
            members.add("buyer");
        }
        if (number(known, "satisfaction") >= 0.5) {
            members.add("happy");
        }
        Object stage = known.get("last_stage");
        if ("free".equals(known.get("plan")) && stage != null && !stage.equals("buy")) {
            members.add("free");
        }
        return members;
    }

    private static double number(TreeMap<String, Object> known, String column) {
        Object value = known.get(column);
        return value == null ? Double.NaN : (Double) value;
    }

    private static SegmentRules.Segment segment(String name, String where) {
        return new SegmentRules.Segment(name, Where.parse(where, COLUMNS));
    }

    private static SegmentLabeller labeller(Match match, List<SegmentRules.Segment> segments) {
        return new SegmentLabeller(
                new SegmentRules(segments, match), SegmentWorld.RULES, SegmentWorld.INDEX, SegmentWorld.SURVEYS);
    }

    private static String label(List<SegmentRules.Segment> segments, Match match, List<Touchpoint> touchpoints) {
        return SegmentWorld.history(touchpoints, labeller(match, segments))
                .label()
                .name();
    }

    private static Touchpoint touchpoint(long daysAgo, String event) {
        List<String> nothing = Collections.nCopies(2, null);
        long at = SegmentWorld.AS_OF.micros() - daysAgo * 86_400_000_000L;
        return new Touchpoint("c", at, "1", event, null, Double.NaN, nothing, "file");
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
