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
 * @param themes by name, the words that speak of it, in any language; default none
 */
public record SatisfactionRules(List<SurveyRules> surveys, Map<String, List<String>> themes) implements Serializable {

    public SatisfactionRules {
        surveys = List.copyOf(surveys);
        themes = Collections.unmodifiableMap(new LinkedHashMap<>(themes));
    }
}
