package io.parcours.report.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A map of {@link HostileLog} whose own names are as hostile, and that asks for every table there is. JSON is YAML, so
 * that no quoting of our own can hide a fault.
 */
final class HostileMap {

    private static final String CONSIDERATION = HostileText.ATTRIBUTE;
    private static final String PURCHASE = HostileText.ONE_LONG_WORD;

    private HostileMap() {}

    /**
     * Writes the map beside the log's tables of customers and costs, which it names.
     *
     * @return the map's file
     */
    static Path write(Path folder) {
        try {
            return Files.writeString(folder.resolve("map.yaml"), text());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text() throws JsonProcessingException {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", HostileText.STYLE + HostileText.SCRIPT);
        map.put("input", Map.of("dimensions", List.of("platform", "topic", "score", "comment")));
        map.put("customers", Map.of("file", "customers.csv", "attributes", List.of("plan")));
        map.put("journey_gap", "14d");
        map.put("stages", stages());
        map.put("conversion", Map.of("stage", PURCHASE));
        map.put("funnels", funnels());
        map.put("churn", churn());
        map.put("quality", Map.of("max_rejected_share", 0.5));
        map.put("inventory", Map.of("breakdown", "platform"));
        map.put("channels", channels());
        map.put("channel_breakdown", "segment");
        map.put("surveys", surveys());
        map.put("themes", Map.of(HostileText.DRAWING, List.of("delivery")));
        map.put("friction", Map.of("contacts", Map.of("events", HostileLog.CONTACT), "thing", "topic"));
        map.put("attribution", Map.of("by", List.of("channel", "event", "platform"), "replicates", 20));
        map.put("costs", Map.of("file", "costs.csv"));
        map.put("triggers", triggers());
        map.put("expected", expected());
        map.put("segments", segments());
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(map);
    }

    private static List<Object> stages() {
        return List.of(
                Map.of("name", HostileText.SCRIPT, "events", HostileLog.DISCOVERY),
                Map.of("name", CONSIDERATION, "events", HostileLog.CONSIDERATION),
                Map.of("name", PURCHASE, "events", HostileLog.PURCHASE),
                Map.of("name", HostileText.FORMULA, "events", HostileLog.LOYALTY));
    }

    private static List<Object> funnels() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("name", HostileText.SCRIPT);
        named.put(
                "steps",
                List.of(
                        Map.of("name", HostileText.DRAWING, "events", HostileLog.DISCOVERY),
                        Map.of("name", HostileText.ESCAPE, "events", HostileLog.CONSIDERATION),
                        Map.of("name", HostileText.MANY_WORDS, "stage", PURCHASE)));
        named.put("window", "7d");
        named.put("breakdown", List.of("channel", "platform", "plan", "segment"));
        named.put("entry_cohort", "week");
        named.put(
                "compare",
                Map.of("before", List.of("2024-01-01", "2024-01-31"), "after", List.of("2024-02-01", "2024-02-29")));
        Map<String, Object> unnamed = new LinkedHashMap<>();
        unnamed.put("name", HostileText.TEMPLATE);
        unnamed.put("unit", "session");
        unnamed.put(
                "steps",
                List.of(HostileText.ONE_LONG_WORD, HostileText.RIGHT_TO_LEFT, HostileText.FORMULA, HostileText.ENTITY));
        return List.of(named, unnamed);
    }

    private static Map<String, Object> churn() {
        return Map.of(
                "activity", Map.of("stage", PURCHASE),
                "inactive_after", "20d",
                "breakdown", List.of("channel", "plan"),
                "signals", List.of(Map.of("name", HostileText.HANDLER, "events", HostileLog.CONTACT)));
    }

    private static Map<String, Object> channels() {
        Map<String, Object> channels = new LinkedHashMap<>();
        HostileLog.CHANNELS.forEach(channel -> channels.put(channel, channel.startsWith("<") ? "offline" : "online"));
        return channels;
    }

    private static List<Object> surveys() {
        return List.of(Map.of(
                "name", HostileText.HANDLER,
                "events", HostileLog.ANSWER,
                "score", "score",
                "text", "comment",
                "breakdown", "channel"));
    }

    private static List<Object> triggers() {
        return List.of(Map.of(
                "name",
                HostileText.TEMPLATE,
                "when",
                Map.of("stage", CONSIDERATION),
                "unless",
                Map.of("stage", PURCHASE),
                "within",
                "24h",
                "action",
                HostileText.ADDRESS,
                "breakdown",
                "platform"));
    }

    private static Map<String, Object> expected() {
        return Map.of(
                "stages",
                List.of(HostileText.SCRIPT, Map.of("stage", CONSIDERATION, "repeat", true, "allowed", "5m"), PURCHASE),
                "breakdown",
                "platform");
    }

    private static List<Object> segments() {
        return List.of(
                Map.of("name", HostileText.SCRIPT, "where", "conversions >= 1 and days_since_last <= 14"),
                Map.of("name", HostileText.RIGHT_TO_LEFT, "where", "conversions >= 1"),
                Map.of("name", HostileText.MANY_WORDS, "where", "days_since_last > 14"));
    }
}
