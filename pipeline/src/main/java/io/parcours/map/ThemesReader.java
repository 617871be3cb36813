package io.parcours.map;

import io.parcours.satisfaction.SatisfactionRules;
import io.parcours.survey.SurveyRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what the words of answers are looked through for. */
final class ThemesReader {
    private ThemesReader() {}

    static Map<String, List<String>> read(MapValue value, List<SurveyRules> surveys) {
        if (surveys.stream().allMatch(survey -> survey.textIfAny().isEmpty())) {
            value.refuse(
                    "would do nothing: no survey has words; give a survey text, the dimension with the words beside"
                            + " its score, or leave this out");
        }
        Map<String, List<String>> themes = new LinkedHashMap<>();
        Map<String, MapValue> given = NamedValues.read(value);
        value.check(!value.isBlock() || !given.isEmpty(), "names no theme; leave the key out or name at least one");
        given.forEach((theme, words) -> themes.put(theme, words(words)));
        return themes;
    }

    private static List<String> words(MapValue value) {
        Map<String, MapValue> words = ConditionReader.namesInPlace(value);
        words.forEach((word, place) -> place.check(
                SatisfactionRules.isThemeWord(word),
                Shown.quoted(word) + " has no letter or digit that an answer could have too"));
        return List.copyOf(words.keySet());
    }
}
