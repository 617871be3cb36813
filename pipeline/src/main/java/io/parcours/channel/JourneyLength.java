package io.parcours.channel;

/** How many touchpoints journeys have: the strata in which classes are compared, and all of them together. */
enum JourneyLength {
    ALL("all", Integer.MAX_VALUE),
    ONE("1", 1),
    TWO("2", 2),
    TO_FOUR("3-4", 4),
    TO_EIGHT("5-8", 8),
    TO_SIXTEEN("9-16", 16),
    LONGER("17+", Integer.MAX_VALUE);

    private static final JourneyLength[] VALUES = values();

    private final String label;
    private final int most;

    JourneyLength(String label, int most) {
        this.label = label;
        this.most = most;
    }

    /** The stratum of a journey of so many touchpoints. */
    static JourneyLength of(int touchpoints) {
        int stratum = ONE.ordinal();
        while (VALUES[stratum].most < touchpoints) {
            stratum++;
        }
        return VALUES[stratum];
    }

    /** Whether classes are compared over this stratum: a journey of one touchpoint cannot have two channels. */
    boolean isCompared() {
        return ordinal() > ONE.ordinal();
    }

    /** Its name in reports. */
    String label() {
        return label;
    }
}
