package io.parcours.map;

import io.parcours.ingest.CsvRules;
import io.parcours.ingest.InputException;
import io.parcours.ingest.InputFile;
import io.parcours.ingest.InputRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** A first map to start from, with comments that say what to look at. */
public final class StarterMap {
    private static final int MOST_EVENTS = 50;

    private final StringBuilder text = new StringBuilder();
    private final InputRules rules;
    private final List<String> doubtful;
    private final LogSample sample;

    private StarterMap(ColumnGuess guess, LogSample sample) {
        this.rules = guess.rules();
        this.doubtful = guess.doubtful();
        this.sample = sample;
    }

    /** A map of an imagined shop with every key explained. */
    public static String example() {
        try (InputStream stream = StarterMap.class.getResourceAsStream("starter.yaml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A map for a log, guessed from the names of its columns and its first records. It is always sound.
     *
     * @throws InputException where a file cannot be read
     */
    public static String from(List<InputFile> files, Configuration hadoop) {
        ColumnGuess guess = ColumnGuess.of(LogTable.read(files, hadoop));
        StarterMap map = new StarterMap(guess, LogSample.of(files, guess.rules(), hadoop));
        map.write();
        return map.text.toString();
    }

    private void write() {
        line("# A first journey map, drafted from the first " + LogSample.SIZE
                + " records of a log. Every key: docs/map.md");
        line("# parcours check --map FILE --input LOG tells what it means and what becomes of the log.");
        line("name: my-journey");
        line(
                "timezone: UTC                  # days, weeks and months are cut here; stamps without a zone are read in it");
        line("");
        input();
        line("");
        line("session_gap: 30m               # a session ends where the next touchpoint is more than this later");
        line("journey_gap: 90d               # likewise a journey; none: one journey per customer");
        line("");
        events();
    }

    private void input() {
        line("input:");
        line("  columns:                     # touchpoint field: column of the log");
        List<String> fields = new ArrayList<>(MapSection.COLUMNS.keys());
        fields.addAll(rules.dimensions());
        for (String field : fields) {
            if (rules.columns().containsKey(field)) {
                line("    " + field + ": " + EffectiveMap.quoted(rules.columns().get(field))
                        + (doubtful.contains(field) ? "   # no column looks like it: correct this" : ""));
            }
        }
        if (!rules.dimensions().isEmpty()) {
            line("  dimensions: [" + String.join(", ", rules.dimensions())
                    + "]   # further columns for breakdowns and conditions");
        }
        line("  timestamp_format: " + EffectiveMap.quoted(TimestampFormats.written(rules.timestampFormat())));
        csv();
        records();
    }

    private void csv() {
        CsvRules csv = rules.csv();
        if (!csv.equals(CsvRules.DEFAULT)) {
            line("  csv: {delimiter: " + EffectiveMap.quoted(String.valueOf(csv.delimiter())) + ", header: "
                    + csv.hasHeader() + ", charset: " + csv.charset() + ", decimal: "
                    + EffectiveMap.quoted(String.valueOf(csv.decimal())) + "}");
        }
    }

    private void records() {
        line("  # Of " + number(sample.readCount()) + " records "
                + number(sample.accepted().size()) + " are touchpoints by this reading, "
                + number(sample.rejectedCount()) + " rejected.");
        // What exactly is wrong may quote a record, and a map is shared: only the reasons stand here.
        new TreeMap<>(sample.rejected()).forEach((reason, count) -> line("  #   " + reason + " " + number(count)));
    }

    private void events() {
        Map<String, Integer> counts = sample.events();
        List<String> events = List.copyOf(counts.keySet());
        line("# The log's events, the most frequent first:");
        events.stream()
                .limit(MOST_EVENTS)
                .forEach(event -> line("#   " + Shown.plain(event) + "  " + number(counts.get(event))));
        if (events.size() > MOST_EVENTS) {
            line("#   and " + number(events.size() - MOST_EVENTS) + " more");
        }
        StageGuess guess = new StageGuess(events, sample.accepted());
        stages(guess.stages());
        funnel(guess.funnel());
    }

    private void stages(Map<String, List<String>> stages) {
        line("");
        line("# The lifecycle in order. A touchpoint belongs to the first stage that has its event, or to none.");
        if (stages.isEmpty()) {
            line("# stages:");
            line("#   - {name: discovery, events: [...]}");
            return;
        }
        line("stages:");
        stages.forEach((stage, events) -> line("  - {name: " + stage + ", events: " + EffectiveMap.list(events) + "}"));
    }

    private void funnel(List<String> steps) {
        line("");
        line("# What customers should do in this order. window: 14d would demand all of it within 14 days.");
        line("funnels:");
        line("  - name: main");
        line("    steps:" + (steps.isEmpty() ? "                     # no event was found: name your own" : ""));
        for (String step : steps.isEmpty() ? List.of("view", "purchase") : steps) {
            line("      - " + EffectiveMap.quoted(step));
        }
        line("");
        line(
                "# Whose absence is churn, and what may tell of it. Default: every touchpoint is activity, and no signals.");
        line("# churn:");
        line("#   activity: {events: [...]}");
        line("#   inactive_after: 90d");
        line("#   signals: [{name: support, events: [...]}]");
        line("");
        line("# Asked only where their keys are there; docs/map.md has more of them.");
        line("# inventory: {}                # which touchpoints there are");
        line("# channels: {}                 # how journeys use channels; say of each: {store: offline, web: online}");
        line("# friction: {}                 # where journeys chafe");
        line("# attribution: {}              # to which channels conversions are owed");
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
