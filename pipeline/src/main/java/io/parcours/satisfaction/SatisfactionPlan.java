package io.parcours.satisfaction;

import io.parcours.journey.ConditionIndex;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Stage;
import io.parcours.survey.SurveyReading;
import io.parcours.survey.SurveyRules;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is counted: the surveys, and the levels of each. */
final class SatisfactionPlan implements Serializable {
    private static final long serialVersionUID = 1L;

    private final SurveyReading reading;
    private final ArrayList<SurveyRules> surveys;
    private final ArrayList<String> stages;
    private final ThemeWords themes;
    /** All levels that a survey has, each once. */
    private final ArrayList<Level> levels;
    /** By survey: the places of its levels among all, in the order of the report. */
    private final ArrayList<int[]> levelsOfSurveys = new ArrayList<>();
    /** By survey: the number of the dimension with its words; -1: none. */
    private final int[] texts;

    private final ArrayList<ScoreBands> bands;

    SatisfactionPlan(SatisfactionRules rules, ConditionIndex index, JourneyRules journey, List<String> dimensions) {
        this.surveys = new ArrayList<>(rules.surveys());
        this.reading = new SurveyReading(surveys, index, dimensions);
        this.stages = new ArrayList<>(journey.stages().stream().map(Stage::name).toList());
        this.themes = new ThemeWords(rules.themes());
        this.texts = surveys.stream()
                .mapToInt(survey -> survey.textIfAny().map(dimensions::indexOf).orElse(-1))
                .toArray();
        this.bands = new ArrayList<>(surveys.stream().map(ScoreBands::of).toList());
        Set<Level> all = new LinkedHashSet<>();
        List<List<Level>> own = new ArrayList<>();
        for (int survey = 0; survey < surveys.size(); survey++) {
            own.add(levels(survey, dimensions));
            all.addAll(own.get(survey));
        }
        this.levels = new ArrayList<>(all);
        own.forEach(
                of -> levelsOfSurveys.add(of.stream().mapToInt(levels::indexOf).toArray()));
    }

    private List<Level> levels(int survey, List<String> dimensions) {
        List<Level> own = new ArrayList<>();
        own.add(Level.of(Level.Kind.STAGE));
        own.add(Level.of(Level.Kind.TOUCHPOINT));
        own.add(Level.of(Level.Kind.CHANNEL));
        own.add(Level.of(Level.Kind.PATH));
        own.add(Level.of(surveys.get(survey).period()));
        if (texts[survey] >= 0 && !themes.isEmpty()) {
            own.add(Level.of(Level.Kind.THEME));
        }
        Set<String> taken = new HashSet<>(Level.TAKEN);
        for (String name : surveys.get(survey).breakdown()) {
            int dimension = dimensions.indexOf(name);
            if (dimension >= 0) {
                own.add(new Level(Level.Kind.BREAKDOWN, free(name, taken), dimension));
            }
        }
        return own;
    }

    /** A dimension may have the name of a level. */
    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    SurveyReading reading() {
        return reading;
    }

    List<SurveyRules> surveys() {
        return surveys;
    }

    List<String> stages() {
        return stages;
    }

    ThemeWords themes() {
        return themes;
    }

    List<Level> levels() {
        return levels;
    }

    int[] levelsOf(int survey) {
        return levelsOfSurveys.get(survey);
    }

    int textOf(int survey) {
        return texts[survey];
    }

    ScoreBands bandsOf(int survey) {
        return bands.get(survey);
    }
}
