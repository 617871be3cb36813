package io.parcours.map;

import io.parcours.funnel.ChainRules.Order;
import io.parcours.funnel.FunnelStep;
import java.util.List;
import java.util.Optional;

/**
 * A funnel's steps as the map gives them, which other keys of the funnel call by name or number.
 *
 * @param order how a chain's steps lie to each other
 * @param steps the steps in order
 * @param isSound whether they were read without a problem. If not, a name that seems unknown may only be misspelled
 *     there, and is not worth a problem too
 */
record GivenSteps(Order order, List<FunnelStep> steps, boolean isSound) {

    GivenSteps {
        steps = List.copyOf(steps);
    }

    boolean isUnordered() {
        return order == Order.UNORDERED;
    }

    /** Whether there is but one step. */
    boolean isAlone() {
        return isSound && steps.size() == 1;
    }

    /** The step of this number, 1 for the first. */
    FunnelStep step(int number) {
        return steps.get(number - 1);
    }

    /** The number of the step that a value names. */
    Optional<Integer> named(MapValue value) {
        return value.text().flatMap(name -> {
            List<String> names = steps.stream().map(FunnelStep::name).toList();
            int index = names.indexOf(name);
            if (index < 0 && isSound) {
                value.refuse("there is no step " + Shown.quoted(name) + Shown.instead(name, names));
            }
            return index < 0 ? Optional.empty() : Optional.of(index + 1);
        });
    }

    /** The number of the step that a value names or counts. */
    Optional<Integer> namedOrNumbered(MapValue value) {
        if (!value.isNumber()) {
            return named(value);
        }
        return value.wholeNumber()
                .filter(number -> isSound
                        && value.check(
                                number >= 1 && number <= steps.size(),
                                "there is no step " + number + " (legal: 1 to " + steps.size() + ", or a step's name)"))
                .map(Long::intValue);
    }
}
