package io.parcours.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The cases of the pipeline's counting-cases.yaml, which says how to read them, as one log and one map with a funnel for
 * each. Events and customers begin with the number of their case, so that no case sees another's; times are moved so that
 * one as_of is that of every case.
 */
final class CountingCaseLog {
    /** The as_of of all cases. */
    static final Instant AS_OF = Instant.parse("2024-06-01T12:00:00Z");

    private static final Pattern TOUCHPOINT = Pattern.compile("([A-Z])(\\d+)(?:\\((\\d+)\\))?(?:/(\\w*))?(?:/(\\w*))?");

    private final List<Map<String, Object>> cases = new ArrayList<>();

    private CountingCaseLog() {}

    static CountingCaseLog read() {
        Path file = Path.of(System.getProperty("parcours.root", ".."))
                .resolve("pipeline/src/test/resources/io/parcours/funnel/counting-cases.yaml");
        CountingCaseLog log = new CountingCaseLog();
        try (InputStream in = Files.newInputStream(file)) {
            for (Object given : (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in)) {
                log.cases.add(map(given));
            }
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cases; what a case names is what it is known by. */
    List<Map<String, Object>> cases() {
        return cases;
    }

    /** The log as CSV. */
    String csv() {
        StringBuilder csv = new StringBuilder("customer_id,occurred_at,event,event_id,value,channel,browser\n");
        for (Map<String, Object> given : cases) {
            List<?> customers = (List<?>) given.get("customers");
            for (int customer = 0; customer < customers.size(); customer++) {
                addCustomer(given, customer, (String) customers.get(customer), csv);
            }
        }
        return csv.toString();
    }

    private void addCustomer(Map<String, Object> given, int customer, String letters, StringBuilder csv) {
        long asOf = ((Number) given.getOrDefault("as_of", 10_000)).longValue();
        String[] words = letters.split(" +");
        for (int i = 0; i < words.length; i++) {
            Matcher parts = TOUCHPOINT.matcher(words[i]);
            if (!parts.matches()) {
                throw new IllegalArgumentException("no touchpoint: " + words[i]);
            }
            csv.append(numbered(given, "c" + customer)).append(',');
            csv.append(AS_OF.minus(Duration.ofMinutes(asOf - Long.parseLong(parts.group(2)))));
            csv.append(',').append(numbered(given, parts.group(1))).append(",%02d".formatted(i));
            for (int group = 3; group <= 5; group++) {
                csv.append(',').append(parts.group(group) == null ? "" : parts.group(group));
            }
            csv.append('\n');
        }
    }

    /** A map with the funnels of these cases, each named after its case. */
    String map(List<Map<String, Object>> of) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", "counting cases");
        map.put("input", Map.of("dimensions", List.of("browser")));
        map.put("funnels", of.stream().map(this::funnel).toList());
        return new Dump(DumpSettings.builder().build()).dumpToString(map);
    }

    private Map<String, Object> funnel(Map<String, Object> given) {
        Map<String, Object> stepKeys = map(given.getOrDefault("steps", Map.of()));
        List<Map<String, Object>> steps = new ArrayList<>();
        String[] words = ((String) given.get("funnel")).split(">");
        for (int i = 0; i < words.length; i++) {
            String events = words[i].replace("?", "");
            long number = IntStream.rangeClosed(0, i)
                    .filter(step -> words[step].replace("?", "").equals(events))
                    .count();
            String name = number == 1 ? events : events + " " + number;
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("name", name);
            step.put("events", numbered(given, List.of(events.split(""))));
            if (words[i].endsWith("?")) {
                step.put("optional", true);
            }
            step.putAll(map(stepKeys.getOrDefault(name, Map.of())));
            steps.add(step);
        }
        Map<String, Object> funnel = new LinkedHashMap<>();
        funnel.put("name", given.get("case"));
        funnel.put("steps", steps);
        funnel.putAll(map(given.getOrDefault("options", Map.of())));
        funnel.computeIfPresent(
                "exclude",
                (key, exclusions) -> ((List<?>) exclusions)
                        .stream()
                                .map(exclusion -> excluded(given, map(exclusion)))
                                .toList());
        return funnel;
    }

    private Map<String, Object> excluded(Map<String, Object> given, Map<String, Object> exclusion) {
        exclusion.computeIfPresent("events", (key, event) -> numbered(given, List.of(event)));
        return exclusion;
    }

    private List<String> numbered(Map<String, Object> given, List<?> names) {
        return names.stream().map(name -> numbered(given, name.toString())).toList();
    }

    private String numbered(Map<String, Object> given, String name) {
        return cases.indexOf(given) + "." + name;
    }

    static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, item) -> map.put((String) key, item));
        return map;
    }
}
