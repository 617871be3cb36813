package io.parcours.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikePatternTest {

    /** Every pattern of up to five signs on every text of up to six letters, a hit and a miss of each kind among them. */
    @Test
    void agreesWithTheDefinitionOnAllShortPatternsAndTexts() {
        List<String> texts = words("ab", 6);
        int matched = 0;
        for (String pattern : words("ab%_", 5)) {
            LikePattern compiled = LikePattern.of(pattern, "\\", 1);
            for (String text : texts) {
                boolean isMatch = isMatch(text, pattern);
                matched += isMatch ? 1 : 0;
                if (compiled.matches(text) != isMatch) {
                    assertThat(compiled.matches(text))
                            .as("'%s' like '%s'", text, pattern)
                            .isEqualTo(isMatch);
                }
            }
        }
        assertThat(matched).isGreaterThan(10_000);
    }

    /** The definition: % gives up its place or takes one more letter. */
    private static boolean isMatch(String text, String pattern) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        String rest = pattern.substring(1);
        if (pattern.charAt(0) == '%') {
            return isMatch(text, rest) || !text.isEmpty() && isMatch(text.substring(1), pattern);
        }
        boolean isFirst = !text.isEmpty() && (pattern.charAt(0) == '_' || pattern.charAt(0) == text.charAt(0));
        return isFirst && isMatch(text.substring(1), rest);
    }

    private static List<String> words(String letters, int longest) {
        List<String> words = new ArrayList<>(List.of(""));
        for (int from = 0, length = 1; length <= longest; length++) {
            int to = words.size();
            for (int word = from; word < to; word++) {
                for (char letter : letters.toCharArray()) {
                    words.add(words.get(word) + letter);
                }
            }
            from = to;
        }
        return words;
    }
}
