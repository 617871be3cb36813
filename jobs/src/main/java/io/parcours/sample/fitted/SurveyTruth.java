package io.parcours.sample.fitted;

import io.parcours.map.JourneyMap;
import io.parcours.survey.SurveyRules;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Counts what was asked and answered, survey by survey, and what the words speak of. */
final class SurveyTruth {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** The answers about a place, as parts of their scales. */
    static final class Mean {
        long count;
        double sum;

        void add(double satisfaction) {
            count++;
            sum += satisfaction;
        }
    }

    /** One survey's answers. */
    static final class Tally {
        long asked;
        long answered;
        double scores;
        /** By score as written: how many answers. */
        final Map<String, Long> byScore = new TreeMap<>();
    }

    private final List<SurveyRules> surveys;
    private final List<String> dimensions;
    private final Judge judge;
    final Tally[] tallies;
    /** By the event that an answer is about. */
    final Map<String, Mean> about = new TreeMap<>();
    /** By theme: answers whose words speak of it. */
    final Map<String, Mean> themes = new TreeMap<>();

    private final Map<String, List<String>> words;

    SurveyTruth(JourneyMap map, Judge judge) {
        this.surveys = map.features().surveys();
        this.dimensions = map.input().dimensions();
        this.judge = judge;
        this.words = map.features().satisfaction().map(rules -> rules.themes()).orElse(Map.of());
        this.tallies = new Tally[surveys.size()];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = new Tally();
        }
    }

    /** Adds a customer's touches in order. */
    void add(List<Touch> touches) {
        Touch before = null;
        for (Touch touch : touches) {
            int survey = surveyOf(touch);
            if (survey < 0) {
                before = touch;
            } else {
                answer(survey, touch, before);
            }
        }
    }

    /** The score of a touch as a part of its survey's scale; NaN where it is no answer. */
    double satisfaction(Touch touch) {
        int survey = surveyOf(touch);
        return survey < 0 ? Double.NaN : surveys.get(survey).satisfaction(score(surveys.get(survey), touch));
    }

    private int surveyOf(Touch touch) {
        for (int i = 0; i < surveys.size(); i++) {
            if (judge.holds(surveys.get(i).touchpoints(), touch, touch.stage)) {
                return i;
            }
        }
        return -1;
    }

    private void answer(int number, Touch touch, Touch before) {
        SurveyRules survey = surveys.get(number);
        Tally tally = tallies[number];
        tally.asked++;
        double score = score(survey, touch);
        if (Double.isNaN(score)) {
            return;
        }
        tally.answered++;
        tally.scores += score;
        tally.byScore.merge(Numbers.plain(score), 1L, Long::sum);
        double satisfaction = survey.satisfaction(score);
        boolean isNear = before != null
                && survey.aboutIfPrevious()
                        .filter(limit -> touch.time - before.time <= limit.toSeconds())
                        .isPresent();
        if (isNear) {
            about.computeIfAbsent(before.event, any -> new Mean()).add(satisfaction);
        }
        survey.textIfAny()
                .map(dimensions::indexOf)
                .filter(place -> place >= 0)
                .ifPresent(place -> words(touch.dimensions[place], satisfaction));
    }

    private double score(SurveyRules survey, Touch touch) {
        if (survey.score().equals(SurveyRules.VALUE)) {
            return touch.value;
        }
        int place = dimensions.indexOf(survey.score());
        String text = place < 0 ? null : touch.dimensions[place];
        return text == null || !text.matches("-?\\d+(\\.\\d+)?") ? Double.NaN : Double.parseDouble(text);
    }

    private void words(String text, double satisfaction) {
        if (text == null) {
            return;
        }
        String folded = " " + folded(text) + " ";
        words.forEach((theme, itsWords) -> {
            if (itsWords.stream().anyMatch(word -> folded.contains(" " + folded(word) + " "))) {
                themes.computeIfAbsent(theme, any -> new Mean()).add(satisfaction);
            }
        });
    }

    /** Small letters without accents; whatever is neither letter nor digit is a blank. */
    private static String folded(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
