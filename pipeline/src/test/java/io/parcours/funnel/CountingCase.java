package io.parcours.funnel;

import io.parcours.journey.AsOf;
import io.parcours.journey.Histories;
import io.parcours.touchpoint.Touchpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A case of counting-cases.yaml, which says how to read it. */
record CountingCase(Map<String, Object> keys) {
    static final List<String> DIMENSIONS = List.of("browser");

    private static final String FILE = "counting-cases.yaml";
    private static final Pattern TOUCHPOINT = Pattern.compile(
            "(?<event>[A-Z])(?<minute>\\d+)(\\((?<value>\\d+)\\))?(/(?<channel>\\w*))?(/(?<browser>\\w*))?");
    private static final long DEFAULT_AS_OF = 10_000;

    /** All cases in the order of the file. */
    static List<CountingCase> all() {
        try (InputStream file = CountingCase.class.getResourceAsStream(FILE)) {
            List<CountingCase> cases = new ArrayList<>();
            for (Object item : (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file)) {
                cases.add(new CountingCase(CaseFunnel.map(item)));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return text("case");
    }

    CaseFunnel funnel() {
        return CaseFunnel.of(
                name(),
                text("funnel"),
                CaseFunnel.map(keys.getOrDefault("steps", Map.of())),
                CaseFunnel.map(keys.getOrDefault("options", Map.of())));
    }

    String text(String key) {
        return (String) keys.get(key);
    }

    AsOf asOf() {
        return Histories.asOfMinute(((Number) keys.getOrDefault("as_of", DEFAULT_AS_OF)).longValue());
    }

    /** The touchpoints of each customer in total order. */
    List<List<Touchpoint>> customers() {
        List<List<Touchpoint>> customers = new ArrayList<>();
        for (Object letters : (List<?>) keys.get("customers")) {
            customers.add(touchpoints("c" + (customers.size() + 1), (String) letters));
        }
        return customers;
    }

    private List<Touchpoint> touchpoints(String customer, String letters) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (String word : letters.split(" +")) {
            Matcher parts = TOUCHPOINT.matcher(word);
            if (!parts.matches()) {
                throw new IllegalArgumentException("case " + name() + ": no touchpoint: " + word);
            }
            touchpoints.add(new Touchpoint(
                    customer,
                    Histories.START
                                    .plus(Duration.ofMinutes(Long.parseLong(parts.group("minute"))))
                                    .getEpochSecond()
                            * 1_000_000,
                    "%02d".formatted(touchpoints.size()),
                    parts.group("event"),
                    orNull(parts.group("channel")),
                    parts.group("value") == null ? Double.NaN : Double.parseDouble(parts.group("value")),
                    Arrays.asList(orNull(parts.group("browser"))),
                    "case"));
        }
        return touchpoints;
    }

    private static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return name();
    }
}
