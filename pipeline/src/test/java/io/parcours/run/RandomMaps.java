package io.parcours.run;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.Where;
import io.parcours.ingest.CustomerRules;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.segment.CustomerColumns;
import io.parcours.segment.SegmentRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Seeded random maps that read one log alike and ask everything else of it. Events are A to D, channels c0 to c2. */
final class RandomMaps {
    private static final List<String> WHERES = List.of(
            "value >= 3",
            "event_id like '%1'",
            "customer_id like 'c1%'",
            "platform is null",
            "platform = '(none)' or region = ''",
            "cast(region as number) > 2",
            "occurred_at >= '1970-01-12'",
            "channel = 'c1' and event in ('A', 'B')");

    private static final List<String> CUSTOMER_WHERES = List.of(
            "journeys >= 2",
            "conversions > 0 and last_stage is null",
            "value >= 3 or conversion_value < 0",
            "platform = 'p1'",
            "cast(region as number) > 2",
            "channels > 1 and first_channel != last_channel",
            "days_since_last <= 15",
            "furthest_stage = 'buy' or last_event = 'D'");

    private final Random random;
    private final int limit;
    private final boolean hasCustomers;

    /** @param limit how many touchpoints of a customer all the maps keep */
    RandomMaps(Random random, int limit) {
        this.random = random;
        this.limit = limit;
        this.hasCustomers = random.nextBoolean();
    }

    /** A map that may have segments, and attributes of customers if its log has. */
    JourneyMap next() {
        JourneyMap plain = plain();
        JourneyMap joined =
                hasCustomers ? Maps.with(plain, new CustomerRules(null, Map.of(), List.of("plan", "since"))) : plain;
        return random.nextBoolean() ? segmented(joined) : joined;
    }

    /** A map without. */
    JourneyMap plain() {
        boolean hasStages = random.nextInt(4) > 0;
        StringBuilder map = new StringBuilder("name: any\ntimezone: America/New_York\n");
        map.append("input: {dimensions: [platform, region], touchpoint_limit: ")
                .append(limit)
                .append("}\n");
        map.append("session_gap: ").append(oneOf("0s", "1s", "30m", "1d")).append('\n');
        map.append("journey_gap: ").append(oneOf("1d", "3d", "90d", "none")).append('\n');
        if (hasStages) {
            map.append("stages:\n  - {name: look, events: [A]}\n");
            map.append("  - {name: choose, events: [B, C], ").append(where()).append("}\n");
            map.append("  - {name: buy, events: ")
                    .append(oneOf("[D]", "[C, D]"))
                    .append("}\n");
        }
        if (random.nextBoolean()) {
            map.append("conversion: {").append(condition(hasStages)).append("}\n");
        }
        map.append("funnels:\n");
        for (int funnel = 0; funnel <= random.nextInt(3); funnel++) {
            funnel(map, funnel, hasStages);
        }
        map.append(new RandomFeatures(random, hasStages).written());
        map.append("retention: {period: ").append(oneOf("day", "week", "month"));
        map.append(", mode: ").append(oneOf("calendar", "rolling"));
        map.append(", count: ").append(oneOf("on", "on_or_after")).append("}\n");
        map.append("churn: {activity: {").append(condition(hasStages)).append("}, inactive_after: ");
        map.append(oneOf("2d", "9d", "90d"))
                .append(", period: ")
                .append(oneOf("1d", "7d"))
                .append(oneOf("", ", breakdown: platform", ", breakdown: [region, channel]"))
                .append(random.nextBoolean() ? ", ends: {" + condition(hasStages) + "}" : "")
                .append("}\n");
        return JourneyMapReader.read(map.toString(), "random.yaml");
    }

    /** The same map with segments, and its own funnels and cohorts broken down by them. */
    private JourneyMap segmented(JourneyMap map) {
        ConditionColumns columns = CustomerColumns.of(map.dimensions());
        List<SegmentRules.Segment> segments = new ArrayList<>();
        for (int segment = 0; segment <= random.nextInt(4); segment++) {
            String where = hasCustomers && random.nextBoolean()
                    ? "plan = 'pro' or since > '2024'"
                    : CUSTOMER_WHERES.get(random.nextInt(CUSTOMER_WHERES.size()));
            segments.add(new SegmentRules.Segment("s" + segment, Where.parse(where, columns, map.zone())));
        }
        SegmentRules.Match match = SegmentRules.Match.values()[random.nextInt(2)];
        return Maps.with(map, new SegmentRules(segments, match));
    }

    private void funnel(StringBuilder map, int number, boolean hasStages) {
        String order = oneOf("ordered", "ordered", "strict", "unordered");
        boolean isUnordered = order.equals("unordered");
        map.append("  - name: f").append(number).append("\n    steps:\n");
        int last = random.nextInt(4);
        for (int step = 0; step <= last; step++) {
            boolean mayBeLeftOut = !isUnordered && step > 0 && step < last;
            map.append("      - {name: s").append(step).append(", ").append(condition(hasStages));
            map.append(!isUnordered && step > 0 ? oneOf("", "", ", within: 9h") : "");
            map.append(mayBeLeftOut ? oneOf("", ", optional: true") : "").append("}\n");
        }
        map.append("    order: ").append(order).append('\n');
        map.append("    window: ").append(oneOf("none", "0s", "1d", "12d")).append('\n');
        map.append("    unit: ").append(oneOf("customer", "journey", "session")).append('\n');
        map.append("    entry: ")
                .append(isUnordered ? "best" : oneOf("best", "first", "every"))
                .append('\n');
        map.append("    ties: ")
                .append(isUnordered ? "together" : oneOf("together", "strict"))
                .append('\n');
        if (last > 0 && random.nextInt(3) == 0) {
            map.append("    exclude: [{").append(condition(hasStages)).append(", scope: ");
            map.append(oneOf("attempt", "unit")).append(isUnordered ? "" : oneOf("", ", between: [s0, s" + last + "]"));
            map.append("}]\n");
        }
        map.append("    entry_cohort: ").append(oneOf("day", "week", "month")).append('\n');
        map.append(oneOf("", "    compare: {before: [1970-01-01, 1970-01-08], after: [1970-01-09, 1970-02-01]}\n"));
        cuts(map);
    }

    private void cuts(StringBuilder map) {
        List<String> breakdown = new ArrayList<>(List.of("channel", "platform", "region", "[region, channel]"));
        Collections.shuffle(breakdown, random);
        String chosen = breakdown.stream().limit(random.nextInt(3)).collect(Collectors.joining(", "));
        String hold = oneOf("", "", "    hold: platform\n");
        map.append(hold);
        if (!chosen.isEmpty()) {
            map.append("    breakdown: [").append(chosen).append("]\n    attribution: ");
            map.append(oneOf("first_touch", "last_touch", hold.isEmpty() ? "all_steps" : "last_touch"))
                    .append('\n');
        }
    }

    private String condition(boolean hasStages) {
        return switch (random.nextInt(hasStages ? 4 : 3)) {
            case 0 -> "events: " + oneOf("[A]", "[B]", "[C]", "[D]");
            case 1 -> "channels: " + oneOf("[c0]", "[c1, c2]");
            case 2 -> where();
            default -> "stage: " + oneOf("look", "choose", "buy");
        };
    }

    private String where() {
        return "where: \"" + WHERES.get(random.nextInt(WHERES.size())) + "\"";
    }

    private String oneOf(String... words) {
        return words[random.nextInt(words.length)];
    }
}
