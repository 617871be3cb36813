package io.parcours.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a race found, as a page and as data.
 *
 * @param settings what was raced over, in the order it is told
 * @param machine what it was raced on
 * @param figures a contender each; the first is Parcours or not
 */
record RaceReport(Map<String, String> settings, Map<String, String> machine, List<Figures> figures) {
    private static final double MEBIBYTE = 1 << 20;

    /** The page in Markdown, readable as it is. */
    String page() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "contender",
                "wall s",
                "range",
                "inside s",
                "CPU s",
                "peak MiB",
                "shuffled MiB",
                "spilled MiB (memory, disk)",
                "wall / Parcours",
                "CPU / Parcours"));
        Figures parcours = figures.stream()
                .filter(one -> one.contender() == Contender.PARCOURS)
                .findFirst()
                .orElseThrow();
        figures.forEach(one -> rows.add(row(one, parcours)));
        StringBuilder page = new StringBuilder("# Benchmark\n\n");
        settings.forEach((name, value) ->
                page.append("- ").append(name).append(": ").append(value).append('\n'));
        machine.forEach((name, value) ->
                page.append("- ").append(name).append(": ").append(value).append('\n'));
        page.append('\n').append(PlainTable.of(rows));
        for (Figures one : figures) {
            if (!one.phases().isEmpty()) {
                List<List<String>> phases = new ArrayList<>();
                phases.add(List.of(one.contender().label() + ", phase", "s"));
                one.phases().forEach((phase, seconds) -> phases.add(List.of(phase, decimal(seconds))));
                page.append('\n').append(PlainTable.of(phases));
            }
        }
        return page.toString();
    }

    private static List<String> row(Figures one, Figures parcours) {
        return List.of(
                one.contender().label(),
                decimal(one.median(Measurement::wallSeconds)),
                decimal(one.least(Measurement::wallSeconds)) + " to " + decimal(one.most(Measurement::wallSeconds)),
                decimal(one.median(Measurement::insideSeconds)),
                decimal(one.median(Measurement::cpuSeconds)),
                one.peakBytes() == null ? "" : whole(one.peakBytes() / MEBIBYTE),
                whole(one.median(Measurement::shuffledBytes) / MEBIBYTE),
                whole(one.median(Measurement::spilledMemoryBytes) / MEBIBYTE) + ", "
                        + whole(one.median(Measurement::spilledDiskBytes) / MEBIBYTE),
                ratio(one.median(Measurement::wallSeconds) / parcours.median(Measurement::wallSeconds)),
                ratio(one.median(Measurement::cpuSeconds) / parcours.median(Measurement::cpuSeconds)));
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }

    private static String ratio(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** Writes the page and the data into the folder. */
    void writeTo(Path folder) throws IOException {
        Files.writeString(folder.resolve("results.md"), page());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("settings", settings);
        data.put("machine", machine);
        Map<String, Object> contenders = new LinkedHashMap<>();
        figures.forEach(one -> contenders.put(one.contender().label(), one.rounds()));
        data.put("contenders", contenders);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(folder.resolve("results.json").toFile(), data);
    }
}
