package io.parcours.funnel;

import io.parcours.condition.TouchpointCondition;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A funnel as the map defines it. Counting rules: docs/counting-rules.md.
 *
 * @param name its name in reports, unique in the map
 * @param steps its steps in order, at least one
 * @param unit what enters it; default CUSTOMER
 * @param chains how a unit's touchpoints are matched
 * @param cuts by what its units are told apart in reports
 */
public record FunnelRules(String name, List<FunnelStep> steps, Unit unit, ChainRules chains, FunnelCuts cuts)
        implements Serializable {

    /** How many steps of one funnel may be optional: what is left to choose is kept in the bits of a number. */
    public static final int MOST_OPTIONAL_STEPS = 60;

    /** What enters a funnel. */
    public enum Unit {
        CUSTOMER,
        JOURNEY,
        SESSION
    }

    public FunnelRules {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("funnel " + name + " has no step");
        }
        if (steps.get(0).isOptional() || steps.get(steps.size() - 1).isOptional()) {
            throw new IllegalArgumentException("the first and the last step of funnel " + name + " are not optional");
        }
        if (steps.stream().filter(FunnelStep::isOptional).count() > MOST_OPTIONAL_STEPS) {
            throw new IllegalArgumentException(
                    "funnel " + name + " has more than " + MOST_OPTIONAL_STEPS + " optional steps");
        }
    }

    /** A funnel of customers with every default. */
    public static FunnelRules of(String name, List<FunnelStep> steps) {
        return new FunnelRules(name, steps, Unit.CUSTOMER, ChainRules.DEFAULT, FunnelCuts.DEFAULT);
    }

    public FunnelRules withUnit(Unit newUnit) {
        return new FunnelRules(name, steps, newUnit, chains, cuts);
    }

    public FunnelRules withChains(ChainRules newChains) {
        return new FunnelRules(name, steps, unit, newChains, cuts);
    }

    public FunnelRules withCuts(FunnelCuts newCuts) {
        return new FunnelRules(name, steps, unit, chains, newCuts);
    }

    public Optional<Duration> windowIfAny() {
        return chains.windowIfAny();
    }

    /** Every condition it asks of touchpoints. */
    public Stream<TouchpointCondition> conditions() {
        Stream<TouchpointCondition> ofSteps = steps.stream()
                .flatMap(step -> Stream.concat(Stream.of(step.condition()), step.anyOfItsEvents().stream()));
        return Stream.concat(ofSteps, chains.exclusions().stream().map(FunnelExclusion::condition));
    }
}
