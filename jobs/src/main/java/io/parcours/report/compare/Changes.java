package io.parcours.report.compare;

import io.parcours.report.data.Estimate;
import io.parcours.report.data.ReportTables;
import io.parcours.report.data.Row;
import io.parcours.report.words.Words;
import io.parcours.stats.FalseDiscoveryRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What differs between two days, of all figures that have an interval on both. So many are compared that some differ by
 * chance: a difference counts as news where its q value (Benjamini-Hochberg over all of them) is below 0.05.
 */
public final class Changes {
    private static final double NEWS = 0.05;

    private final LocalDate since;
    private final List<Found> all;
    private final Map<Place, Found> byPlace = new HashMap<>();

    /** A figure's place: the measure and the values of its labels. */
    private record Place(String measure, List<String> names) {}

    /**
     * A compared figure.
     *
     * @param names the values of the measure's labels
     * @param base how many the two figures rest on
     * @param q the share of false ones to expect among all differences with this q or a lower one
     */
    public record Found(Measure measure, List<String> names, Change change, Bases base, double q) {
        /** Whether it is told as news. */
        public boolean isNews() {
            return q < NEWS;
        }
    }

    /**
     * How many a figure rests on, on each of the two days; negative where no table tells.
     *
     * @param before on the earlier day
     * @param now on the later day
     */
    public record Bases(long before, long now) {}

    private Changes(LocalDate since, List<Found> all) {
        this.since = since;
        this.all = List.copyOf(all);
        all.forEach(found -> byPlace.put(new Place(found.measure().key(), found.names()), found));
    }

    /** Compares the tables of two days. */
    public static Changes between(ReportTables before, ReportTables now) {
        List<Found> pairs = new ArrayList<>();
        for (Measure measure : Measure.all(now)) {
            Map<List<String>, Row> former = measure.rows(before);
            ToLongFunction<Row> formerBase = measure.base().of(before);
            ToLongFunction<Row> base = measure.base().of(now);
            measure.rows(now).forEach((names, row) -> {
                Row other = former.get(names);
                if (other != null) {
                    change(measure, other, row)
                            .map(change -> new Found(
                                    measure,
                                    names,
                                    change,
                                    new Bases(formerBase.applyAsLong(other), base.applyAsLong(row)),
                                    Double.NaN))
                            .ifPresent(pairs::add);
                }
            });
        }
        return new Changes(before.day(), judged(pairs));
    }

    /** What nothing is compared with. */
    public static Changes none() {
        return new Changes(LocalDate.EPOCH, List.of());
    }

    private static Optional<Change> change(Measure measure, Row before, Row now) {
        Estimate former = before.estimate(measure.column());
        Estimate latter = now.estimate(measure.column());
        if (former == null || latter == null || !former.hasInterval() || !latter.hasInterval()) {
            return Optional.empty();
        }
        return Optional.of(Change.of(former, latter));
    }

    private static List<Found> judged(List<Found> pairs) {
        double[] q = FalseDiscoveryRate.of(
                pairs.stream().mapToDouble(pair -> pair.change().pValue()).toArray());
        List<Found> judged = new ArrayList<>();
        for (int index = 0; index < q.length; index++) {
            Found pair = pairs.get(index);
            judged.add(new Found(pair.measure(), pair.names(), pair.change(), pair.base(), q[index]));
        }
        return judged;
    }

    /** The earlier day. */
    public LocalDate since() {
        return since;
    }

    /** All figures compared, in the order of the measures and of their tables. */
    public List<Found> all() {
        return all;
    }

    /** What is known of one figure: the values are those of the measure's labels. */
    public Optional<Found> of(String measure, List<String> names) {
        return Optional.ofNullable(byPlace.get(new Place(measure, names)));
    }

    /**
     * The mark beside a figure of a row: of the first of these measures that the row was compared by.
     *
     * @see #mark(Words, String, String...)
     */
    public String mark(Words words, Row row, Measure... measures) {
        for (Measure measure : measures) {
            if (of(measure.key(), measure.names(row)).isPresent()) {
                return mark(words, measure.key(), measure.names(row).toArray(String[]::new));
            }
        }
        return "";
    }

    /** The mark beside a figure, such as "up 3.2 points": empty where it has not changed by more than chance. */
    public String mark(Words words, String measure, String... names) {
        return of(measure, List.of(names))
                .filter(Found::isNews)
                .map(found -> words.say(
                        found.change().difference() > 0 ? "changes.up" : "changes.down",
                        difference(words, found),
                        words.shortDay(since)))
                .orElse("");
    }

    /** The size of a difference, without its sign. */
    public static String difference(Words words, Found found) {
        double size = Math.abs(found.change().difference());
        return found.measure().unit() == Measure.Unit.SHARE
                ? words.say("changes.points", words.fixed(100 * size, 1))
                : words.fixed(size, 1);
    }
}
