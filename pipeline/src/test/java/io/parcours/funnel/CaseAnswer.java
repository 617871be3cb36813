package io.parcours.funnel;

import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.Span;
import io.parcours.touchpoint.Touchpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;

/** What is counted in a case by the rules read word by word, under the keys that cases say it with. */
final class CaseAnswer {
    private final FunnelRules rules;
    private final List<AskedUnit> units = new ArrayList<>();
    private final List<Counted> counted = new ArrayList<>();

    /** One thing that is counted, of the unit at this place. */
    private record Counted(AskedUnit unit, FunnelProgress progress) {}

    private CaseAnswer(CountingCase given) {
        rules = given.funnel().rules();
        ConditionIndex index = new ConditionIndex(rules.conditions().toList());
        HistoryBuilder builder = new HistoryBuilder(Histories.rules(), index, given.asOf());
        for (List<Touchpoint> touchpoints : given.customers()) {
            CustomerHistory history = builder.build(touchpoints);
            for (Span span : spans(history)) {
                units.add(new AskedUnit(rules, index, CountingCase.DIMENSIONS, given.asOf(), history, span));
            }
        }
        units.forEach(unit -> FunnelByDefinition.progress(unit)
                .values()
                .forEach(progress -> progress.counted().forEach(one -> counted.add(new Counted(unit, one)))));
    }

    private List<Span> spans(CustomerHistory history) {
        return switch (rules.unit()) {
            case CUSTOMER -> List.of(new Span(1, 0, history.size(), false));
            case JOURNEY -> history.journeys();
            case SESSION -> history.sessions();
        };
    }

    /** The answer under the keys of a case; {@code by} holds values that were reached only. */
    static Map<String, Object> of(CountingCase given) {
        CaseAnswer answer = new CaseAnswer(given);
        List<FunnelProgress> all =
                answer.counted.stream().map(Counted::progress).toList();
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("reached", answer.reached(all));
        keys.put("dropped", answer.lost(all, FunnelProgress.Outcome.DROPPED));
        keys.put("in_progress", answer.lost(all, FunnelProgress.Outcome.IN_PROGRESS));
        keys.put("open", answer.open());
        keys.put("mature", answer.mature(all));
        keys.put("minutes", answer.minutes());
        keys.put("by", answer.by());
        return keys;
    }

    private List<Integer> reached(List<FunnelProgress> progress) {
        return byStep(
                step -> progress.stream().filter(one -> one.isReached(step)).count());
    }

    private List<Integer> mature(List<FunnelProgress> progress) {
        return rules.windowIfAny().isEmpty()
                ? rules.steps().stream().map(step -> (Integer) null).toList()
                : byStep(step -> progress.stream()
                        .filter(one -> one.isMatureReached(step))
                        .count());
    }

    private List<Integer> lost(List<FunnelProgress> progress, FunnelProgress.Outcome outcome) {
        return byStep(step -> progress.stream()
                .filter(one -> one.outcome() == outcome && nextRequired(one.level()) == step)
                .count());
    }

    private int nextRequired(int level) {
        int next = level + 1;
        while (rules.steps().get(next - 1).isOptional()) {
            next++;
        }
        return next;
    }

    private List<Integer> open() {
        return byStep(step -> units.stream()
                .flatMap(unit -> FunnelByDefinition.progress(unit).values().stream())
                .filter(progress -> progress.firstServing()[step - 1] >= 0)
                .count());
    }

    private List<Integer> byStep(IntToLongFunction count) {
        List<Integer> counts = new ArrayList<>();
        for (int step = 1; step <= rules.steps().size(); step++) {
            counts.add((int) count.applyAsLong(step));
        }
        return counts;
    }

    /** By step the median minutes from the step before, null where nobody reached it. */
    private List<Double> minutes() {
        List<Double> medians = new ArrayList<>();
        for (int step = 1; step <= rules.steps().size(); step++) {
            List<Double> minutes = new ArrayList<>();
            for (Counted one : counted) {
                if (step > 1 && one.progress.isReached(step)) {
                    long before = time(one, one.progress.reachedBefore(step));
                    minutes.add((time(one, step) - before) / 60e6);
                }
            }
            minutes.sort(null);
            int size = minutes.size();
            medians.add(size == 0 ? null : (minutes.get((size - 1) / 2) + minutes.get(size / 2)) / 2);
        }
        return medians;
    }

    private static long time(Counted one, int step) {
        return one.unit.history().occurredAt(one.progress.touchpointOf(step));
    }

    /** By breakdown and value how many reached each step. */
    private Map<String, Map<String, List<Integer>>> by() {
        Map<String, Map<String, List<Integer>>> by = new TreeMap<>();
        for (FunnelBreakdown breakdown : rules.cuts().breakdowns()) {
            by.put(
                    breakdown.name(),
                    rules.cuts().attribution().kind() == FunnelAttribution.Kind.ALL_STEPS
                            ? byAllSteps(breakdown)
                            : byTouchpoint(breakdown));
        }
        return by;
    }

    private Map<String, List<Integer>> byTouchpoint(FunnelBreakdown breakdown) {
        Map<String, List<FunnelProgress>> groups = new TreeMap<>();
        for (Counted one : counted) {
            groups.computeIfAbsent(valueOf(one, breakdown), value -> new ArrayList<>())
                    .add(one.progress);
        }
        Map<String, List<Integer>> reached = new TreeMap<>();
        groups.forEach((value, group) -> reached.put(value, reached(group)));
        return reached;
    }

    private String valueOf(Counted one, FunnelBreakdown breakdown) {
        int[] taken = Arrays.stream(one.progress.matched()).filter(i -> i >= 0).toArray();
        int touchpoint = switch (rules.cuts().attribution().kind()) {
            case FIRST_TOUCH -> one.progress.entry();
            case LAST_TOUCH -> taken[taken.length - 1];
            case STEP -> one.progress.matched()[rules.cuts().attribution().step() - 1];
            case ALL_STEPS -> throw new IllegalStateException("counted value by value");
        };
        return touchpoint < 0 ? "(not reached)" : one.unit.value(breakdown.columns(), touchpoint);
    }

    private Map<String, List<Integer>> byAllSteps(FunnelBreakdown breakdown) {
        TreeSet<String> values = new TreeSet<>();
        for (AskedUnit unit : units) {
            for (int i = unit.span().from(); i < unit.span().to(); i++) {
                values.add(unit.value(breakdown.columns(), i));
            }
        }
        Map<String, List<Integer>> reached = new TreeMap<>();
        for (String value : values) {
            List<FunnelProgress> progress = units.stream()
                    .flatMap(unit -> FunnelByDefinition.allSteps(unit, breakdown, value).values().stream())
                    .flatMap(unit -> unit.counted().stream())
                    .toList();
            if (!progress.isEmpty()) {
                reached.put(value, reached(progress));
            }
        }
        return reached;
    }
}
