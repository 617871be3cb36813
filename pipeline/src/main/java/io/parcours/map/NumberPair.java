package io.parcours.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two numbers that belong together.
 *
 * @param first the first
 * @param second the second
 */
record NumberPair(double first, double second) {

    /**
     * Reads a list of two finite numbers.
     *
     * @param wanted what they are, such as {@code the lowest and the highest score}
     */
    static Optional<NumberPair> read(MapValue value, String wanted) {
        List<MapValue> items = value.items();
        if (items.size() != 2) {
            value.check(!value.isList(), "wants two numbers, " + wanted);
            return Optional.empty();
        }
        List<Double> numbers = new ArrayList<>();
        for (MapValue item : items) {
            item.number()
                    .filter(number -> item.check(Double.isFinite(number), "is too large a number"))
                    .ifPresent(numbers::add);
        }
        // Adding zero makes 0 of -0, which is written in the same way.
        return numbers.size() == 2
                ? Optional.of(new NumberPair(numbers.get(0) + 0.0, numbers.get(1) + 0.0))
                : Optional.empty();
    }
}
