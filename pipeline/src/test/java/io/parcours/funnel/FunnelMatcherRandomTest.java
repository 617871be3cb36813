package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.condition.TouchpointCondition;
import io.parcours.funnel.FunnelProgress.Outcome;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast matcher against the rules read word by word, on random histories of up to 12 touchpoints. */
class FunnelMatcherRandomTest {
    private static final int HISTORIES_A_FUNNEL = 50;
    private static final List<String> EVENTS = List.of("A", "B", "C", "D");
    private static final long MICROS_A_MINUTE = 60_000_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theChainThatCountsIsTheOneTheRulesName(long seed) {
        Random random = new Random(seed);
        for (int funnel = 0; funnel < 750; funnel++) {
            checkFunnel(random);
        }
    }

    private static void checkFunnel(Random random) {
        List<FunnelStep> steps = randomSteps(random);
        ConditionIndex index =
                new ConditionIndex(steps.stream().map(FunnelStep::condition).toList());
        int window = random.nextInt(8);
        FunnelRules rules = FunnelRules.of("random", steps)
                .withChains(ChainRules.DEFAULT
                        .withWindow(window == 7 ? null : Duration.ofMinutes(window))
                        .withTies(random.nextBoolean() ? ChainRules.Ties.TOGETHER : ChainRules.Ties.STRICT));
        AsOf asOf = Histories.asOfMinute(12);
        HistoryBuilder builder = new HistoryBuilder(Histories.rules(), index, asOf);
        FunnelPlan plan = FunnelPlan.of(rules, index, List.of(), asOf);
        for (int i = 0; i < HISTORIES_A_FUNNEL; i++) {
            checkHistory(builder.build(randomTouchpoints(random)), rules, asOf, plan);
        }
    }

    private static void checkHistory(CustomerHistory history, FunnelRules rules, AsOf asOf, FunnelPlan plan) {
        int stepCount = rules.steps().size();
        long[] times = IntStream.range(0, history.size())
                .mapToLong(history::occurredAt)
                .toArray();
        boolean[][] serves = serves(history, rules);
        long window = rules.windowIfAny()
                .map(limit -> limit.toMinutes() * MICROS_A_MINUTE)
                .orElse(Long.MAX_VALUE);
        long lastMature = rules.windowIfAny().isPresent() ? asOf.micros() - window : Long.MIN_VALUE;
        int[] expected = ChainByDefinition.find(
                times, serves, stepCount, window, rules.chains().ties(), Long.MAX_VALUE);
        int[] mature = ChainByDefinition.find(
                times, serves, stepCount, window, rules.chains().ties(), lastMature);

        LetterProgress progress = LetterFunnel.track(plan, history)
                .orElse(new LetterProgress(new UnitProgress(null, noneServing(stepCount), List.of())));

        Supplier<String> what = () -> describe(history, rules);
        assertThat(progress.matched()).as(what).isEqualTo(expected);
        assertThat(progress.matureLevel()).as(what).isEqualTo(mature.length);
        assertThat(progress.firstServing()).as(what).isEqualTo(firstServing(serves, stepCount));
        assertThat(progress.outcome()).as(what).isEqualTo(outcome(expected.length, times, serves, rules, lastMature));
    }

    private static Outcome outcome(int level, long[] times, boolean[][] serves, FunnelRules rules, long lastMature) {
        if (level == 0) {
            return Outcome.NOT_ENTERED;
        }
        if (level == rules.steps().size()) {
            return Outcome.CONVERTED;
        }
        boolean anyImmature = rules.windowIfAny().isPresent()
                && IntStream.range(0, times.length).anyMatch(i -> serves[i][0] && times[i] > lastMature);
        return anyImmature ? Outcome.IN_PROGRESS : Outcome.DROPPED;
    }

    private static int[] noneServing(int stepCount) {
        return IntStream.generate(() -> -1).limit(stepCount).toArray();
    }

    private static int[] firstServing(boolean[][] serves, int stepCount) {
        return IntStream.range(0, stepCount)
                .map(step -> IntStream.range(0, serves.length)
                        .filter(i -> serves[i][step])
                        .findFirst()
                        .orElse(-1))
                .toArray();
    }

    private static boolean[][] serves(CustomerHistory history, FunnelRules rules) {
        boolean[][] serves = new boolean[history.size()][rules.steps().size()];
        for (int i = 0; i < serves.length; i++) {
            for (int step = 0; step < serves[i].length; step++) {
                serves[i][step] = rules.steps().get(step).condition().events().contains(history.event(i));
            }
        }
        return serves;
    }

    /** One to five steps of one to three events each, so that a touchpoint often serves several. */
    private static List<FunnelStep> randomSteps(Random random) {
        List<FunnelStep> steps = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        int width = 1 + random.nextInt(3);
        for (int step = 1; step <= count; step++) {
            String[] events = IntStream.rangeClosed(1, 1 + random.nextInt(width))
                    .mapToObj(i -> EVENTS.get(random.nextInt(EVENTS.size())))
                    .toArray(String[]::new);
            steps.add(new FunnelStep("step " + step, TouchpointCondition.ofEvents(events)));
        }
        return steps;
    }

    /** Up to 12 touchpoints in up to 12 minutes, often several in one. */
    private static List<Touchpoint> randomTouchpoints(Random random) {
        int size = 1 + random.nextInt(random.nextInt(20) == 0 ? 12 : 8);
        int minutes = 1 + random.nextInt(12);
        long[] times = random.ints(size, 0, minutes)
                .sorted()
                .mapToLong(minute -> Histories.asOfMinute(minute).micros())
                .toArray();
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String event = EVENTS.get(random.nextInt(EVENTS.size()));
            touchpoints.add(
                    new Touchpoint("c", times[i], "%06d".formatted(i), event, null, Double.NaN, List.of(), "random"));
        }
        return touchpoints;
    }

    private static String describe(CustomerHistory history, FunnelRules rules) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < history.size(); i++) {
            long minute = (history.occurredAt(i) - Histories.asOfMinute(0).micros()) / MICROS_A_MINUTE;
            text.append(history.event(i)).append(minute).append(' ');
        }
        return text + "on " + rules;
    }
}
