package io.parcours.attribution;

import io.parcours.condition.TouchpointCondition;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How conversions and their value are credited to the touchpoints before them.
 *
 * @param by what is credited: {@code channel}, {@code event} (the touchpoint), dimensions, {@code segment}; default the
 *     channel
 * @param touches which touchpoints may be credited; null: all but conversions and surveys
 * @param models the models, in the report's order; default all
 * @param lookback a touchpoint at most this much before the conversion counts, both ends included; null: no limit.
 *     Default 30 days
 * @param transform what becomes of repeats in a path; default COLLAPSED
 * @param serves whether a touchpoint counts for the next conversion only, or for every one in its lookback; default
 *     EVERY_CONVERSION
 * @param firstShare what the model position gives to the first touchpoint; default 0.4
 * @param lastShare what it gives to the last; default 0.4
 * @param halfLife the model time_decay halves the credit with every such time before the conversion; default 7 days
 * @param markovOrder how many touchpoints a state of the model markov remembers, 1 to 3; default 1
 * @param replicates how often customers are drawn anew for intervals, 0 for no intervals; default 200
 * @param seed what the drawing begins with; default 1
 * @param costs where the costs lie; null: none
 */
public record AttributionRules(
        List<String> by,
        TouchpointCondition touches,
        List<Model> models,
        Duration lookback,
        Transform transform,
        Serves serves,
        double firstShare,
        double lastShare,
        Duration halfLife,
        int markovOrder,
        int replicates,
        long seed,
        CostRules costs)
        implements Serializable {

    private static final Duration SHORTEST = Duration.ofNanos(1_000);

    public static final AttributionRules DEFAULT = new AttributionRules(
            List.of("channel"),
            null,
            List.of(Model.values()),
            Duration.ofDays(30),
            Transform.COLLAPSED,
            Serves.EVERY_CONVERSION,
            0.4,
            0.4,
            Duration.ofDays(7),
            1,
            200,
            1,
            null);

    /** How credit is given. */
    public enum Model {
        FIRST,
        LAST,
        LINEAR,
        POSITION,
        TIME_DECAY,
        MARKOV,
        SHAPLEY
    }

    /** What becomes of repeats in a path. */
    public enum Transform {
        AS_IS,
        /** Neighbours alike count once. */
        COLLAPSED,
        /** All alike count once, in the place of the first. */
        FIRST_OCCURRENCES
    }

    /** For which conversions a touchpoint counts. */
    public enum Serves {
        NEXT_CONVERSION,
        EVERY_CONVERSION
    }

    public AttributionRules {
        by = List.copyOf(by);
        models = List.copyOf(models);
        if (markovOrder < 1 || markovOrder > 3) {
            throw new IllegalArgumentException("a Markov model remembers 1 to 3 touchpoints");
        }
        if (!(firstShare >= 0 && lastShare >= 0 && firstShare + lastShare <= 1)) {
            throw new IllegalArgumentException("the shares of the first and the last are parts of one");
        }
        if (by.isEmpty() || models.isEmpty()) {
            throw new IllegalArgumentException("something is credited by some model");
        }
        if (Set.copyOf(by).size() < by.size() || Set.copyOf(models).size() < models.size()) {
            throw new IllegalArgumentException("nothing is credited twice");
        }
        if (halfLife.compareTo(SHORTEST) < 0 || lookback != null && lookback.isNegative()) {
            throw new IllegalArgumentException("a half-life is a microsecond or more, a lookback nothing or more");
        }
        if (replicates < 0) {
            throw new IllegalArgumentException("customers are drawn anew no or some times");
        }
    }

    /** The same rules with other costs. */
    public AttributionRules withCosts(CostRules other) {
        return new AttributionRules(
                by,
                touches,
                models,
                lookback,
                transform,
                serves,
                firstShare,
                lastShare,
                halfLife,
                markovOrder,
                replicates,
                seed,
                other);
    }

    public Optional<TouchpointCondition> touchesIfGiven() {
        return Optional.ofNullable(touches);
    }

    public Optional<Duration> lookbackIfAny() {
        return Optional.ofNullable(lookback);
    }

    public Optional<CostRules> costsIfGiven() {
        return Optional.ofNullable(costs);
    }
}
