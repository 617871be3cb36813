package io.parcours.map;

import io.parcours.condition.NearestName;
import java.util.Collection;
import java.util.stream.Collectors;

/** Words of the map as an error line shows them: quoted, on one line, cut where long, without control characters. */
final class Shown {
    private static final int LONGEST = 60;
    private static final int LONGEST_MESSAGE = 200;
    private static final int MOST_NAMES = 40;

    private Shown() {}

    /** A word in quotes. */
    static String quoted(String word) {
        return "'" + plain(word) + "'";
    }

    /** A word without quotes. */
    static String plain(String word) {
        return cut(word, LONGEST);
    }

    /** Where a file lies: never cut, as it must be found. */
    static String location(String fileName) {
        return cut(fileName, Integer.MAX_VALUE);
    }

    /** What another library says is wrong. */
    static String message(String text) {
        return cut(text.strip().replaceAll("\\s*\\R\\s*", " "), LONGEST_MESSAGE);
    }

    private static String cut(String word, int longest) {
        int end = word.codePointCount(0, word.length()) > longest ? word.offsetByCodePoints(0, longest) : word.length();
        String safe = word.substring(0, end).replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
        return end < word.length() ? safe + "..." : safe;
    }

    /** What is legal in place of a word that is not: {@code ; did you mean window? (legal: unit, window)}. */
    static String instead(String word, Collection<String> legal) {
        String hint = NearestName.nearest(word, legal)
                .map(name -> "; did you mean " + plain(name) + "?")
                .orElse("");
        return hint + " (legal: " + listed(legal) + ")";
    }

    /** Names parted by commas; of very many, the first ones and how many more. */
    static String listed(Collection<String> names) {
        String first = names.stream().limit(MOST_NAMES).map(Shown::plain).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? first + " and " + (names.size() - MOST_NAMES) + " more" : first;
    }
}
