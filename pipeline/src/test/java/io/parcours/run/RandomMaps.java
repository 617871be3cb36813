package io.parcours.run;

import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

    private final Random random;
    private final int limit;

    /** @param limit how many touchpoints of a customer all the maps keep */
    RandomMaps(Random random, int limit) {
        this.random = random;
        this.limit = limit;
    }

    JourneyMap next() {
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
        map.append("retention: {period: ").append(oneOf("day", "week", "month"));
        map.append(", mode: ").append(oneOf("calendar", "rolling"));
        map.append(", count: ").append(oneOf("on", "on_or_after")).append("}\n");
        map.append("churn: {activity: {").append(condition(hasStages)).append("}, inactive_after: ");
        map.append(oneOf("2d", "9d", "90d"))
                .append(", period: ")
                .append(oneOf("1d", "7d"))
                .append("}\n");
        return JourneyMapReader.read(map.toString(), "random.yaml");
    }

    private void funnel(StringBuilder map, int number, boolean hasStages) {
        map.append("  - name: f").append(number).append("\n    steps:\n");
        for (int step = 0; step <= random.nextInt(3); step++) {
            map.append("      - {name: s")
                    .append(step)
                    .append(", ")
                    .append(condition(hasStages))
                    .append("}\n");
        }
        map.append("    window: ").append(oneOf("none", "0s", "1d", "12d")).append('\n');
        map.append("    unit: ").append(oneOf("customer", "journey", "session")).append('\n');
        map.append("    ties: ").append(oneOf("together", "strict")).append('\n');
        List<String> breakdown = new ArrayList<>(List.of("channel", "platform", "region"));
        Collections.shuffle(breakdown, random);
        String chosen = breakdown.stream().limit(random.nextInt(3)).collect(Collectors.joining(", "));
        if (!chosen.isEmpty()) {
            map.append("    breakdown: [").append(chosen).append("]\n");
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
