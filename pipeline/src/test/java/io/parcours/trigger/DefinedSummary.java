package io.parcours.trigger;

import io.parcours.journey.AsOf;
import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The summary as docs/triggers.md defines it, each figure from the list of its firings. */
record DefinedSummary(List<DefinedFiring> firings) {

    static List<Map<String, Object>> rows(List<TriggerRules> triggers, List<DefinedFiring> all, AsOf asOf) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (TriggerRules trigger : triggers) {
            // Two random triggers may be equal; each has all of its own firings once.
            List<DefinedFiring> own =
                    all.stream().filter(firing -> firing.trigger() == trigger).toList();
            rows.add(row(trigger, "all", "all", own, asOf));
            addBreakdown(
                    rows,
                    trigger,
                    own,
                    asOf,
                    "entry_channel",
                    firing -> firing.entryChannel() == null ? "(none)" : firing.entryChannel());
            addBreakdown(rows, trigger, own, asOf, "channel", DefinedFiring::channelOrNone);
        }
        return rows;
    }

    private static void addBreakdown(
            List<Map<String, Object>> rows,
            TriggerRules trigger,
            List<DefinedFiring> own,
            AsOf asOf,
            String breakdown,
            Function<DefinedFiring, String> value) {
        own.stream()
                .map(value)
                .distinct()
                .sorted()
                .forEach(each -> rows.add(row(
                        trigger,
                        breakdown,
                        each,
                        own.stream()
                                .filter(firing -> value.apply(firing).equals(each))
                                .toList(),
                        asOf)));
    }

    private static Map<String, Object> row(
            TriggerRules trigger, String breakdown, String value, List<DefinedFiring> own, AsOf asOf) {
        DefinedSummary all = new DefinedSummary(own);
        DefinedSummary cancelled = all.only(firing -> firing.state().equals("cancelled"));
        DefinedSummary due = all.only(firing -> firing.state().equals("due"));
        DefinedSummary mature = all.only(firing -> firing.deadline() <= asOf.micros());
        DefinedSummary cancelledConverted = cancelled.only(firing -> firing.conversion() >= 0);
        DefinedSummary dueConverted = due.only(firing -> firing.conversion() >= 0);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("trigger", trigger.name());
        row.put("action", trigger.action());
        row.put("breakdown", breakdown);
        row.put("breakdown_value", value);
        row.put("firing_count", all.count());
        row.put("customer_count", all.customers());
        row.put("cancelled_count", cancelled.count());
        row.put("due_count", due.count());
        row.put("pending_count", all.count() - cancelled.count() - due.count());
        row.put("due_customer_count", due.customers());
        row.put("value", all.value());
        row.put("due_value", due.value());
        row.put("mature_count", mature.count());
        mature.putRate(row, "cancelled_rate", firing -> firing.state().equals("cancelled"));
        cancelled.putSeconds(
                row,
                "seconds_to_cancel",
                firing -> firing.history().occurredAt(firing.cancelledBy()) - firing.startedAt());
        row.put("cancelled_converted_count", cancelledConverted.count());
        cancelled.putRate(row, "cancelled_conversion_rate", firing -> firing.conversion() >= 0);
        cancelledConverted.putSeconds(
                row,
                "cancelled_seconds_to_conversion",
                firing -> firing.history().occurredAt(firing.conversion()) - firing.startedAt());
        row.put("due_converted_count", dueConverted.count());
        due.putRate(row, "due_conversion_rate", firing -> firing.conversion() >= 0);
        dueConverted.putSeconds(
                row,
                "due_seconds_to_conversion",
                firing -> firing.history().occurredAt(firing.conversion()) - firing.deadline());
        row.put("interval_basis", "wilson_clustered_by_customer");
        return row;
    }

    private DefinedSummary only(Predicate<DefinedFiring> condition) {
        return new DefinedSummary(firings.stream().filter(condition).toList());
    }

    private long count() {
        return firings.size();
    }

    private Map<String, List<DefinedFiring>> byCustomer() {
        return firings.stream()
                .collect(Collectors.groupingBy(firing -> firing.history().customerId()));
    }

    private long customers() {
        return byCustomer().size();
    }

    private Double value() {
        List<BigDecimal> values = firings.stream()
                .map(firing -> firing.history().value(firing.start()))
                .filter(value -> !value.isNaN())
                .map(value -> new BigDecimal(Double.toString(value)))
                .toList();
        return values.isEmpty()
                ? null
                : (Double)
                        values.stream().reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
    }

    private void putRate(Map<String, Object> row, String name, Predicate<DefinedFiring> success) {
        ClusteredProportion proportion = new ClusteredProportion();
        byCustomer()
                .values()
                .forEach(own -> proportion.add(own.stream().filter(success).count(), own.size()));
        row.put(name, proportion.rate().orElse(null));
        row.put(name + "_low", proportion.interval().map(Interval::low).orElse(null));
        row.put(name + "_high", proportion.interval().map(Interval::high).orElse(null));
    }

    private void putSeconds(Map<String, Object> row, String name, ToLongFunction<DefinedFiring> micros) {
        long[] sorted = firings.stream().mapToLong(micros).sorted().toArray();
        row.put(name + "_p50", percentile(sorted, 0.5));
        row.put(name + "_p90", percentile(sorted, 0.9));
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
