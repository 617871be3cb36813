package io.parcours.friction;

/**
 * Classes of how many touchpoints a journey had up to a place, that one included: 1, 2, 3 to 4, 5 to 8, 9 to 16, 17 to
 * 32, 33 to 64, more. Longer journeys have more of everything, so only those of one class are compared.
 */
final class LengthClass {
    static final int COUNT = 8;

    private LengthClass() {}

    /** The class of a length, 0 for the first; the length is 1 or more. */
    static int of(int length) {
        return Math.min(COUNT - 1, Integer.SIZE - Integer.numberOfLeadingZeros(length - 1));
    }
}
