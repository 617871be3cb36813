package io.parcours.conformance;

import io.parcours.conformance.ExpectedJourney.ExpectedStage;
import io.parcours.journey.AsOf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The table stage_times as docs/conformance.md defines it, each figure from the list of its journeys. */
final class DefinedStageTimes {

    private DefinedStageTimes() {}

    static List<Map<String, Object>> rows(ExpectedJourney expected, List<DefinedJourney> all, AsOf asOf) {
        List<Map<String, Object>> rows = new ArrayList<>();
        DefinedConformance.forEachGroup(all, (group, journeys) -> {
            for (int position = 0; position < expected.stages().size(); position++) {
                rows.add(row(expected, position, group, journeys, asOf));
            }
        });
        return rows;
    }

    private static Map<String, Object> row(
            ExpectedJourney expected, int position, List<String> group, List<DefinedJourney> journeys, AsOf asOf) {
        ExpectedStage stage = expected.stages().get(position);
        String name = stage.stage();
        boolean isLast = position == expected.stages().size() - 1;
        List<DefinedJourney> here =
                journeys.stream().filter(journey -> journey.isTouched(name)).toList();
        List<DefinedJourney> left = here.stream()
                .filter(journey -> journey.leaving(name).isPresent())
                .toList();
        List<DefinedJourney> there =
                here.stream().filter(journey -> !left.contains(journey)).toList();
        long stopped =
                there.stream().filter(journey -> !journey.span().isOpen()).count();
        long[] times = left.stream()
                .mapToLong(journey ->
                        journey.history().occurredAt(journey.leaving(name).orElseThrow()) - journey.firstAt(name))
                .sorted()
                .toArray();
        long[] watched = there.stream()
                .mapToLong(journey -> asOf.micros() - journey.firstAt(name))
                .toArray();
        long[] waits = here.stream()
                .filter(journey -> journey.waitedFrom(name).isPresent())
                .mapToLong(journey -> journey.firstAt(name)
                        - journey.history().occurredAt(journey.waitedFrom(name).orElseThrow()))
                .sorted()
                .toArray();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("breakdown", group.get(0));
        row.put("breakdown_value", group.get(1));
        row.put("stage_number", position + 1L);
        row.put("stage", name);
        row.put("journey_count", (long) here.size());
        row.put("left_count", isLast ? null : (Long) (long) left.size());
        row.put("stopped_count", isLast ? null : (Long) stopped);
        row.put("in_progress_count", isLast ? null : (Long) (there.size() - stopped));
        row.put("seconds_p50", percentile(times, 0.5));
        row.put("seconds_p90", percentile(times, 0.9));
        row.put("seconds_p99", percentile(times, 0.99));
        row.put(
                "seconds_mean",
                times.length == 0 ? null : (Double) (LongStream.of(times).sum() / 1e6 / times.length));
        row.put("seconds_km_p50", kaplanMeierMedian(times, watched));
        row.put("waiting_count", (long) waits.length);
        row.put("waiting_seconds_p50", percentile(waits, 0.5));
        row.put("waiting_seconds_p90", percentile(waits, 0.9));
        putLimits(row, stage, here);
        return row;
    }

    private static void putLimits(Map<String, Object> row, ExpectedStage stage, List<DefinedJourney> here) {
        boolean isLimited = !here.isEmpty()
                ? here.get(0).isLimited(stage)
                : stage.allowed() != null && row.get("left_count") != null;
        long within = here.stream().filter(journey -> journey.isWithin(stage)).count();
        long late = here.stream().filter(journey -> journey.isLate(stage)).count();
        List<DefinedJourney> mature =
                here.stream().filter(journey -> journey.isMature(stage)).toList();
        row.put("allowed_seconds", isLimited ? (Double) (double) stage.allowed().toSeconds() : null);
        row.put("within_count", isLimited ? (Long) within : null);
        row.put("late_count", isLimited ? (Long) late : null);
        row.put("undecided_count", isLimited ? (Long) (here.size() - within - late) : null);
        row.put("mature_count", isLimited ? (Long) (long) mature.size() : null);
        DefinedConformance.putRate(row, "late_rate", mature, journey -> journey.isLate(stage));
        row.put("interval_basis", "wilson_clustered_by_customer");
    }

    /** The first time at which the product of (1 - gone / at risk) over the times so far is one half or less. */
    private static Double kaplanMeierMedian(long[] times, long[] watched) {
        double survival = 1;
        for (long time : LongStream.of(times).distinct().sorted().toArray()) {
            long gone = Arrays.stream(times).filter(other -> other == time).count();
            long atRisk = Arrays.stream(times).filter(other -> other >= time).count()
                    + Arrays.stream(watched).filter(other -> other >= time).count();
            survival *= 1 - (double) gone / atRisk;
            if (survival <= 0.5 + 1e-9) {
                return time / 1e6;
            }
        }
        return null;
    }

    private static Double percentile(long[] sorted, double p) {
        if (sorted.length == 0) {
            return null;
        }
        double position = (sorted.length - 1) * p;
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return (sorted[below] + (position - below) * (sorted[above] - sorted[below])) / 1e6;
    }
}
