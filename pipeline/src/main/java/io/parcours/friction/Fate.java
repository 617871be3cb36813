package io.parcours.friction;

/**
 * What became of a journey that is over and of its customer, as a small number.
 *
 * <p>Converted: a touchpoint of the journey converts. Churned: as of as_of the customer has been without activity for
 * longer than {@code inactive_after}; known where the journey ended longer ago than that and the customer had activity.
 */
final class Fate {
    static final int COUNT = 6;

    /** Whether the customer churned. */
    enum Churn {
        UNKNOWN,
        STAYED,
        CHURNED
    }

    private static final Churn[] CHURNS = Churn.values();

    private Fate() {}

    static int converted(Churn churn) {
        return CHURNS.length + churn.ordinal();
    }

    static int dropped(Churn churn) {
        return churn.ordinal();
    }

    static boolean isConverted(int fate) {
        return fate >= CHURNS.length;
    }

    static boolean isChurnKnown(int fate) {
        return churn(fate) != Churn.UNKNOWN;
    }

    static boolean isChurned(int fate) {
        return churn(fate) == Churn.CHURNED;
    }

    private static Churn churn(int fate) {
        return CHURNS[fate % CHURNS.length];
    }
}
