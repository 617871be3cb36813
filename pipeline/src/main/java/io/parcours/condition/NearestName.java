package io.parcours.condition;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The legal name a mistyped one was probably meant to be.
 *
 * <p>Names are compared without regard to case by the restricted Damerau-Levenshtein distance (G. Navarro, "A guided
 * tour to approximate string matching", ACM Computing Surveys 33(1), 2001): an inserted, deleted or replaced letter,
 * or two neighbours exchanged, costs one.
 */
public final class NearestName {

    private static final int LONGEST_WORD = 200;
    private static final int LETTERS_PER_SLIP = 3;
    private static final int MOST_SLIPS = 3;

    private NearestName() {}

    /**
     * The legal name with the fewest slips from the word, the first such where several tie. Nothing where none is near:
     * one slip is allowed in up to five letters, two in up to eight, three beyond. A word that is legal is its own
     * nearest.
     */
    public static Optional<String> nearest(String word, Collection<String> legal) {
        if (word.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        if (legal.contains(word)) {
            return Optional.of(word);
        }
        String folded = word.toLowerCase(Locale.ROOT);
        int fewest = Math.max(1, Math.min(MOST_SLIPS, folded.length() / LETTERS_PER_SLIP)) + 1;
        String nearest = null;
        for (String name : legal) {
            if (Math.abs(name.length() - word.length()) < fewest) {
                int slips = slips(folded, name.toLowerCase(Locale.ROOT));
                if (slips < fewest) {
                    fewest = slips;
                    nearest = name;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int slips(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                int replaced = last[j - 1] + (same ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (areExchanged(from, i, to, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[to.length()];
    }

    private static boolean areExchanged(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
