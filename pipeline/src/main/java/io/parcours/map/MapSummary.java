package io.parcours.map;

import io.parcours.churn.ChurnRules;
import io.parcours.churn.RetentionRules;
import io.parcours.condition.TouchpointCondition;
import io.parcours.ingest.InputRules;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Stage;
import io.parcours.quality.QualityRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a map means, in a few lines for people. */
public final class MapSummary {
    /** What stands between steps that follow each other. */
    static final String STEP = " > ";

    private final JourneyMap map;
    private final List<String> lines = new ArrayList<>();

    private MapSummary(JourneyMap map) {
        this.map = map;
    }

    /** The lines, without line ends. */
    public static List<String> of(JourneyMap map) {
        MapSummary summary = new MapSummary(map);
        summary.write();
        return List.copyOf(summary.lines);
    }

    /** Every event that a stage, a step, an exclusion, the conversion or the activity of the map names. */
    public static Set<String> events(JourneyMap map) {
        Set<String> events = new LinkedHashSet<>();
        map.journey().stages().forEach(stage -> events.addAll(stage.condition().events()));
        map.conditions().forEach(condition -> events.addAll(condition.events()));
        return events;
    }

    /** Every channel that a condition of the map names, or its key {@code channels}. */
    public static Set<String> channels(JourneyMap map) {
        Set<String> channels = new LinkedHashSet<>();
        map.journey()
                .stages()
                .forEach(stage -> channels.addAll(stage.condition().channels()));
        map.conditions().forEach(condition -> channels.addAll(condition.channels()));
        map.features()
                .channels()
                .ifPresent(rules -> channels.addAll(rules.kinds().keySet()));
        return channels;
    }

    private void write() {
        JourneyRules journey = map.journey();
        line("map", Shown.plain(map.name()));
        line("input", input());
        line("sessions", "end after " + MapWord.written(journey.sessionGap()) + " without a touchpoint");
        line(
                "journeys",
                journey.journeyGap() == null
                        ? "never end: one per customer"
                        : "end after " + MapWord.written(journey.journeyGap()) + " without a touchpoint");
        if (!journey.stages().isEmpty()) {
            line(
                    "stages",
                    journey.stages().stream().map(Stage::name).map(Shown::plain).collect(Collectors.joining(STEP)));
        }
        map.funnels().forEach(funnel -> lines("funnel", FunnelSummary.lines(funnel)));
        line("conversion", condition(journey.conversion()));
        lines("churn", ChurnSummary.lines(map.churn()));
        line("retention", retention(map.retention()));
        FeatureSummary.tell(map.features(), this::line);
        line("gate", "stops a run with more than " + percent(map.quality()) + " % of its records rejected");
        if (!map.tables().isEvery()) {
            line("tables", tables(map.tables()));
        }
        line("defaults", defaults());
    }

    private String input() {
        InputRules input = map.input();
        String text = InputReader.NEEDED_FIELDS.stream()
                .map(field -> field + " from " + Shown.plain(input.sourceColumn(field)))
                .collect(Collectors.joining(", "));
        if (!input.dimensions().isEmpty()) {
            text += "; dimensions " + Shown.listed(input.dimensions());
        }
        if (input.firstDay() != null) {
            text += "; days " + input.firstDay() + " to " + input.lastDay();
        }
        return text
                + input.whereClause()
                        .map(where -> "; only where " + Shown.plain(where.text()))
                        .orElse("");
    }

    private void lines(String firstLabel, List<String> texts) {
        String label = firstLabel;
        for (String text : texts) {
            line(label, text);
            label = "";
        }
    }

    /** A condition in words. */
    static String condition(TouchpointCondition condition) {
        List<String> parts = new ArrayList<>();
        if (!condition.events().isEmpty()) {
            parts.add(condition.events().stream().map(Shown::plain).collect(Collectors.joining(" or ")));
        }
        condition.stageName().ifPresent(stage -> parts.add("stage " + Shown.plain(stage)));
        if (!condition.channels().isEmpty()) {
            parts.add("on " + condition.channels().stream().map(Shown::plain).collect(Collectors.joining(" or ")));
        }
        condition.whereClause().ifPresent(where -> parts.add("where " + Shown.plain(where.text())));
        return String.join(", ", parts);
    }

    private static String retention(RetentionRules rules) {
        return (rules.mode() == RetentionRules.Mode.CALENDAR ? "by calendar " : "by ")
                + MapWord.written(rules.period())
                + (rules.mode() == RetentionRules.Mode.ROLLING ? "s from a customer's first day" : "")
                + (rules.count() == RetentionRules.Count.ON ? "; active in it" : "; active in it or later")
                + (rules.breakdown().isEmpty() ? "" : ", by " + Shown.listed(rules.breakdown()));
    }

    private static String tables(TableChoice tables) {
        String names = String.join(", ", tables.names());
        return tables.shape() == TableChoice.Shape.ONLY
                ? "writes " + names + (tables.names().contains("quality") ? "" : ", and quality")
                : "writes all but " + names;
    }

    private static String percent(QualityRules rules) {
        return BigDecimal.valueOf(rules.maxRejectedShare())
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }

    private String defaults() {
        List<String> defaults = new ArrayList<>();
        note(defaults, map.zone().equals(ZoneReader.UTC), "timezone UTC");
        note(defaults, map.journey().sessionGap().equals(JourneyRules.DEFAULT_SESSION_GAP), "session_gap 30m");
        note(defaults, JourneyRules.DEFAULT_JOURNEY_GAP.equals(map.journey().journeyGap()), "journey_gap 90d");
        note(defaults, map.retention().equals(RetentionRules.DEFAULT), "retention");
        note(defaults, map.churn().equals(ChurnRules.DEFAULT), "churn");
        note(defaults, map.quality().equals(QualityRules.DEFAULT), "quality");
        return defaults.isEmpty() ? "none in force" : String.join(", ", defaults);
    }

    private static void note(List<String> defaults, boolean isDefault, String key) {
        if (isDefault) {
            defaults.add(key);
        }
    }

    private void line(String label, String text) {
        lines.add(String.format(Locale.ROOT, "%-11s %s", label, text));
    }
}
