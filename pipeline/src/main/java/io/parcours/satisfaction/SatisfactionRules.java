package io.parcours.satisfaction;

import io.parcours.survey.SurveyRules;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which surveys are asked, and what their words are looked through for.
 *
 * @param surveys the surveys; a touchpoint belongs to the first that matches it
 * @param themes by name, the words that speak of it, in any language; default none. A word is found as a whole word, with
 *     {@code *} behind it also as the beginning of one, several words where they follow each other; accents, case and what
 *     stands between words do not matter. A word of a script that is written without blanks (Chinese, Japanese, Thai...) is
 *     found wherever its letters stand
 */
public record SatisfactionRules(List<SurveyRules> surveys, Map<String, List<String>> themes) implements Serializable {

    public SatisfactionRules {
        surveys = List.copyOf(surveys);
        themes = Collections.unmodifiableMap(new LinkedHashMap<>(themes));
    }

    /** Whether a theme's word can be found at all: it has a letter or a digit. */
    public static boolean isThemeWord(String word) {
        return ThemeWords.canBeFound(word);
    }
}
