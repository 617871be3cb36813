package io.parcours.friction;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.stats.AssociationTest;
import io.parcours.stats.CommonOddsRatio;
import io.parcours.stats.DesignEffect;
import io.parcours.stats.FourfoldTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Friction and its comparison as the sentences of docs/friction.md say it, touchpoint by touchpoint and unit by unit. */
final class FrictionByDefinition {
    private static final long MINUTE = 60_000_000L;
    private static final long DAY = 1440 * MINUTE;

    /** What a row is of. */
    record Key(String kind, String place, String via, String fromStage, String toStage) {}

    /** A touchpoint with which a friction is complete. */
    record Happening(Key key, CustomerHistory history, Span journey, int at) {}

    /** A customer judged from a touchpoint. */
    record Unit(
            String customer, int lengthClass, boolean isWith, boolean converted, Boolean churned, Double satisfied) {}

    private final List<CustomerHistory> histories;
    private final FrictionRules rules;
    private final List<Happening> happenings = new ArrayList<>();
    private final Map<Key, Long> limits = new HashMap<>();

    FrictionByDefinition(List<CustomerHistory> histories, FrictionRules rules) {
        this.histories = histories;
        this.rules = rules;
        histories.forEach(this::contacts);
        forEachJourney(this::repeatsLoopsAndMovesBack);
        forEachJourney(this::bursts);
        stalls();
    }

    /** The touchpoints of a journey that belong to no survey. */
    private static List<Integer> steps(CustomerHistory history, Span journey) {
        List<Integer> steps = new ArrayList<>();
        for (int i = journey.from(); i < journey.to(); i++) {
            if (!history.event(i).equals("S")) {
                steps.add(i);
            }
        }
        return steps;
    }

    private interface JourneyAction {
        void on(CustomerHistory history, Span journey);
    }

    private void forEachJourney(JourneyAction action) {
        histories.forEach(history -> history.journeys().forEach(journey -> action.on(history, journey)));
    }

    private void happens(String kind, String place, String via, CustomerHistory history, Span journey, int at) {
        happenings.add(new Happening(new Key(kind, place, via, null, null), history, journey, at));
    }

    private void repeatsLoopsAndMovesBack(CustomerHistory history, Span journey) {
        List<Integer> steps = steps(history, journey);
        for (int n = 0; n < steps.size(); n++) {
            int i = steps.get(n);
            String event = history.event(i);
            String before = n < 1 ? null : history.event(steps.get(n - 1));
            String earlier = n < 2 ? null : history.event(steps.get(n - 2));
            if (event.equals(before)) {
                happens("immediate_repeat", event, null, history, journey, i);
            }
            if (event.equals(earlier) && !event.equals(before)) {
                happens("loop", event, before, history, journey, i);
            }
            int last = latestWithStage(history, steps, n);
            if (history.stageName(i) != null && last >= 0 && history.stage(i) < history.stage(last)) {
                Key key = new Key("move_back", event, null, history.stageName(last), history.stageName(i));
                happenings.add(new Happening(key, history, journey, i));
            }
        }
    }

    /** The latest earlier one with a stage, or -1. */
    private static int latestWithStage(CustomerHistory history, List<Integer> steps, int n) {
        for (int m = n - 1; m >= 0; m--) {
            if (history.stageName(steps.get(m)) != null) {
                return steps.get(m);
            }
        }
        return -1;
    }

    /** So many of an event in a row of that event's touchpoints within the time; windows that share one are one burst. */
    private void bursts(CustomerHistory history, Span journey) {
        Map<String, List<Integer>> byEvent = new HashMap<>();
        for (int i : steps(history, journey)) {
            byEvent.computeIfAbsent(history.event(i), event -> new ArrayList<>())
                    .add(i);
        }
        byEvent.forEach((event, places) -> {
            Set<Integer> former = Set.of();
            for (int k = 0; k + rules.burstCount() <= places.size(); k++) {
                List<Integer> window = places.subList(k, k + rules.burstCount());
                int last = window.get(window.size() - 1);
                if (history.occurredAt(last) - history.occurredAt(window.get(0))
                        > rules.burstWithin().toNanos() / 1000) {
                    continue;
                }
                if (window.stream().noneMatch(former::contains)) {
                    happens("burst", event, null, history, journey, last);
                }
                former = new HashSet<>(window);
            }
        });
    }

    private static boolean isContact(CustomerHistory history, int i) {
        return List.of("A", "C").contains(history.event(i));
    }

    private String thing(CustomerHistory history, int i) {
        return rules.thingIfAny().isPresent() ? history.dimension(i, 0) : history.event(i);
    }

    private void contacts(CustomerHistory history) {
        if (rules.contactsIfAny().isEmpty()) {
            return;
        }
        for (Span journey : history.journeys()) {
            for (int i = journey.from(); i < journey.to(); i++) {
                int former = i - 1;
                while (former >= 0
                        && !(isContact(history, former) && Objects.equals(thing(history, former), thing(history, i)))) {
                    former--;
                }
                if (isContact(history, i)
                        && thing(history, i) != null
                        && former >= 0
                        && history.occurredAt(i) - history.occurredAt(former)
                                <= rules.contactAgainWithin().toNanos() / 1000) {
                    String channel = Objects.equals(history.channel(i), history.channel(former)) ? "same" : "other";
                    happens("contact_again_" + channel + "_channel", history.event(i), null, history, journey, i);
                }
            }
        }
    }

    private void stalls() {
        Map<Key, List<Long>> gaps = new HashMap<>();
        forEachPair((key, history, journey, i, gap) ->
                gaps.computeIfAbsent(key, any -> new ArrayList<>()).add(gap));
        gaps.forEach((key, all) -> {
            long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
            double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
            if (rules.stallAfterIfGiven().isPresent()) {
                limits.put(key, rules.stallAfter().toNanos() / 1000);
            } else if (sorted.length >= 30 && median > 0) {
                limits.put(key, (long) (10 * median));
            }
        });
        forEachPair((key, history, journey, i, gap) -> {
            if (limits.containsKey(key) && gap > limits.get(key)) {
                happenings.add(new Happening(key, history, journey, i));
            }
        });
    }

    private interface PairAction {
        void on(Key key, CustomerHistory history, Span journey, int second, long gap);
    }

    private void forEachPair(PairAction action) {
        forEachJourney((history, journey) -> {
            List<Integer> steps = steps(history, journey);
            for (int n = 1; n < steps.size(); n++) {
                int first = steps.get(n - 1);
                int second = steps.get(n);
                Key key = new Key("stall", history.event(first), history.event(second), null, null);
                action.on(key, history, journey, second, gap(history, first, second));
            }
        });
    }

    private static long gap(CustomerHistory history, int first, int second) {
        return history.occurredAt(second) - history.occurredAt(first);
    }

    Map<Key, List<Happening>> byKey() {
        Map<Key, List<Happening>> found = new HashMap<>();
        happenings.forEach(happening ->
                found.computeIfAbsent(happening.key(), key -> new ArrayList<>()).add(happening));
        return found;
    }

    Double limitSeconds(Key key) {
        return key.kind().equals("stall") ? limits.get(key) / 1e6 : null;
    }

    long customersWith(String event) {
        return histories.stream()
                .filter(history -> {
                    for (int i = 0; i < history.size(); i++) {
                        if (history.event(i).equals(event)) {
                            return true;
                        }
                    }
                    return false;
                })
                .count();
    }

    private static int conversion(CustomerHistory history, Span journey) {
        int i = journey.from();
        while (i < journey.to() && !history.event(i).equals("D")) {
            i++;
        }
        return i;
    }

    /** Whether the n-th of the steps stands where this friction is judged. */
    private boolean isGround(Key key, CustomerHistory history, List<Integer> steps, int n) {
        String event = history.event(steps.get(n));
        String before = n < 1 ? null : history.event(steps.get(n - 1));
        return switch (key.kind()) {
            case "stall" -> key.place().equals(before) && key.via().equals(event);
            case "loop" -> key.place().equals(before) && key.via().equals(event);
            case "move_back" -> {
                int last = latestWithStage(history, steps, n + 1);
                yield last >= 0 && key.fromStage().equals(history.stageName(last));
            }
            case "contact_again_same_channel", "contact_again_other_channel" ->
                key.place().equals(event) && isContact(history, steps.get(n));
            default -> key.place().equals(event);
        };
    }

    /** Everybody who is judged at this key's place. */
    List<Unit> units(Key key) {
        List<Unit> units = new ArrayList<>();
        for (CustomerHistory history : histories) {
            for (Span journey : history.journeys()) {
                List<Integer> steps = steps(history, journey);
                List<Integer> grounds = new ArrayList<>();
                for (int n = 0; n < steps.size() && steps.get(n) < conversion(history, journey); n++) {
                    if (isGround(key, history, steps, n)) {
                        grounds.add(n);
                    }
                }
                if (!grounds.isEmpty()) {
                    if (isOver(history, journey)) {
                        judge(key, history, journey, grounds, units);
                    }
                    break;
                }
            }
        }
        return units;
    }

    /** In journeys that end, silence as long as this means that they did. */
    private static boolean isOver(CustomerHistory history, Span journey) {
        long silent = RandomCustomers.AS_OF.micros() - history.occurredAt(journey.to() - 1);
        return !journey.isOpen() || silent > RandomCustomers.INACTIVE_AFTER.toNanos() / 1000;
    }

    private void judge(Key key, CustomerHistory history, Span journey, List<Integer> grounds, List<Unit> units) {
        List<Integer> steps = steps(history, journey);
        Predicate<Integer> isComplete = n -> happenings.stream()
                .anyMatch(happening -> happening.history() == history
                        && happening.at() == steps.get(n)
                        && happening.key().equals(key));
        if (key.kind().equals("stall")) {
            int n = grounds.get(0);
            units.add(unit(history, journey, n, n, isComplete.test(n)));
            return;
        }
        int later = key.kind().equals("loop") || key.kind().equals("move_back") ? 1 : 0;
        Set<Integer> classes = new HashSet<>();
        for (int n : grounds) {
            int m = n + later;
            if (m < steps.size() && steps.get(m) < conversion(history, journey) && isComplete.test(m)) {
                units.add(unit(history, journey, n, m, true));
                return;
            }
            if (classes.add(lengthClass(n + 1))) {
                units.add(unit(history, journey, n, n, false));
            }
        }
    }

    private static int lengthClass(int length) {
        int[] ends = {1, 2, 4, 8, 16, 32, 64, Integer.MAX_VALUE};
        int found = 0;
        while (length > ends[found]) {
            found++;
        }
        return found;
    }

    private static Unit unit(CustomerHistory history, Span journey, int n, int complete, boolean isWith) {
        int at = steps(history, journey).get(complete);
        long now = RandomCustomers.AS_OF.micros();
        long active = Long.MIN_VALUE;
        for (int i = 0; i < history.size(); i++) {
            active = List.of("A", "B", "D").contains(history.event(i)) ? history.occurredAt(i) : active;
        }
        boolean isKnown = active != Long.MIN_VALUE && now - history.occurredAt(journey.to() - 1) > 10 * DAY;
        List<Double> answers = new ArrayList<>();
        for (int i = at + 1; i < journey.to(); i++) {
            if (history.event(i).equals("S") && !Double.isNaN(history.value(i))) {
                answers.add(history.value(i) / 10);
            }
        }
        double sum = 0;
        for (double answer : answers) {
            sum += answer;
        }
        double mean = sum / answers.size();
        return new Unit(
                history.customerId(),
                lengthClass(n + 1),
                isWith,
                conversion(history, journey) < journey.to(),
                isKnown ? now - active > 10 * DAY : null,
                answers.isEmpty() ? null : Math.round(mean * 1000) / 1000.0);
    }

    /** Units of classes that have both kinds. */
    static List<Unit> comparable(List<Unit> units) {
        return units.stream()
                .filter(unit -> units.stream()
                        .anyMatch(
                                other -> other.lengthClass() == unit.lengthClass() && other.isWith() != unit.isWith()))
                .toList();
    }

    /** The mean of those without, each class as often as it is among those with. */
    static double weighted(List<Unit> units, java.util.function.ToDoubleFunction<Unit> value) {
        return units.stream()
                .filter(Unit::isWith)
                .mapToDouble(unit -> units.stream()
                        .filter(other -> !other.isWith() && other.lengthClass() == unit.lengthClass())
                        .mapToDouble(value)
                        .average()
                        .orElseThrow())
                .average()
                .orElseThrow();
    }

    /** The tables of classes that tell something. */
    static Map<Integer, FourfoldTable> tables(List<Unit> units, Predicate<Unit> outcome) {
        Map<Integer, long[]> cells = new TreeMap<>();
        for (Unit unit : units) {
            int cell = (unit.isWith() ? 0 : 2) + (outcome.test(unit) ? 0 : 1);
            cells.computeIfAbsent(unit.lengthClass(), any -> new long[4])[cell]++;
        }
        Map<Integer, FourfoldTable> tables = new TreeMap<>();
        cells.forEach((lengthClass, of) -> {
            FourfoldTable table = new FourfoldTable(of[0], of[1], of[2], of[3]);
            if (table.isInformative()) {
                tables.put(lengthClass, table);
            }
        });
        return tables;
    }

    /** The variance of the test's statistic over customers, by that over units taken as independent: sums of squares. */
    static DesignEffect effect(List<Unit> units, Predicate<Unit> outcome) {
        Map<Integer, FourfoldTable> tables = tables(units, outcome);
        Map<String, Double> ofCustomers = new TreeMap<>();
        double supposed = 0;
        for (Unit unit : units) {
            FourfoldTable table = tables.get(unit.lengthClass());
            if (table != null) {
                double share = (double) table.one() / table.total();
                double rate = (double) table.with() / table.total();
                double part = ((unit.isWith() ? 1 : 0) - share) * ((outcome.test(unit) ? 1 : 0) - rate);
                ofCustomers.merge(unit.customer(), part, Double::sum);
                supposed += part * part;
            }
        }
        double seen =
                ofCustomers.values().stream().mapToDouble(part -> part * part).sum();
        return ofCustomers.size() == units.size() ? new DesignEffect(1) : DesignEffect.of(seen, supposed);
    }

    /** The p value, or nothing where too few are there. */
    static Double pValue(List<Unit> units, Predicate<Unit> outcome) {
        List<FourfoldTable> tables = new ArrayList<>(tables(units, outcome).values());
        long[] sums = new long[4];
        tables.forEach(table -> Arrays.setAll(
                sums, i -> sums[i] + new long[] {table.one(), table.other(), table.with(), table.without()}[i]));
        if (Math.min(sums[0], sums[1]) < 10 || Math.min(sums[2], sums[3]) < 5) {
            return null;
        }
        return effect(units, outcome)
                .widened(AssociationTest.of(tables).orElseThrow().pValue());
    }

    static Double oddsRatio(List<Unit> units, Predicate<Unit> outcome) {
        return CommonOddsRatio.of(new ArrayList<>(tables(units, outcome).values()))
                .map(CommonOddsRatio::value)
                .orElse(null);
    }
}
