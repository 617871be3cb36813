package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.journey.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tracker against the rules read word by word, on random units of random funnels. */
class FunnelAgainstDefinitionTest {
    private static final int FUNNELS = 1000;
    private static final int UNITS_A_FUNNEL = 20;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsCountedIsWhatTheRulesName(long seed) {
        RandomFunnels random = new RandomFunnels(new Random(seed));
        for (int funnel = 0; funnel < FUNNELS; funnel++) {
            compare(random, random.funnel());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theUsualRulesHaveAWalkOfTheirOwn(long seed) {
        RandomFunnels random = new RandomFunnels(new Random(seed));
        for (int funnel = 0; funnel < FUNNELS; funnel++) {
            compare(random, random.plainFunnel());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void chainsWithOneValueInAllStepsAreThoseOfTheTouchpointsWithIt(long seed) {
        RandomFunnels random = new RandomFunnels(new Random(seed));
        FunnelBreakdown breakdown = FunnelBreakdown.of(RandomFunnels.DIMENSION);
        for (int funnel = 0; funnel < FUNNELS; funnel++) {
            FunnelRules drawn = random.funnel();
            FunnelRules rules = drawn.withChains(drawn.chains().withHold(List.of()));
            for (int i = 0; i < UNITS_A_FUNNEL; i++) {
                AskedUnit asked = random.unit(rules);
                Map<String, UnitProgress> expected = new TreeMap<>();
                for (String value : List.of("x", "y", "(none)")) {
                    expected.put(
                            value,
                            FunnelByDefinition.allSteps(asked, breakdown, value).get(FunnelByDefinition.NOTHING_HELD));
                }
                assertThat(readable(trackedByValue(asked, breakdown)))
                        .as("%s", asked)
                        .isEqualTo(readable(expected));
            }
        }
    }

    private static void compare(RandomFunnels random, FunnelRules rules) {
        for (int i = 0; i < UNITS_A_FUNNEL; i++) {
            AskedUnit asked = random.unit(rules);
            assertThat(readable(tracked(asked)))
                    .as("%s", asked)
                    .isEqualTo(readable(FunnelByDefinition.progress(asked)));
        }
    }

    private static Map<String, UnitProgress> trackedByValue(AskedUnit asked, FunnelBreakdown breakdown) {
        FunnelPlan plan = FunnelPlan.of(asked.rules(), asked.index(), asked.dimensions(), asked.asOf());
        TouchpointColumns columns = TouchpointColumns.of(breakdown.columns(), asked.dimensions());
        Map<String, UnitProgress> progress = new TreeMap<>();
        serving(asked, plan)
                .ifPresent(touchpoints -> new FunnelTracker(plan)
                        .trackByValue(touchpoints, asked.span().isOpen(), columns)
                        .forEach(unit -> progress.put(unit.held(), unit)));
        return progress;
    }

    private static Map<String, UnitProgress> tracked(AskedUnit asked) {
        FunnelPlan plan = FunnelPlan.of(asked.rules(), asked.index(), asked.dimensions(), asked.asOf());
        Map<String, UnitProgress> progress = new TreeMap<>();
        serving(asked, plan).ifPresent(touchpoints -> {
            FunnelTracker tracker = new FunnelTracker(plan);
            if (plan.hold().isEmpty()) {
                progress.put(
                        FunnelByDefinition.NOTHING_HELD,
                        tracker.track(touchpoints, asked.span().isOpen()));
            } else {
                tracker.trackHeld(touchpoints, asked.span().isOpen()).forEach(unit -> progress.put(unit.held(), unit));
            }
        });
        return progress;
    }

    private static Optional<ServingTouchpoints> serving(AskedUnit asked, FunnelPlan plan) {
        ServedFunnels served = new ServedFunnels(List.of(plan));
        served.read(asked.history());
        if (served.size() == 0) {
            return Optional.empty();
        }
        ServingTouchpoints touchpoints = served.touchpoints(0);
        while (touchpoints.hasMore() && touchpoints.nextIndex() < asked.span().from()) {
            touchpoints.moveTo(new Span(1, touchpoints.nextIndex(), touchpoints.nextIndex() + 1, false));
        }
        if (!touchpoints.hasMore() || touchpoints.nextIndex() >= asked.span().to()) {
            return Optional.empty();
        }
        touchpoints.moveTo(asked.span());
        return Optional.of(touchpoints);
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
            text.append("%n%s level %d, mature %s, %s, entry %d, converts after %d"
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
