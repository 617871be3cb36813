package io.parcours.jobs;

import io.parcours.ingest.RejectReason;
import io.parcours.map.JourneyMap;
import io.parcours.map.LogSample;
import io.parcours.map.MapSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code parcours check} says of a log held against a map. */
final class LogFindings {
    private static final int MOST_NAMES = 20;

    private final JourneyMap map;
    private final LogSample sample;

    LogFindings(JourneyMap map, LogSample sample) {
        this.map = map;
        this.sample = sample;
    }

    /** What was found, in lines. */
    List<String> found(int fileCount, List<String> columns) {
        List<String> lines = new ArrayList<>();
        lines.add(line("log", fileCount == 1 ? "1 file" : number(fileCount) + " files"));
        lines.add(line("columns", listed(columns)));
        lines.add(line(
                "records",
                (sample.readCount() == LogSample.SIZE ? "of the first " : "of ") + number(sample.readCount()) + ": "
                        + number(sample.accepted().size()) + " accepted, " + number(sample.filteredCount())
                        + " filtered, " + number(sample.rejectedCount()) + " rejected"));
        new TreeMap<>(sample.rejected()).forEach((reason, count) -> lines.add(line("", rejected(reason, count))));
        List<String> unnamed = unnamed();
        if (!unnamed.isEmpty()) {
            lines.add(line("not named", "events that the map does not name: " + listed(unnamed)));
        }
        return lines;
    }

    /** What is probably a mistake, though a run would go on. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (sample.readCount() == 0) {
            warnings.add("there are no records in the log; all tables would be empty");
            return warnings;
        }
        if (sample.rejectedCount() > map.quality().maxRejectedShare() * sample.readCount()) {
            warnings.add(number(sample.rejectedCount()) + " of " + number(sample.readCount())
                    + " records are rejected, more than quality.max_rejected_share allows; a run would stop");
        }
        absent("events", MapSummary.events(map), sample.events().keySet()).ifPresent(warnings::add);
        absent("channels", MapSummary.channels(map), sample.channels()).ifPresent(warnings::add);
        return warnings;
    }

    private static Optional<String> absent(String what, Set<String> named, Set<String> occurring) {
        List<String> absent =
                named.stream().filter(name -> !occurring.contains(name)).toList();
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of("the map names " + what + " that do not occur in these records: " + listed(absent));
    }

    private String rejected(RejectReason reason, int count) {
        return String.format(Locale.ROOT, "%,d %s, such as: %s", count, reason, sample.detail(reason));
    }

    private List<String> unnamed() {
        Set<String> named = MapSummary.events(map);
        return sample.events().entrySet().stream()
                .filter(event -> !named.contains(event.getKey()))
                .map(LogFindings::counted)
                .toList();
    }

    private static String counted(Map.Entry<String, Integer> event) {
        return event.getKey() + " (" + number(event.getValue()) + ")";
    }

    private static String listed(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).map(LogFindings::plain).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? first + " and " + (names.size() - MOST_NAMES) + " more" : first;
    }

    /** Names come from the log, which may hold anything; a terminal gets no control characters of it. */
    private static String plain(String name) {
        return name.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String line(String label, String text) {
        return String.format(Locale.ROOT, "%-11s %s", label, text);
    }
}
