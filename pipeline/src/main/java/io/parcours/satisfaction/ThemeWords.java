package io.parcours.satisfaction;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds which themes a text speaks of. A theme word is found where the same words, one after the other, stand in the text;
 * with {@code *} behind it the last may go on. Where it has a letter of a script that is written without blanks, it is
 * found wherever its letters stand.
 */
final class ThemeWords implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How much of a text is looked at, in UTF-16 characters: a text of any length may stand in a log. */
    static final int LONGEST_TEXT = 10_000;

    private static final String GOES_ON = "*";

    private final ArrayList<String> names;
    private final ArrayList<ArrayList<String>> patterns = new ArrayList<>();

    ThemeWords(Map<String, List<String>> themes) {
        this.names = new ArrayList<>(themes.keySet());
        for (List<String> words : themes.values()) {
            ArrayList<String> own = new ArrayList<>();
            words.stream()
                    .map(ThemeWords::pattern)
                    .filter(pattern -> !pattern.isBlank())
                    .forEach(own::add);
            patterns.add(own);
        }
    }

    /** Whether a theme word has a letter or a digit; another is never found. */
    static boolean canBeFound(String word) {
        return !pattern(word).isBlank();
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** The names of the themes that the text speaks of, in the map's order. */
    List<String> themesOf(String text) {
        String folded = FoldedText.of(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
        List<String> found = new ArrayList<>();
        for (int theme = 0; theme < names.size(); theme++) {
            if (isFound(patterns.get(theme), folded)) {
                found.add(names.get(theme));
            }
        }
        return found;
    }

    private static boolean isFound(List<String> patterns, String folded) {
        for (String pattern : patterns) {
            if (folded.contains(pattern)) {
                return true;
            }
        }
        return false;
    }

    /** What stands in a folded text where the theme word does. */
    private static String pattern(String word) {
        String folded = FoldedText.of(word);
        if (folded.codePoints().anyMatch(ThemeWords::isWrittenWithoutBlanks)) {
            return folded.strip();
        }
        return word.strip().endsWith(GOES_ON) ? folded.stripTrailing() : folded;
    }

    private static boolean isWrittenWithoutBlanks(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, BOPOMOFO, YI -> true;
            default -> false;
        };
    }
}
