package io.parcours.report.funnel;

import java.text.Bidi;

/** A name from the log or the map as it stands within a sentence: not longer than the sentence itself. */
final class Brief {
    private static final int MOST_LETTERS = 48;
    private static final String ISOLATE = "\u2068";
    private static final String END_OF_ISOLATE = "\u2069";

    private Brief() {}

    /** The name, or its beginning with an ellipsis. One that runs from right to left does not turn what stands around it. */
    static String of(String name) {
        String cut = name.codePointCount(0, name.length()) <= MOST_LETTERS
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MOST_LETTERS)).stripTrailing() + "…";
        return Bidi.requiresBidi(cut.toCharArray(), 0, cut.length()) ? ISOLATE + cut + END_OF_ISOLATE : cut;
    }
}
