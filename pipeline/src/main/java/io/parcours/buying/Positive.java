package io.parcours.buying;

/** Parameters that must be positive numbers. */
final class Positive {
    private Positive() {}

    static void check(double... parameters) {
        for (double parameter : parameters) {
            if (!(parameter > 0 && parameter < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a parameter is not a positive number: " + parameter);
            }
        }
    }
}
