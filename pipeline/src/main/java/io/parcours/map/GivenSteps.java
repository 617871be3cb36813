package io.parcours.map;

import io.parcours.funnel.ChainRules.Order;
import io.parcours.funnel.FunnelStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A funnel's steps as the map gives them, which other keys of the funnel call by name or number. */
final class GivenSteps {
    private final Order order;
    private final List<FunnelStep> steps;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    /** If not, a name that seems unknown may only be misspelled among the steps, and is not worth a problem too. */
    private final boolean isSound;

    /**
     * @param order how a chain's steps lie to each other
     * @param steps the steps in order
     * @param isSound whether they were read without a problem
     */
    GivenSteps(Order order, List<FunnelStep> steps, boolean isSound) {
        this.order = order;
        this.steps = List.copyOf(steps);
        this.isSound = isSound;
        for (int i = 0; i < steps.size(); i++) {
            numbers.put(steps.get(i).name(), i + 1);
        }
    }

    Order order() {
        return order;
    }

    List<FunnelStep> steps() {
        return steps;
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
            Optional<Integer> number = Optional.ofNullable(numbers.get(name));
            if (number.isEmpty() && isSound) {
                value.refuse("there is no step " + Shown.quoted(name) + Shown.instead(name, numbers.keySet()));
            }
            return number;
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
