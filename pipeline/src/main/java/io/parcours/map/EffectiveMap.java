package io.parcours.map;

import io.parcours.churn.BuyingRules;
import io.parcours.churn.CurveRules;
import io.parcours.churn.SignalRules;
import io.parcours.condition.TouchpointCondition;
import io.parcours.ingest.CsvRules;
import io.parcours.ingest.InputRules;
import io.parcours.journey.Stage;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a map out in full: every default in its place, always in the same order and spelling. It is a map itself and
 * reads back to the same one; the funnel over the stages is left out, as every map has it anyway.
 */
final class EffectiveMap {
    /** A key at the top, or of a section at the top; what stands deeper belongs to it. */
    private static final Pattern INPUT_KEY = Pattern.compile("(?:  )?([a-z_]+): ?(.*)");

    private final StringBuilder text = new StringBuilder();

    private EffectiveMap() {}

    static String of(JourneyMap map) {
        EffectiveMap effective = new EffectiveMap();
        effective.write(map);
        return effective.text.toString();
    }

    /**
     * The keys that decide which records become touchpoints and what these say, each with its value as it is written out:
     * the time zone, in which stamps without one are read, all of {@code input}, the table of {@code customers}, whose
     * attributes are written with touchpoints, and which scores surveys refuse.
     */
    static Map<String, String> reading(JourneyMap map) {
        EffectiveMap effective = new EffectiveMap();
        effective.zone(map);
        effective.input(map);
        effective.customers(map);
        Map<String, String> keys = new LinkedHashMap<>();
        String[] last = {""};
        effective.text.toString().lines().forEach(line -> {
            Matcher key = INPUT_KEY.matcher(line);
            if (key.matches()) {
                last[0] = line.startsWith(" ") ? "input." + key.group(1) : key.group(1);
            }
            keys.merge(last[0], key.matches() ? key.group(2) : line, String::concat);
        });
        keys.putAll(ScoreChecks.written(map));
        return keys;
    }

    private void write(JourneyMap map) {
        line("name: " + quoted(map.name()));
        zone(map);
        input(map);
        customers(map);
        line("session_gap: " + MapWord.written(map.journey().sessionGap()));
        line("journey_gap: " + MapWord.written(map.journey().journeyGap()));
        if (!map.journey().stages().isEmpty()) {
            line("stages:");
            map.journey().stages().forEach(this::stage);
        }
        line("conversion: {" + condition(map.journey().conversion()) + "}");
        if (!map.ownFunnels().isEmpty()) {
            line("funnels:");
            map.ownFunnels().forEach(funnel -> EffectiveFunnel.lines(funnel).forEach(this::line));
        }
        line("retention: {period: " + MapWord.written(map.retention().period()) + ", mode: "
                + MapWord.written(map.retention().mode()) + ", count: "
                + MapWord.written(map.retention().count())
                + (map.retention().breakdown().isEmpty()
                        ? ""
                        : ", breakdown: " + list(map.retention().breakdown()))
                + "}");
        churn(map);
        EffectiveFeatures.lines(map.features()).forEach(this::line);
        line("quality: {max_rejected_share: " + plain(map.quality().maxRejectedShare()) + "}");
        tables(map.tables());
    }

    private void tables(TableChoice tables) {
        switch (tables.shape()) {
            case EVERY -> {}
            case ONLY -> line("tables: " + list(tables.names()));
            case EXCEPT -> line("tables: {except: " + list(tables.names()) + "}");
        }
    }

    /** A number without an exponent. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).toPlainString();
    }

    private void zone(JourneyMap map) {
        line("timezone: " + quoted(map.zone().getId()));
    }

    private void input(JourneyMap map) {
        InputRules input = map.input();
        line("input:");
        String columns = Stream.concat(MapSection.COLUMNS.keys().stream(), input.dimensions().stream())
                .filter(input.columns()::containsKey)
                .map(field -> field + ": " + quoted(input.columns().get(field)))
                .collect(Collectors.joining(", "));
        line("  columns: {" + columns + "}");
        if (!input.dimensions().isEmpty()) {
            line("  dimensions: " + list(input.dimensions()));
        }
        line("  timestamp_format: " + quoted(TimestampFormats.written(input.timestampFormat())));
        CsvRules csv = input.csv();
        line("  csv: {delimiter: " + quoted(String.valueOf(csv.delimiter())) + ", header: " + csv.hasHeader()
                + ", charset: " + quoted(csv.charset()) + ", decimal: " + quoted(String.valueOf(csv.decimal())) + "}");
        if (input.firstDay() != null) {
            line("  between: [" + input.firstDay() + ", " + input.lastDay() + "]");
        }
        input.whereClause().ifPresent(where -> line("  where: " + quoted(where.text())));
        line("  duplicates: " + MapWord.written(input.duplicates()));
        line("  touchpoint_limit: " + map.journey().touchpointLimit());
    }

    private void customers(JourneyMap map) {
        map.features().customers().map(EffectiveFeatures::customers).ifPresent(this::line);
    }

    private void stage(Stage stage) {
        line("  - {name: " + quoted(stage.name()) + ", " + condition(stage.condition()) + "}");
    }

    private void churn(JourneyMap map) {
        line("churn:");
        if (!map.churn().activity().equals(TouchpointCondition.ANY)) {
            line("  activity: {" + condition(map.churn().activity()) + "}");
        }
        line("  period: " + MapWord.written(map.churn().period()));
        line("  inactive_after: " + MapWord.written(map.churn().inactiveAfter()));
        BuyingRules buying = map.churn().buying();
        line("  model: " + MapWord.written(buying.model()));
        line("  horizon: " + MapWord.written(buying.horizon()));
        buying.calibrateUntilIfGiven().ifPresent(day -> line("  calibrate_until: " + day));
        line("  risk: {medium: " + plain(buying.mediumRisk()) + ", high: " + plain(buying.highRisk()) + "}");
        CurveRules curves = map.churn().curves();
        curves.endsIfGiven().ifPresent(ends -> line("  ends: {" + condition(ends) + "}"));
        if (!curves.breakdown().isEmpty()) {
            line("  breakdown: " + list(curves.breakdown()));
        }
        SignalRules signals = map.churn().signals();
        line("  lookback: " + MapWord.written(signals.lookback()));
        if (!signals.signals().isEmpty()) {
            line("  signals:");
            signals.signals()
                    .forEach(signal ->
                            line("    - {name: " + quoted(signal.name()) + ", " + condition(signal.condition()) + "}"));
        }
    }

    /** The keys of a condition, parted by commas. */
    static String condition(TouchpointCondition condition) {
        StringBuilder keys = new StringBuilder();
        if (!condition.events().isEmpty()) {
            keys.append(", events: ").append(list(condition.events()));
        }
        if (!condition.channels().isEmpty()) {
            keys.append(", channels: ").append(list(condition.channels()));
        }
        condition.stageName().ifPresent(stage -> keys.append(", stage: ").append(quoted(stage)));
        condition.whereClause().ifPresent(where -> keys.append(", where: ").append(quoted(where.text())));
        return keys.substring(2);
    }

    static String list(List<String> names) {
        return names.stream().map(EffectiveMap::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Text in double quotes. What is written plainly is fixed here, so that no version of Unicode changes a hash. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').appendCodePoint(letter);
            } else if (letter >= 0x20 && letter <= 0x7E
                    || letter >= 0xA0 && letter <= 0xD7FF && letter != 0x2028 && letter != 0x2029) {
                quoted.appendCodePoint(letter);
            } else {
                quoted.append(String.format(Locale.ROOT, letter <= 0xFFFF ? "\\u%04x" : "\\U%08x", letter));
            }
        });
        return quoted.append('"').toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
