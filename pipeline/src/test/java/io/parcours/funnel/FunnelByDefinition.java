package io.parcours.funnel;

import io.parcours.funnel.FunnelExclusion.Scope;
import io.parcours.funnel.FunnelProgress.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * The counting rules of docs/counting-rules.md read word by word: every chain there is, and which of them counts. Slow
 * without bounds, and only for tests.
 */
final class FunnelByDefinition {
    /** The key of a unit's progress where the funnel holds nothing. */
    static final String NOTHING_HELD = "";

    private final AskedUnit asked;
    private final DefinedUnit unit;
    private final boolean isOut;

    private FunnelByDefinition(AskedUnit asked, DefinedUnit unit) {
        this.asked = asked;
        this.unit = unit;
        this.isOut = asked.rules().steps().stream()
                .filter(FunnelStep::isFirstEver)
                .anyMatch(step -> isMissedByTheFirst(asked, step));
    }

    /** The progress of a unit by held value; where nothing is held, the one of {@link #NOTHING_HELD}. */
    static Map<String, UnitProgress> progress(AskedUnit asked) {
        return progress(asked, touchpoint -> true);
    }

    /** The same of the chains whose touchpoints all have this value in a breakdown, as {@code all_steps} counts it. */
    static Map<String, UnitProgress> allSteps(AskedUnit asked, FunnelBreakdown breakdown, String value) {
        return progress(
                asked,
                touchpoint -> asked.value(breakdown.columns(), touchpoint).equals(value));
    }

    private static Map<String, UnitProgress> progress(AskedUnit asked, IntPredicate mayServe) {
        DefinedUnit unit = DefinedUnit.of(asked).servedOnlyBy(mayServe);
        List<String> hold = asked.rules().chains().hold();
        Map<String, UnitProgress> progress = new TreeMap<>();
        if (hold.isEmpty()) {
            progress.put(NOTHING_HELD, new FunnelByDefinition(asked, unit).progress());
            return progress;
        }
        TreeSet<String> values = new TreeSet<>();
        Arrays.stream(unit.touchpoints())
                .filter(unit::servesAny)
                .mapToObj(touchpoint -> asked.valueOrNull(hold, touchpoint))
                .filter(value -> value != null)
                .forEach(values::add);
        for (String value : values) {
            DefinedUnit held = unit.servedOnlyBy(
                    touchpoint -> mayServe.test(touchpoint) && value.equals(asked.valueOrNull(hold, touchpoint)));
            progress.put(value, new FunnelByDefinition(asked, held).progress());
        }
        return progress;
    }

    private static boolean isMissedByTheFirst(AskedUnit asked, FunnelStep step) {
        return IntStream.range(asked.span().from(), asked.span().to())
                .filter(i -> step.condition().events().contains(asked.history().event(i)))
                .limit(1)
                .anyMatch(i -> !asked.history().match(i).holds(asked.index().numberOf(step.condition())));
    }

    private UnitProgress progress() {
        return new UnitProgress(null, firstServing(), isOut ? List.of() : counted());
    }

    private int[] firstServing() {
        return unit.isUnordered()
                ? firstServingAny()
                : IntStream.rangeClosed(1, unit.stepCount())
                        .map(step -> unit.firstServing(step).orElse(-1))
                        .toArray();
    }

    /** Where k touchpoints can serve k steps at any time, the first touchpoint that serves any step. */
    private int[] firstServingAny() {
        DefinedUnit atAnyTime = unit.withoutWindow();
        int level = ChainsByDefinition.of(atAnyTime).stream()
                .mapToInt(DefinedChain::level)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(1, unit.stepCount())
                .map(step -> step <= level ? firstEntry() : -1)
                .toArray();
    }

    private List<FunnelProgress> counted() {
        if (asked.rules().chains().entry() == ChainRules.Entry.EVERY) {
            boolean isBroken = AttemptsByDefinition.of(unit, List.of()).stream()
                    .anyMatch(attempt -> ExclusionsByDefinition.isBroken(attempt, exclusions(Scope.UNIT)));
            return isBroken
                    ? List.of()
                    : AttemptsByDefinition.of(unit, exclusions(Scope.ATTEMPT)).stream()
                            .map(this::ofAttempt)
                            .toList();
        }
        List<DefinedChain> chains = chains();
        List<DefinedChain> counting = counting(chains);
        return counting.stream().map(chain -> ofUnit(chain, chains)).toList();
    }

    /** The chains that the way of entry looks at. */
    private List<DefinedChain> chains() {
        List<DefinedChain> chains = ChainsByDefinition.of(unit);
        return asked.rules().chains().entry() == ChainRules.Entry.FIRST
                ? chains.stream().filter(chain -> chain.first() == firstEntry()).toList()
                : chains;
    }

    /** The chain that counts among these, none where all are broken or the unit leaves the funnel. */
    private List<DefinedChain> counting(List<DefinedChain> chains) {
        List<DefinedChain> unbroken = ExclusionsByDefinition.unbroken(chains, exclusions(Scope.ATTEMPT));
        boolean isOutside = unbroken.isEmpty()
                || ExclusionsByDefinition.isBroken(DefinedChain.best(chains), exclusions(Scope.UNIT));
        return isOutside ? List.of() : List.of(DefinedChain.best(unbroken));
    }

    private List<FunnelExclusion> exclusions(Scope scope) {
        return asked.rules().chains().exclusions().stream()
                .filter(exclusion -> exclusion.scope() == scope)
                .toList();
    }

    private FunnelProgress ofUnit(DefinedChain chain, List<DefinedChain> chains) {
        List<DefinedChain> mature = counting(
                chains.stream().filter(other -> isMature(other.first())).toList());
        boolean isAnyImmature =
                Arrays.stream(unit.touchpoints()).filter(this::isEntry).anyMatch(this::isImmature);
        return new FunnelProgress(
                chain.matched(),
                chain.level(),
                mature.isEmpty() ? new boolean[unit.stepCount()] : reached(mature.get(0)),
                outcome(chain, isAnyImmature),
                firstEntry(),
                microsToConvert(chains));
    }

    private FunnelProgress ofAttempt(DefinedChain attempt) {
        return new FunnelProgress(
                attempt.matched(),
                attempt.level(),
                isMature(attempt.first()) ? reached(attempt) : new boolean[unit.stepCount()],
                outcome(attempt, isImmature(attempt.first())),
                attempt.first(),
                attempt.isComplete() ? unit.time(attempt.last()) - unit.time(attempt.first()) : FunnelProgress.NEVER);
    }

    private static boolean[] reached(DefinedChain chain) {
        boolean[] reached = new boolean[chain.matched().length];
        for (int step = 1; step <= reached.length; step++) {
            reached[step - 1] = chain.reaches(step);
        }
        return reached;
    }

    private Outcome outcome(DefinedChain chain, boolean isAnyEntryImmature) {
        if (chain.isComplete()) {
            return Outcome.CONVERTED;
        }
        return isAnyEntryImmature || asked.span().isOpen() ? Outcome.IN_PROGRESS : Outcome.DROPPED;
    }

    /** From the first entry to the earliest end of an unbroken chain that starts there and reaches the last step. */
    private long microsToConvert(List<DefinedChain> chains) {
        return ExclusionsByDefinition.unbroken(chains, exclusions(Scope.ATTEMPT)).stream()
                .filter(chain -> chain.first() == firstEntry() && chain.isComplete())
                .mapToLong(chain -> unit.time(chain.last()) - unit.time(firstEntry()))
                .min()
                .orElse(FunnelProgress.NEVER);
    }

    private boolean isEntry(int touchpoint) {
        return switch (asked.rules().chains().order()) {
            case UNORDERED -> unit.servesAny(touchpoint);
            case ORDERED, STRICT ->
                asked.rules().chains().entry() == ChainRules.Entry.FIRST
                        ? touchpoint == unit.firstServing(1).orElseThrow()
                        : unit.serves(touchpoint, 1);
        };
    }

    private int firstEntry() {
        return Arrays.stream(unit.touchpoints())
                .filter(this::isEntry)
                .findFirst()
                .orElseThrow();
    }

    private boolean isMature(int entry) {
        return isEntryAt(entry, time -> time <= asked.asOf().micros());
    }

    private boolean isImmature(int entry) {
        return isEntryAt(entry, time -> time > asked.asOf().micros());
    }

    /** Whether the end of an entry's window is such; never without a window. */
    private boolean isEntryAt(int entry, LongPredicate isSuch) {
        return asked.rules()
                .windowIfAny()
                .map(window -> isSuch.test(unit.time(entry) + window.toNanos() / 1000))
                .orElse(false);
    }
}
