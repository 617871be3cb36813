package io.parcours.run;

import io.parcours.ingest.InputException;
import io.parcours.journey.SurvivalReport;
import io.parcours.output.OutputException;
import io.parcours.output.OutputStore;
import io.parcours.output.PublishedTables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A published result whose touchpoints can be asked again.
 *
 * @param day the day it is filed under
 * @param manifest what its manifest says
 * @param files the files of its touchpoints, in their order
 * @param tables all tables published for the day
 * @param survival the files of the table to which more than one topic gives rows
 */
record PublishedDay(
        LocalDate day,
        PublishedManifest manifest,
        List<WrittenPart> files,
        SortedSet<String> tables,
        List<String> survival) {
    private static final String TOUCHPOINTS = "touchpoints";
    private static final String JOURNEYS = "journeys";
    private static final Pattern PART = Pattern.compile("part-([0-9]{5})\\.parquet");

    /**
     * Finds a result.
     *
     * @param asked its day, or nothing for the latest
     * @throws InputException when there is none, or none of this day
     * @throws OutputException when what is there was not left so by a run
     */
    static PublishedDay find(OutputStore store, Optional<LocalDate> asked) {
        PublishedTables published = new PublishedTables(store);
        SortedSet<LocalDate> days = new TreeSet<>();
        published.names().forEach(table -> days.addAll(published.days(table)));
        if (days.isEmpty()) {
            throw new InputException("no touchpoints in " + store.location() + ": parcours run writes them");
        }
        LocalDate day = asked.orElseGet(days::last);
        if (!days.contains(day)) {
            throw new InputException(
                    "there is no result as of " + day + " in " + store.location() + "; there are: " + listed(days));
        }
        requireTouchpoints(published, day, store.location());
        PublishedManifest manifest = published
                .manifest(day)
                .map(text -> PublishedManifest.parse(text, "the manifest of " + day + " in " + store.location()))
                .orElseThrow(() -> new OutputException("the result as of " + day + " in " + store.location()
                        + " has no manifest, so nobody knows how its log was read: use parcours run"));
        SortedSet<String> tables = new TreeSet<>(published.names());
        tables.removeIf(table -> !published.days(table).contains(day));
        boolean isTruncated = manifest.truncatedCustomers() > 0;
        if (isTruncated && !tables.contains(JOURNEYS)) {
            throw new InputException(
                    "the result as of " + day + " in " + store.location() + " has no journeys, which say"
                            + " whose touchpoints were cut by touchpoint_limit: put journeys among the tables of its map, and use"
                            + " parcours run");
        }
        List<WrittenPart> files =
                parts(published.files(TOUCHPOINTS, day), isTruncated ? published.files(JOURNEYS, day) : List.of());
        String survival = SurvivalReport.TABLE.name();
        return new PublishedDay(
                day, manifest, files, tables, tables.contains(survival) ? published.files(survival, day) : List.of());
    }

    private static void requireTouchpoints(PublishedTables published, LocalDate day, String location) {
        SortedSet<LocalDate> days = published.days(TOUCHPOINTS);
        if (!days.contains(day)) {
            throw new InputException(
                    "the result as of " + day + " in " + location + " has no touchpoints, which analyze"
                            + " reads: put touchpoints among the tables of its map, and use parcours run"
                            + (days.isEmpty() ? "" : "; with touchpoints there are: " + listed(days)));
        }
    }

    private static String listed(SortedSet<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
    }

    private static List<WrittenPart> parts(List<String> touchpoints, Collection<String> journeys) {
        List<WrittenPart> parts = new ArrayList<>();
        for (String location : touchpoints) {
            String name = nameOf(location);
            Matcher part = PART.matcher(name);
            if (!part.matches()) {
                throw new OutputException(location + " was not written by a run: use parcours run for this day");
            }
            String ofJourneys = journeys.stream()
                    .filter(file -> nameOf(file).equals(name))
                    .findFirst()
                    .orElse(null);
            parts.add(new WrittenPart(Integer.parseInt(part.group(1)), location, ofJourneys));
        }
        return parts;
    }

    private static String nameOf(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
