package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.funnel.ChainRules.Entry;
import io.parcours.funnel.ChainRules.Order;
import io.parcours.funnel.ChainRules.Ties;
import io.parcours.funnel.FunnelProgress.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold of the rules read word by word, so that the reading itself can be trusted. */
class DefinitionLawsTest {
    private static final int FUNNELS = 600;
    private static final int UNITS_A_FUNNEL = 10;

    @Test
    void everyRuleAndOutcomeIsDrawn() {
        Set<String> seen = new TreeSet<>();
        forEachUnit((asked, progress) -> {
            ChainRules chains = asked.rules().chains();
            String kind = chains.order() + " " + chains.entry() + " " + chains.ties();
            progress.values().forEach(unit -> unit.counted().forEach(one -> seen.add(kind + " " + one.outcome())));
        });

        // Two orders with three entries and two ties, and the unordered one, in three outcomes each.
        assertThat(seen).hasSize((2 * 3 * 2 + 1) * 3);
    }

    @Test
    void aChainServesItsStepsWithDifferentTouchpointsInsideTheWindow() {
        forEachCounted((asked, progress) -> {
            int[] taken = taken(progress);
            assertThat(taken).as(asked.toString()).doesNotHaveDuplicates();
            assertThat(progress.isReached(progress.level())).isTrue();
            long first = asked.history().occurredAt(taken[0]);
            long last = asked.history().occurredAt(taken[taken.length - 1]);
            assertThat(last - first)
                    .isBetween(
                            0L,
                            asked.rules()
                                    .windowIfAny()
                                    .map(window -> window.toNanos() / 1000)
                                    .orElse(Long.MAX_VALUE));
            assertThat(progress.outcome() == Outcome.CONVERTED)
                    .as(asked.toString())
                    .isEqualTo(progress.level() == asked.rules().steps().size());
        });
    }

    @Test
    void matureEntriesReachNoMoreThanAll() {
        forEachCounted((asked, progress) -> {
            int mature = IntStream.rangeClosed(1, asked.rules().steps().size())
                    .filter(progress::isMatureReached)
                    .filter(step -> !asked.rules().steps().get(step - 1).isOptional())
                    .max()
                    .orElse(0);
            assertThat(mature).as(asked.toString()).isLessThanOrEqualTo(progress.level());
        });
    }

    @Test
    void aTimeToConvertIsOneOfAConvertedUnit() {
        forEachCounted((asked, progress) -> {
            if (progress.microsToConvert() != FunnelProgress.NEVER) {
                assertThat(progress.outcome()).as(asked.toString()).isEqualTo(Outcome.CONVERTED);
            }
        });
    }

    @Test
    void looserRulesReachNoLess() {
        List<UnaryOperator<ChainRules>> looser = List.of(
                chains -> chains.withTies(Ties.TOGETHER),
                chains -> chains.withOrder(Order.ORDERED),
                chains -> chains.withEntry(Entry.BEST),
                chains -> chains.withWindow(null),
                chains -> chains.withExclusions(List.of()),
                // Without hold the first touchpoint of step 1 may be another one.
                chains -> chains.withHold(List.of()).withEntry(Entry.BEST));
        forEachUnit((asked, progress) -> {
            ChainRules chains = asked.rules().chains();
            if (chains.order() == Order.UNORDERED) {
                return;
            }
            for (UnaryOperator<ChainRules> looseness : looser) {
                // Exclusions are no looser where the window is longer, and scope unit looks at other chains.
                ChainRules plain = chains.withExclusions(List.of()).withEntry(withoutAttempts(chains.entry()));
                int level = level(asked, plain);
                assertThat(level(asked, looseness.apply(plain)))
                        .as(asked.toString())
                        .isGreaterThanOrEqualTo(level);
                assertThat(level(progress))
                        .as(asked.toString())
                        .isLessThanOrEqualTo(level(asked, plain.withEntry(Entry.BEST)));
            }
        });
    }

    @Test
    void allStepsIsHoldWhereNoValueIsMissing() {
        forEachUnit((asked, progress) -> {
            FunnelBreakdown breakdown = FunnelBreakdown.of(RandomFunnels.DIMENSION);
            if (asked.rules().chains().hold().isEmpty()) {
                return;
            }
            AskedUnit free = with(asked, asked.rules().chains().withHold(List.of()));
            for (String value : List.of("x", "y")) {
                Map<String, UnitProgress> held = new TreeMap<>(progress);
                held.keySet().retainAll(Set.of(value));
                Map<String, UnitProgress> allSteps = FunnelByDefinition.allSteps(free, breakdown, value);
                assertThat(FunnelAgainstDefinitionTest.readable(allSteps).values())
                        .as(asked.toString())
                        .containsExactlyElementsOf(
                                FunnelAgainstDefinitionTest.readable(held).values());
            }
        });
    }

    @Test
    void attemptsDoNotShareTouchpoints() {
        forEachUnit((asked, progress) -> progress.values().forEach(unit -> {
            List<Integer> taken = new ArrayList<>();
            unit.counted().forEach(one -> Arrays.stream(taken(one)).forEach(taken::add));
            assertThat(taken).as(asked.toString()).doesNotHaveDuplicates();
        }));
    }

    private static Entry withoutAttempts(Entry entry) {
        return entry == Entry.EVERY ? Entry.BEST : entry;
    }

    private static AskedUnit with(AskedUnit asked, ChainRules chains) {
        return new AskedUnit(
                asked.rules().withChains(chains),
                asked.index(),
                asked.dimensions(),
                asked.asOf(),
                asked.history(),
                asked.span());
    }

    private static int level(AskedUnit asked, ChainRules chains) {
        return level(FunnelByDefinition.progress(with(asked, chains)));
    }

    private static int level(Map<String, UnitProgress> progress) {
        return progress.values().stream()
                .flatMap(unit -> unit.counted().stream())
                .mapToInt(FunnelProgress::level)
                .max()
                .orElse(0);
    }

    private static int[] taken(FunnelProgress progress) {
        return Arrays.stream(progress.matched()).filter(i -> i >= 0).toArray();
    }

    private static void forEachCounted(BiConsumer<AskedUnit, FunnelProgress> check) {
        forEachUnit((asked, progress) ->
                progress.values().forEach(unit -> unit.counted().forEach(one -> check.accept(asked, one))));
    }

    private static void forEachUnit(BiConsumer<AskedUnit, Map<String, UnitProgress>> check) {
        RandomFunnels random = new RandomFunnels(new Random(11));
        for (int funnel = 0; funnel < FUNNELS; funnel++) {
            FunnelRules rules = random.funnel();
            for (int i = 0; i < UNITS_A_FUNNEL; i++) {
                AskedUnit asked = random.unit(rules);
                check.accept(asked, FunnelByDefinition.progress(asked));
            }
        }
    }
}
