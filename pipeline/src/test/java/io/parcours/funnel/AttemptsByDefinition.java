package io.parcours.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The attempts of a unit, one after the other, each followed instant by instant until it ends.
 *
 * <p>At each instant all chains are written down anew that start at the attempt's start and use touchpoints up to there.
 */
final class AttemptsByDefinition {
    private final List<FunnelExclusion> exclusions;
    /** What lies behind the end of the attempt before. */
    private final DefinedUnit rest;

    private final int start;

    private AttemptsByDefinition(List<FunnelExclusion> exclusions, DefinedUnit rest, int start) {
        this.exclusions = exclusions;
        this.rest = rest;
        this.start = start;
    }

    /**
     * The chains of the attempts that a unit makes under these exclusions, each with the touchpoints that its attempt
     * saw.
     */
    static List<DefinedChain> of(DefinedUnit unit, List<FunnelExclusion> exclusions) {
        List<DefinedChain> attempts = new ArrayList<>();
        DefinedUnit rest = unit;
        while (rest.firstServing(1).isPresent()) {
            int start = rest.firstServing(1).getAsInt();
            DefinedChain attempt = new AttemptsByDefinition(exclusions, rest, start).follow();
            attempts.add(attempt);
            rest = behind(rest, attempt);
        }
        return attempts;
    }

    /** What the next attempt sees: touchpoints behind the last matched one if completed, of later instants if not. */
    private static DefinedUnit behind(DefinedUnit rest, DefinedChain attempt) {
        int last = Arrays.stream(attempt.touchpoints()).max().orElseThrow();
        int[] seen = attempt.unit().touchpoints();
        long end = rest.time(seen[seen.length - 1]);
        return rest.seeing(touchpoint -> attempt.isComplete() ? touchpoint > last : rest.time(touchpoint) > end);
    }

    private DefinedChain follow() {
        long[] instants = Arrays.stream(rest.touchpoints())
                .mapToLong(rest::time)
                .filter(time -> time >= rest.time(start))
                .distinct()
                .toArray();
        for (int i = 0; i < instants.length; i++) {
            DefinedUnit seen = upTo(instants[i]);
            List<DefinedChain> chains = chains(seen);
            List<DefinedChain> unbroken = ExclusionsByDefinition.unbroken(chains, exclusions);
            if (unbroken.stream().anyMatch(DefinedChain::isComplete)) {
                return DefinedChain.best(unbroken);
            }
            long now = instants[i];
            if (chains.stream().allMatch(chain -> isBroken(chain) || isTooLate(chain, now))) {
                return broken(seen, unbroken, LongStream.of(instants).limit(i));
            }
            boolean isLast = i == instants.length - 1;
            long next = isLast ? now : instants[i + 1];
            if (isLast || chains.stream().allMatch(chain -> isBroken(chain) || isTooLate(chain, next))) {
                return DefinedChain.best(unbroken);
            }
        }
        throw new IllegalStateException("an attempt without its own instant");
    }

    /** What had been reached before the instant that broke it is not taken back; having entered never is. */
    private DefinedChain broken(DefinedUnit seen, List<DefinedChain> unbroken, LongStream instantsBefore) {
        List<DefinedChain> before = instantsBefore.max().stream()
                .mapToObj(instant -> ExclusionsByDefinition.unbroken(chains(upTo(instant)), exclusions))
                .flatMap(List::stream)
                .map(chain -> new DefinedChain(seen, chain.matched()))
                .toList();
        List<DefinedChain> reached =
                Stream.concat(before.stream(), unbroken.stream()).toList();
        return reached.isEmpty() ? alone(seen) : DefinedChain.best(reached);
    }

    private DefinedChain alone(DefinedUnit seen) {
        int[] matched = new int[rest.stepCount()];
        Arrays.fill(matched, -1);
        matched[0] = start;
        return new DefinedChain(seen, matched);
    }

    private DefinedUnit upTo(long instant) {
        return rest.seeing(touchpoint -> rest.time(touchpoint) <= instant);
    }

    private List<DefinedChain> chains(DefinedUnit seen) {
        return ChainsByDefinition.of(seen).stream()
                .filter(chain -> chain.first() == start)
                .toList();
    }

    /** Whether no later instant can extend a chain, because of what was seen up to now. */
    private boolean isBroken(DefinedChain chain) {
        return ExclusionsByDefinition.isBroken(chain, exclusions)
                || rest.rules().chains().order() == ChainRules.Order.STRICT && isFollowedByAnother(chain);
    }

    private static boolean isFollowedByAnother(DefinedChain chain) {
        DefinedUnit unit = chain.unit();
        Predicate<Integer> isBehind = unit.hasTiesTogether()
                ? other -> !chain.has(other) && unit.time(other) > unit.time(chain.first())
                : other -> other > chain.last();
        return Arrays.stream(unit.touchpoints()).boxed().anyMatch(isBehind);
    }

    /** Whether a touchpoint at this time comes too late for every step that could go on with a chain. */
    private boolean isTooLate(DefinedChain chain, long time) {
        if (!rest.isInWindow(start, time)) {
            return true;
        }
        for (int step = chain.lastStep() + 1; step <= rest.stepCount(); step++) {
            if (rest.isWithin(step, chain.last(), time)) {
                return false;
            }
            if (!rest.step(step).isOptional()) {
                break;
            }
        }
        return true;
    }
}
