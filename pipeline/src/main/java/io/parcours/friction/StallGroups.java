package io.parcours.friction;

import io.parcours.stats.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Who waited long between two events and who did not, where it is known how long is long. */
final class StallGroups {
    /** Fewer gaps of a pair have no median to go by. */
    static final int FEWEST_FOR_MEDIAN = 30;

    private static final int TIMES_MEDIAN = 10;
    private static final double HALF_MICROS = 2e6;

    private final Stalls stalls;
    private final FrictionRules rules;
    private final Map<Integer, List<Integer>> satisfied;

    StallGroups(Stalls stalls, FrictionRules rules) {
        this.stalls = stalls;
        this.rules = rules;
        this.satisfied = stalls.satisfiedAccounts();
    }

    /** A gap of this pair above so many microseconds is a stall; nothing where none is. */
    OptionalLong limit(int pair) {
        if (rules.stallAfterIfGiven().isPresent()) {
            return OptionalLong.of(FrictionPlan.micros(rules.stallAfter()));
        }
        Durations all = stalls.all(pair);
        if (all.count() < FEWEST_FOR_MEDIAN) {
            return OptionalLong.empty();
        }
        // A median of whole microseconds is a whole number of halves.
        long halves = Math.round(all.percentile(0.5).orElseThrow() * HALF_MICROS);
        return halves == 0 ? OptionalLong.empty() : OptionalLong.of(halves * (TIMES_MEDIAN / 2));
    }

    /** The customers judged at a pair. */
    List<Group> groups(int pair, long limit) {
        List<Group> groups = new ArrayList<>();
        for (int lengthClass = 0; lengthClass < LengthClass.COUNT; lengthClass++) {
            for (int fate = 0; fate < Fate.COUNT; fate++) {
                long[] judged = stalls.judged(pair, lengthClass, fate, limit);
                if (judged[0] > 0) {
                    groups.add(new Group(1 << lengthClass, Group.NOT_MET, fate, judged[0]));
                }
                if (judged[1] > 0) {
                    groups.add(new Group(0, lengthClass, fate, judged[1]));
                }
            }
        }
        return groups;
    }

    /** Their satisfaction. */
    SatisfactionLevels satisfaction(int pair, long limit) {
        SatisfactionLevels levels = new SatisfactionLevels();
        satisfied.getOrDefault(pair, List.of()).forEach(account -> stalls.satisfied(account, limit, levels));
        return levels;
    }
}
