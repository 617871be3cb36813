package io.parcours.conformance;

import io.parcours.journey.CustomerHash;
import io.parcours.stats.ClusteredMean;
import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The table conformance as docs/conformance.md defines it, each figure from the list of its journeys. */
final class DefinedConformance {
    private static final List<String> LIFECYCLE = List.of("a", "b", "c", "d", "e");

    private DefinedConformance() {}

    static List<Map<String, Object>> rows(ExpectedJourney expected, List<DefinedJourney> all) {
        List<Map<String, Object>> rows = new ArrayList<>();
        forEachGroup(all, (group, journeys) -> {
            for (String kind : List.of("(any)", "(none)", "(not entered)")) {
                add(
                        rows,
                        group,
                        kind,
                        null,
                        journeys,
                        journey -> journey.isPossible(kind, null),
                        journey -> is(journey, kind));
            }
            for (String kind : List.of("skipped", "repeated", "moved_back", "too_slow", "not_expected")) {
                List<String> stages = kind.equals("not_expected")
                        ? LIFECYCLE
                        : expected.stages().stream()
                                .map(ExpectedJourney.ExpectedStage::stage)
                                .toList();
                add(
                        rows,
                        group,
                        kind,
                        null,
                        journeys,
                        journey -> stages.stream().anyMatch(stage -> journey.isPossible(kind, stage)),
                        journey -> journey.deviations().stream().anyMatch(found -> found.startsWith(kind)));
                for (String stage : stages) {
                    add(
                            rows,
                            group,
                            kind,
                            stage,
                            journeys,
                            journey -> journey.isPossible(kind, stage),
                            journey -> journey.deviations().contains(kind + " " + stage));
                }
            }
        });
        return rows;
    }

    /** All journeys, then those of each channel. */
    static void forEachGroup(List<DefinedJourney> all, BiConsumer<List<String>, List<DefinedJourney>> action) {
        action.accept(List.of("all", "all"), all);
        all.stream()
                .map(DefinedJourney::channelOrNone)
                .distinct()
                .sorted()
                .forEach(channel -> action.accept(
                        List.of("channel", channel),
                        all.stream()
                                .filter(journey -> journey.channelOrNone().equals(channel))
                                .toList()));
    }

    private static boolean is(DefinedJourney journey, String kind) {
        return switch (kind) {
            case "(any)" -> !journey.deviations().isEmpty();
            case "(none)" -> journey.isEntered() && journey.deviations().isEmpty();
            default -> !journey.isEntered();
        };
    }

    private static void add(
            List<Map<String, Object>> rows,
            List<String> group,
            String kind,
            String stage,
            List<DefinedJourney> journeys,
            Predicate<DefinedJourney> isPossible,
            Predicate<DefinedJourney> isSo) {
        List<DefinedJourney> possible = journeys.stream().filter(isPossible).toList();
        if (possible.isEmpty()) {
            return;
        }
        List<DefinedJourney> found = possible.stream().filter(isSo).toList();
        long complete = found.stream().filter(DefinedJourney::isComplete).count();
        long stopped = found.stream()
                .filter(journey -> !journey.isComplete() && !journey.span().isOpen())
                .count();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("breakdown", group.get(0));
        row.put("breakdown_value", group.get(1));
        row.put("deviation", kind);
        row.put("stage", stage);
        row.put("journey_count", (long) found.size());
        row.put("eligible_count", (long) possible.size());
        putRate(row, "journey_share", possible, isSo);
        row.put("customer_count", (long) byCustomer(found).size());
        row.put("complete_count", complete);
        row.put("stopped_count", stopped);
        row.put("in_progress_count", found.size() - complete - stopped);
        row.put(
                "converted_count",
                found.stream().filter(DefinedJourney::isConverted).count());
        putRate(row, "conversion_rate", found, DefinedJourney::isConverted);
        putSatisfaction(row, found);
        row.put("examples", examples(found));
        row.put("interval_basis", "wilson_clustered_by_customer");
        rows.add(row);
    }

    static Map<String, List<DefinedJourney>> byCustomer(List<DefinedJourney> journeys) {
        return journeys.stream()
                .collect(Collectors.groupingBy(journey -> journey.history().customerId()));
    }

    static void putRate(
            Map<String, Object> row, String name, List<DefinedJourney> base, Predicate<DefinedJourney> success) {
        ClusteredProportion proportion = new ClusteredProportion();
        byCustomer(base)
                .values()
                .forEach(own -> proportion.add(own.stream().filter(success).count(), own.size()));
        row.put(name, proportion.rate().orElse(null));
        row.put(name + "_low", proportion.interval().map(Interval::low).orElse(null));
        row.put(name + "_high", proportion.interval().map(Interval::high).orElse(null));
    }

    private static void putSatisfaction(Map<String, Object> row, List<DefinedJourney> found) {
        ClusteredMean mean = new ClusteredMean(9);
        byCustomer(found).values().forEach(own -> {
            double[] scores = own.stream()
                    .flatMapToDouble(journey -> DoubleStream.of(journey.scores()))
                    .toArray();
            mean.add(DoubleStream.of(scores).sum(), scores.length);
        });
        row.put("satisfaction_count", mean.count());
        row.put("satisfaction_mean", mean.mean().orElse(null));
        row.put("satisfaction_low", mean.intervalWithin(0, 1).map(Interval::low).orElse(null));
        row.put(
                "satisfaction_high",
                mean.intervalWithin(0, 1).map(Interval::high).orElse(null));
    }

    private static List<String> examples(List<DefinedJourney> found) {
        return found.stream()
                .sorted(Comparator.<DefinedJourney>comparingLong(
                                journey -> CustomerHash.of(journey.history().customerId()))
                        .thenComparing(journey -> journey.history().customerId())
                        .thenComparing(journey -> journey.span().number()))
                .limit(5)
                .map(journey ->
                        journey.history().customerId() + "/" + journey.span().number())
                .toList();
    }
}
