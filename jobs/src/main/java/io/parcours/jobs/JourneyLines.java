package io.parcours.jobs;

import io.parcours.jobs.FindingsLines.Line;
import io.parcours.table.NamedRows;
import io.parcours.table.NamedRows.Values;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Labels;
import io.parcours.touchpoint.Plural;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found of the whole journey, as far as the map asks: a line or a few for each part. */
final class JourneyLines {
    private static final int MOST_OF_A_KIND = 4;
    private static final int NAMES = 3;
    private static final String BREAKDOWN = "breakdown";

    private JourneyLines() {}

    static List<Line> of(List<TableContent<?>> tables) {
        List<Line> lines = new ArrayList<>();
        add(lines, "pain", pains(tables));
        add(lines, "channels", channels(tables).stream());
        add(lines, "survey", surveys(tables));
        add(lines, "credit", credit(tables).stream());
        add(lines, "trigger", triggers(tables));
        add(lines, "expected", conformance(tables).stream());
        add(lines, "segments", segments(tables).stream());
        return lines;
    }

    private static void add(List<Line> lines, String label, Stream<String> texts) {
        texts.limit(MOST_OF_A_KIND).forEach(text -> lines.add(new Line(label, text)));
    }

    private static Stream<String> pains(List<TableContent<?>> tables) {
        return NamedRows.of(tables, "pain_points").stream()
                .filter(row -> row.text("kind").equals("pain"))
                .limit(NAMES)
                .map(row -> SafeText.of(row.text("touchpoint")) + ": " + SafeText.of(row.text("reason")));
    }

    private static Optional<String> channels(List<TableContent<?>> tables) {
        return joined(
                NamedRows.of(tables, "channel_mix").stream()
                        .filter(JourneyLines::isOfAll)
                        .filter(row -> row.text("length").equals(Labels.ALL))
                        .map(row -> format(
                                "%.1f %% %s (%.1f %% convert)",
                                100 * row.real("journey_share"),
                                row.text("channel_class"),
                                100 * row.real("conversion_rate"))),
                ", ");
    }

    private static Stream<String> surveys(List<TableContent<?>> tables) {
        return NamedRows.of(tables, "satisfaction").stream()
                .filter(row -> row.text("level").equals(Labels.ALL))
                .map(row -> SafeText.of(row.text("survey")) + ": " + score(row));
    }

    private static String score(Values row) {
        if (row.real("metric") == null) {
            return "nobody answered";
        }
        return format(
                "%s %s%s, %s; %.1f %% of customers answered",
                row.text("rule").toUpperCase(Locale.ROOT),
                metric(row, "metric"),
                row.real("metric_low") == null
                        ? ""
                        : format(" (95 %% interval %s to %s)", metric(row, "metric_low"), metric(row, "metric_high")),
                Plural.of(row.whole("answer_count"), "answer", "answers"),
                100 * row.real("answer_rate"));
    }

    private static String metric(Values row, String column) {
        double value = row.real(column);
        return switch (row.text("rule")) {
            case "nps" -> format("%.1f", value);
            case "csat" -> format("%.1f %%", 100 * value);
            default -> format("%.2f", value);
        };
    }

    /** The last model that gives credit, by the first thing credited, beside the plainest. */
    private static Optional<String> credit(List<TableContent<?>> tables) {
        List<Values> rows = NamedRows.of(tables, "attribution").stream()
                .filter(row -> row.real("credit_share") != null)
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String by = rows.get(0).text("by");
        return joined(Stream.of("markov", "last").flatMap(model -> credited(rows, by, model).stream()), "; ");
    }

    private static Optional<String> credited(List<Values> rows, String by, String model) {
        return joined(
                        rows.stream()
                                .filter(row -> row.text("by").equals(by)
                                        && row.text("model").equals(model)
                                        && row.real("credit_share") > 0)
                                .sorted(Comparator.comparing((Values row) -> row.real("credit_share"))
                                        .reversed())
                                .limit(NAMES)
                                .map(row -> format(
                                        "%s %.0f %%", SafeText.of(row.text("name")), 100 * row.real("credit_share"))),
                        ", ")
                .map(names -> model + " credits " + names);
    }

    private static Stream<String> triggers(List<TableContent<?>> tables) {
        return NamedRows.of(tables, "trigger_summary").stream()
                .filter(JourneyLines::isOfAll)
                .map(row -> format(
                        "%s: %,d due, %,d pending, %,d cancelled",
                        SafeText.of(row.text("trigger")),
                        row.whole("due_count"),
                        row.whole("pending_count"),
                        row.whole("cancelled_count")));
    }

    private static Optional<String> conformance(List<TableContent<?>> tables) {
        List<Values> rows = NamedRows.of(tables, "conformance").stream()
                .filter(JourneyLines::isOfAll)
                .toList();
        Optional<String> most = rows.stream()
                .filter(row -> row.text("stage") != null && row.whole("journey_count") > 0)
                .max(Comparator.comparingLong(row -> row.whole("journey_count")))
                .map(row -> format(
                        "; most often %s: %s, %,d",
                        row.text("deviation").replace('_', ' '),
                        SafeText.of(row.text("stage")),
                        row.whole("journey_count")));
        return rows.stream()
                .filter(row -> row.text("deviation").equals(Labels.NONE) && row.real("journey_share") != null)
                .findFirst()
                .map(row -> format(
                        "%.1f %% of journeys go as expected so far (95 %% interval %.1f to %.1f), %,d of them to the last"
                                + " stage%s",
                        100 * row.real("journey_share"),
                        100 * row.real("journey_share_low"),
                        100 * row.real("journey_share_high"),
                        row.whole("complete_count"),
                        most.orElse("")));
    }

    private static Optional<String> segments(List<TableContent<?>> tables) {
        return joined(
                NamedRows.of(tables, "segments").stream()
                        .map(row -> format("%,d %s", row.whole("customer_count"), SafeText.of(row.text("segment")))),
                ", ");
    }

    private static boolean isOfAll(Values row) {
        return row.text(BREAKDOWN).equals(Labels.ALL);
    }

    private static Optional<String> joined(Stream<String> parts, String separator) {
        String text = parts.collect(Collectors.joining(separator));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
