package io.parcours.channel;

import io.parcours.channel.ChannelRules.Kind;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.stats.ClusteredMean;
import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.Interval;
import io.parcours.survey.SurveyAnswer;
import io.parcours.survey.SurveyReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** What docs/channels.md says, read plainly: the platform is dimension 0, D converts. */
final class ChannelsByDefinition {
    private static final long DAY = 86_400_000_000L;

    private final ChannelRules rules;
    private final SurveyReading surveys;
    final List<Journey> journeys = new ArrayList<>();

    /** A journey with the whole history it lies in. */
    record Journey(
            CustomerHistory history, Span span, String platform, String channelClass, List<SurveyAnswer> answers) {
        String customer() {
            return history.customerId();
        }

        List<Integer> indexes() {
            List<Integer> indexes = new ArrayList<>();
            for (int i = span.from(); i < span.to(); i++) {
                indexes.add(i);
            }
            return indexes;
        }

        Optional<Integer> conversion() {
            return indexes().stream().filter(i -> history.event(i).equals("D")).findFirst();
        }

        boolean isDropped() {
            return conversion().isEmpty() && !span.isOpen();
        }

        boolean isContained() {
            return conversion()
                    .filter(last -> history.channel(last) != null)
                    .filter(last -> indexes().stream()
                            .filter(i -> i < last && history.channel(i) != null)
                            .allMatch(i -> history.channel(i).equals(history.channel(last))))
                    .isPresent();
        }

        boolean isOfLength(String length) {
            int size = indexes().size();
            return switch (length) {
                case "all" -> true;
                case "1" -> size == 1;
                case "2" -> size == 2;
                case "3-4" -> size == 3 || size == 4;
                case "5-8" -> size >= 5 && size <= 8;
                case "9-16" -> size >= 9 && size <= 16;
                default -> size >= 17;
            };
        }

        List<Double> values() {
            return indexes().stream()
                    .filter(i -> !history.event(i).equals("T"))
                    .map(history::value)
                    .filter(value -> !Double.isNaN(value))
                    .toList();
        }

        double value() {
            return values().stream().mapToDouble(value -> value).sum();
        }

        double secondsTo(int index) {
            return (history.occurredAt(index) - history.occurredAt(span.from())) / 1e6;
        }
    }

    /** Two neighbours. */
    record Switch(Journey journey, int second) {
        String from() {
            return journey.history().channel(second - 1);
        }

        String to() {
            return journey.history().channel(second);
        }

        long micros() {
            return journey.history().occurredAt(second) - journey.history().occurredAt(second - 1);
        }

        boolean isConverted() {
            return journey.indexes().stream()
                    .anyMatch(i -> i >= second && journey.history().event(i).equals("D"));
        }
    }

    ChannelsByDefinition(ChannelRules rules, SurveyReading surveys, List<CustomerHistory> histories) {
        this.rules = rules;
        this.surveys = surveys;
        for (CustomerHistory history : histories) {
            for (Span span : history.journeys()) {
                List<SurveyAnswer> answers = this.surveys.answers(history).stream()
                        .filter(SurveyAnswer::isAnswered)
                        .filter(answer -> answer.index() >= span.from() && answer.index() < span.to())
                        .toList();
                String platform = history.dimension(span.from(), 0);
                journeys.add(new Journey(
                        history, span, platform == null ? "(none)" : platform, classOf(history, span), answers));
            }
        }
    }

    private String classOf(CustomerHistory history, Span span) {
        Set<String> channels = new HashSet<>();
        Map<Integer, Set<Kind>> kindsOfStage = new HashMap<>();
        boolean isHandedOver = false;
        for (int i = span.from(); i < span.to(); i++) {
            if (history.channel(i) == null) {
                continue;
            }
            channels.add(history.channel(i));
            if (rules.kinds().containsKey(history.channel(i)) && history.stageName(i) != null) {
                kindsOfStage
                        .computeIfAbsent(history.stage(i), stage -> new HashSet<>())
                        .add(rules.kinds().get(history.channel(i)));
            }
            isHandedOver |= i > span.from()
                    && history.channel(i - 1) != null
                    && !history.channel(i).equals(history.channel(i - 1))
                    && history.occurredAt(i) - history.occurredAt(i - 1) <= 7 * DAY;
        }
        if (channels.isEmpty()) {
            return "(none)";
        }
        if (channels.size() == 1) {
            return "single";
        }
        if (kindsOfStage.values().stream().anyMatch(kinds -> kinds.size() == 2)) {
            return "omnichannel";
        }
        return isHandedOver ? "crosschannel" : "multichannel";
    }

    List<Switch> switches(Predicate<Journey> which) {
        List<Switch> found = new ArrayList<>();
        journeys.stream()
                .filter(which)
                .forEach(journey -> journey.indexes().stream()
                        .skip(1)
                        .filter(i -> journey.history().channel(i) != null
                                && journey.history().channel(i - 1) != null
                                && !journey.history()
                                        .channel(i)
                                        .equals(journey.history().channel(i - 1)))
                        .forEach(i -> found.add(new Switch(journey, i))));
        return found;
    }

    /** The row of a class among the journeys of a group and length. */
    static Map<String, Object> mixRow(List<Journey> ofLength, String channelClass) {
        List<Journey> own = ofLength.stream()
                .filter(journey -> journey.channelClass().equals(channelClass))
                .toList();
        List<Journey> converted =
                own.stream().filter(journey -> journey.conversion().isPresent()).toList();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("journey_count", (long) own.size());
        rate(row, "journey_share", ofLength, journey -> journey.channelClass().equals(channelClass));
        row.put("converted_count", (long) converted.size());
        rate(row, "conversion_rate", own, journey -> journey.conversion().isPresent());
        row.put("dropped_count", own.stream().filter(Journey::isDropped).count());
        rate(row, "drop_off_rate", own, Journey::isDropped);
        row.put(
                "in_progress_count",
                own.stream()
                        .filter(journey ->
                                journey.span().isOpen() && journey.conversion().isEmpty())
                        .count());
        row.put("contained_count", own.stream().filter(Journey::isContained).count());
        rate(row, "containment_rate", converted, Journey::isContained);
        List<Double> toConversion = converted.stream()
                .map(journey -> journey.secondsTo(journey.conversion().orElseThrow()))
                .toList();
        row.put("seconds_to_conversion_p50", percentile(toConversion, 0.5));
        row.put("seconds_to_conversion_p90", percentile(toConversion, 0.9));
        mean(
                row,
                "seconds_to_conversion",
                converted,
                6,
                journey -> 1,
                journey -> journey.secondsTo(journey.conversion().orElseThrow()));
        row.put(
                "journey_seconds_p50",
                percentile(
                        own.stream()
                                .map(journey -> journey.secondsTo(journey.span().to() - 1))
                                .toList(),
                        0.5));
        boolean isValued = own.stream().anyMatch(journey -> !journey.values().isEmpty());
        mean(row, "value", isValued ? own : List.of(), 4, journey -> 1, Journey::value);
        row.put(
                "satisfaction_count",
                own.stream().mapToLong(journey -> journey.answers().size()).sum());
        mean(
                row,
                "satisfaction",
                own,
                9,
                journey -> journey.answers().size(),
                journey -> journey.answers().stream()
                        .mapToDouble(SurveyAnswer::satisfaction)
                        .sum());
        return row;
    }

    static Map<String, Object> switchRow(List<Switch> own, int switchesOfGroup) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("switch_count", (long) own.size());
        row.put("switch_share", (double) own.size() / switchesOfGroup);
        row.put(
                "customer_count",
                own.stream().map(each -> each.journey().customer()).distinct().count());
        row.put("journey_count", own.stream().map(Switch::journey).distinct().count());
        List<Double> seconds = own.stream().map(each -> each.micros() / 1e6).toList();
        row.put("seconds_p50", percentile(seconds, 0.5));
        row.put("seconds_p90", percentile(seconds, 0.9));
        row.put(
                "handover_count",
                own.stream().filter(each -> each.micros() <= 7 * DAY).count());
        row.put(
                "converted_after_count",
                own.stream().filter(Switch::isConverted).count());
        Map<String, List<Switch>> customers = new HashMap<>();
        own.forEach(each -> customers
                .computeIfAbsent(each.journey().customer(), customer -> new ArrayList<>())
                .add(each));
        ClusteredProportion proportion = new ClusteredProportion();
        customers
                .values()
                .forEach(list ->
                        proportion.add(list.stream().filter(Switch::isConverted).count(), list.size()));
        put(row, "conversion_rate", proportion);
        return row;
    }

    private static void rate(Map<String, Object> row, String name, List<Journey> base, Predicate<Journey> holds) {
        Map<String, long[]> customers = new HashMap<>();
        for (Journey journey : base) {
            long[] counts = customers.computeIfAbsent(journey.customer(), customer -> new long[2]);
            counts[0] += holds.test(journey) ? 1 : 0;
            counts[1]++;
        }
        ClusteredProportion proportion = new ClusteredProportion();
        customers.values().forEach(counts -> proportion.add(counts[0], counts[1]));
        put(row, name, proportion);
    }

    private static void put(Map<String, Object> row, String name, ClusteredProportion proportion) {
        row.put(name, proportion.rate().orElse(null));
        row.put(name + "_low", proportion.interval().map(Interval::low).orElse(null));
        row.put(name + "_high", proportion.interval().map(Interval::high).orElse(null));
    }

    private static void mean(
            Map<String, Object> row,
            String name,
            List<Journey> base,
            int decimals,
            ToLongFunction<Journey> count,
            ToDoubleFunction<Journey> sum) {
        Map<String, double[]> customers = new HashMap<>();
        for (Journey journey : base) {
            double[] sums = customers.computeIfAbsent(journey.customer(), customer -> new double[2]);
            sums[0] += sum.applyAsDouble(journey);
            sums[1] += count.applyAsLong(journey);
        }
        ClusteredMean mean = new ClusteredMean(decimals);
        customers.values().forEach(sums -> mean.add(sums[0], (long) sums[1]));
        row.put(name + "_mean", mean.mean().orElse(null));
        Optional<Interval> interval = name.equals("satisfaction") ? mean.intervalWithin(0, 1) : mean.interval();
        row.put(name + "_low", interval.map(Interval::low).orElse(null));
        row.put(name + "_high", interval.map(Interval::high).orElse(null));
    }

    /** R type 7. */
    private static Double percentile(List<Double> values, double p) {
        if (values.isEmpty()) {
            return null;
        }
        List<Double> sorted = values.stream().sorted().toList();
        double position = (sorted.size() - 1) * p;
        int below = (int) position;
        double above = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return sorted.get(below) + (position - below) * (above - sorted.get(below));
    }

    static boolean isNear(Object one, Object other) {
        if (one instanceof Double a && other instanceof Double b) {
            return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
        }
        return Objects.equals(one, other);
    }
}
