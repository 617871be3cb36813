package io.parcours.funnel;

import io.parcours.condition.TouchpointCondition;
import io.parcours.funnel.ChainRules.Entry;
import io.parcours.funnel.ChainRules.Order;
import io.parcours.funnel.ChainRules.Ties;
import io.parcours.funnel.FunnelExclusion.Scope;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.Span;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws funnels from every legal combination of rules, and units for them. */
final class RandomFunnels {
    /** The one dimension of the histories. */
    static final String DIMENSION = "browser";

    private static final List<String> STEP_EVENTS = List.of("A", "B", "C", "D");
    /** X serves no step. */
    private static final List<String> EVENTS = List.of("A", "B", "C", "D", "X");

    private final Random random;

    RandomFunnels(Random random) {
        this.random = random;
    }

    /** A funnel of up to five steps. */
    FunnelRules funnel() {
        Order order = oneOf(Order.values());
        List<FunnelStep> steps = steps(order);
        boolean isUnordered = order == Order.UNORDERED;
        ChainRules chains = new ChainRules(
                order,
                isUnordered ? Entry.BEST : oneOf(Entry.values()),
                isUnordered ? Ties.TOGETHER : oneOf(Ties.values()),
                random.nextInt(4) == 0 ? null : Duration.ofMinutes(random.nextInt(9)),
                exclusions(order, steps),
                random.nextInt(4) == 0 ? List.of(DIMENSION) : List.of());
        return FunnelRules.of("random", steps)
                .withUnit(oneOf(FunnelRules.Unit.values()))
                .withChains(chains);
    }

    /** A funnel of up to five steps with a window and ties, and every other rule at its default. */
    FunnelRules plainFunnel() {
        ChainRules chains = ChainRules.DEFAULT
                .withWindow(random.nextInt(8) == 0 ? null : Duration.ofMinutes(random.nextInt(7)))
                .withTies(oneOf(Ties.values()));
        List<FunnelStep> steps = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        int width = 1 + random.nextInt(3);
        for (int number = 1; number <= count; number++) {
            steps.add(new FunnelStep("step " + number, condition(width)));
        }
        return FunnelRules.of("random", steps).withChains(chains);
    }

    /** A unit of that funnel: up to 12 touchpoints in up to 12 minutes, often several in one. */
    AskedUnit unit(FunnelRules rules) {
        ConditionIndex index = new ConditionIndex(rules.conditions().toList());
        AsOf asOf = Histories.asOfMinute(12);
        List<Touchpoint> touchpoints = touchpoints();
        boolean isOpen = rules.unit() != FunnelRules.Unit.CUSTOMER && random.nextInt(4) == 0;
        return new AskedUnit(
                rules,
                index,
                List.of(DIMENSION),
                asOf,
                new HistoryBuilder(Histories.rules(), index, asOf).build(touchpoints),
                span(rules, touchpoints.size(), isOpen));
    }

    /** A session or journey may be any part of the history. */
    private Span span(FunnelRules rules, int size, boolean isOpen) {
        if (rules.unit() == FunnelRules.Unit.CUSTOMER || random.nextInt(3) > 0) {
            return new Span(1, 0, size, isOpen);
        }
        int from = random.nextInt(size);
        return new Span(1, from, from + 1 + random.nextInt(size - from), isOpen);
    }

    private List<FunnelStep> steps(Order order) {
        List<FunnelStep> steps = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        int width = 1 + random.nextInt(3);
        boolean hasOptional = order != Order.UNORDERED && random.nextInt(3) == 0;
        boolean hasWithin = order != Order.UNORDERED && random.nextInt(4) == 0;
        boolean hasFirstEver = random.nextInt(5) == 0;
        for (int number = 1; number <= count; number++) {
            FunnelStep step = new FunnelStep("step " + number, condition(width));
            boolean isInner = number > 1 && number < count;
            step = isInner && hasOptional && random.nextBoolean() ? step.optional() : step;
            step = number > 1 && hasWithin && random.nextBoolean()
                    ? step.withWithin(Duration.ofMinutes(random.nextInt(6)))
                    : step;
            steps.add(hasFirstEver && random.nextInt(3) == 0 ? step.firstEver() : step);
        }
        return steps;
    }

    private TouchpointCondition condition(int width) {
        List<String> events = IntStream.rangeClosed(1, 1 + random.nextInt(width))
                .mapToObj(i -> STEP_EVENTS.get(random.nextInt(STEP_EVENTS.size())))
                .toList();
        return new TouchpointCondition(events, random.nextInt(6) == 0 ? List.of("web") : List.of(), null, null);
    }

    private List<FunnelExclusion> exclusions(Order order, List<FunnelStep> steps) {
        List<FunnelExclusion> exclusions = new ArrayList<>();
        int count = random.nextBoolean() ? 0 : 1 + random.nextInt(2);
        int[] required = IntStream.rangeClosed(1, steps.size())
                .filter(step -> !steps.get(step - 1).isOptional())
                .toArray();
        while (exclusions.size() < count) {
            TouchpointCondition condition =
                    TouchpointCondition.ofEvents(EVENTS.get(random.nextInt(3) > 0 ? 4 : random.nextInt(4)));
            boolean isBetween = order != Order.UNORDERED && required.length > 1 && random.nextBoolean();
            Scope scope = oneOf(Scope.values());
            exclusions.add(
                    isBetween ? between(condition, required, scope) : FunnelExclusion.everywhere(condition, scope));
        }
        return exclusions;
    }

    private FunnelExclusion between(TouchpointCondition condition, int[] required, Scope scope) {
        int from = random.nextInt(required.length - 1);
        int to = from + 1 + random.nextInt(required.length - 1 - from);
        return new FunnelExclusion(condition, required[from], required[to], scope);
    }

    private List<Touchpoint> touchpoints() {
        int size = 1 + random.nextInt(random.nextInt(20) == 0 ? 12 : 8);
        long[] times = random.ints(size, 0, 1 + random.nextInt(12))
                .sorted()
                .mapToLong(minute -> Histories.asOfMinute(minute).micros())
                .toArray();
        int commonness = 1 + random.nextInt(6);
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String event = random.nextInt(commonness) == 0
                    ? EVENTS.get(random.nextInt(EVENTS.size()))
                    : STEP_EVENTS.get(random.nextInt(STEP_EVENTS.size()));
            String channel = random.nextBoolean() ? "web" : null;
            List<String> dimension = Arrays.asList(oneOf("x", "x", "y", null));
            touchpoints.add(new Touchpoint(
                    "c", times[i], "%06d".formatted(i), event, channel, Double.NaN, dimension, "random"));
        }
        return touchpoints;
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}
