package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.funnel.ChainRules.Entry;
import io.parcours.funnel.ChainRules.Order;
import io.parcours.journey.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tracker against the rules read word by word, on random units of random funnels. */
class FunnelAgainstDefinitionTest {
    private static final int FUNNELS = 1000;
    private static final int UNITS_A_FUNNEL = 20;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsCountedIsWhatTheRulesName(long seed) {
        compare(seed, FunnelAgainstDefinitionTest::tracked);
    }

    private static void compare(long seed, Function<AskedUnit, Map<String, UnitProgress>> tracking) {
        RandomFunnels random = new RandomFunnels(new Random(seed));
        for (int funnel = 0; funnel < FUNNELS; funnel++) {
            FunnelRules rules = random.funnel();
            if (!isTracked(rules)) {
                continue;
            }
            for (int i = 0; i < UNITS_A_FUNNEL; i++) {
                AskedUnit asked = random.unit(rules);
                assertThat(readable(tracking.apply(asked)))
                        .as("seed %d: %s", seed, asked)
                        .isEqualTo(readable(withoutTimesToConvert(FunnelByDefinition.progress(asked))));
            }
        }
    }

    /** Only the rules that the tracker knows so far. */
    private static boolean isTracked(FunnelRules rules) {
        ChainRules chains = rules.chains();
        return chains.order() == Order.ORDERED
                && chains.entry() == Entry.BEST
                && chains.exclusions().isEmpty()
                && chains.hold().isEmpty()
                && rules.steps().stream()
                        .noneMatch(step -> step.isOptional() || step.isFirstEver() || step.within() != null);
    }

    /** The tracker does not tell the time to convert so far. */
    private static Map<String, UnitProgress> withoutTimesToConvert(Map<String, UnitProgress> told) {
        Map<String, UnitProgress> without = new TreeMap<>();
        told.forEach((value, unit) -> without.put(
                value,
                new UnitProgress(
                        unit.firstServing(),
                        unit.counted().stream()
                                .map(progress -> new FunnelProgress(
                                        progress.matched(),
                                        progress.level(),
                                        progress.matureReached(),
                                        progress.outcome(),
                                        progress.entry(),
                                        FunnelProgress.NEVER))
                                .toList())));
        return without;
    }

    private static Map<String, UnitProgress> tracked(AskedUnit asked) {
        FunnelPlan plan = FunnelPlan.of(asked.rules(), asked.index(), asked.dimensions(), asked.asOf());
        ServedFunnels served = new ServedFunnels(List.of(plan));
        served.read(asked.history());
        if (served.size() == 0) {
            return Map.of();
        }
        ServingTouchpoints touchpoints = served.touchpoints(0);
        while (touchpoints.hasMore() && touchpoints.nextIndex() < asked.span().from()) {
            touchpoints.moveTo(new Span(1, touchpoints.nextIndex(), touchpoints.nextIndex() + 1, false));
        }
        if (!touchpoints.hasMore() || touchpoints.nextIndex() >= asked.span().to()) {
            return Map.of();
        }
        touchpoints.moveTo(asked.span());
        return Map.of(
                FunnelByDefinition.NOTHING_HELD,
                new FunnelTracker(plan).track(touchpoints, asked.span().isOpen()));
    }

    /** By held value what was found, in words; nothing of units that no step is served in. */
    static Map<String, String> readable(Map<String, UnitProgress> progress) {
        Map<String, String> readable = new TreeMap<>();
        progress.forEach((value, unit) -> {
            boolean isServed = Arrays.stream(unit.firstServing()).anyMatch(first -> first >= 0);
            if (isServed) {
                readable.put(value, readable(unit));
            }
        });
        return readable;
    }

    private static String readable(UnitProgress unit) {
        StringBuilder text = new StringBuilder("first serving " + Arrays.toString(unit.firstServing()));
        for (FunnelProgress progress : unit.counted()) {
            text.append("%n%s level %d, mature %s, %s, entry %d, to convert %d"
                    .formatted(
                            Arrays.toString(progress.matched()),
                            progress.level(),
                            Arrays.toString(progress.matureReached()),
                            progress.outcome(),
                            progress.entry(),
                            progress.microsToConvert()));
        }
        return text.toString();
    }
}
