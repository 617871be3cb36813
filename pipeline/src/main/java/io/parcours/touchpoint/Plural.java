package io.parcours.touchpoint;

import java.util.Locale;

/** Counts with the words they count, for lines that people read. */
public final class Plural {
    private Plural() {}

    /**
     * The count and what fits it, such as {@code 1 customer} or {@code 1,200 customers}.
     *
     * @param one what follows a 1
     * @param many what follows every other count
     */
    public static String of(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d ", count) + (count == 1 ? one : many);
    }
}
