package io.parcours.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The benchmark's map with other funnels: any number, of eight steps each, no two alike. */
final class ManyFunnels {
    private static final List<String> EVENTS =
            List.of("home_view", "search", "product_view", "wishlist_add", "add_to_cart", "checkout_start", "purchase");
    private static final int STEPS = 8;

    private ManyFunnels() {}

    /** Writes a map for logs of this size. */
    static Path write(Path file, LogSize log, int funnels) throws IOException {
        String template = SqlScript.Template.text("journey-map.yaml");
        String map = SqlScript.Template.fill(
                template, Map.of("last_day", log.lastDay().toString()));
        int begin = map.indexOf("funnels:");
        int end = map.indexOf("retention:");
        return Files.writeString(file, map.substring(0, begin) + funnels(funnels) + map.substring(end));
    }

    private static String funnels(int funnels) {
        StringBuilder text = new StringBuilder("funnels:\n");
        for (int funnel = 0; funnel < funnels; funnel++) {
            List<String> steps = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                steps.add(EVENTS.get((funnel + step) % EVENTS.size()));
            }
            text.append("  - {name: funnel_")
                    .append(funnel)
                    .append(", steps: ")
                    .append(steps)
                    .append(", window: ")
                    .append(1 + funnel)
                    .append("d, breakdown: [platform]}\n");
        }
        return text.toString();
    }
}
