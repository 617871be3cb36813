package io.parcours.sample.fitted;

import io.parcours.friction.FrictionRules;
import io.parcours.map.JourneyMap;
import io.parcours.survey.SurveyRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands on a touch beside event and channel: values, scores and words of answers, what a contact is about. */
final class Details {
    private static final double ANSWERED = 0.65;
    private static final double USUAL_SATISFACTION = 0.66;
    private static final double WITH_TEXT = 0.8;

    private final JourneyMap map;
    private final Repertoire repertoire;
    private final Plants plants;
    private final List<SurveyRules> surveys;
    private final Map<String, List<String>> themes;
    private final int thing;
    private final List<String> things;
    private final boolean hasAmounts;
    private double amount;

    Details(JourneyMap map, Repertoire repertoire, Plants plants, Vocabulary words) {
        this.map = map;
        this.repertoire = repertoire;
        this.plants = plants;
        this.surveys = map.features().surveys();
        this.themes = map.features().satisfaction().map(rules -> rules.themes()).orElse(Map.of());
        this.thing = map.features()
                .friction()
                .flatMap(FrictionRules::thingIfAny)
                .map(map.input().dimensions()::indexOf)
                .orElse(-1);
        this.things = thing < 0 ? List.of() : words.values(thing);
        this.hasAmounts = hasAmounts(map);
    }

    /** Whether conversions are worth something: where the map speaks of values, or asks who earned them. */
    private static boolean hasAmounts(JourneyMap map) {
        boolean isScore = map.features().surveys().stream()
                .anyMatch(survey -> survey.score().equals(SurveyRules.VALUE));
        boolean isNamed = map.input().columns().containsKey("value")
                || map.features().attribution().isPresent()
                || Vocabulary.conditions(map)
                        .anyMatch(condition -> condition.columnNames().contains("value"));
        return isNamed && !isScore;
    }

    /** What the next journey is about; null where the map knows no such thing. */
    String thing(Chance chance) {
        amount = chance.around(45, 0.6);
        return things.isEmpty() ? null : chance.of(things);
    }

    void fill(Touch touch, Walk walk, String about) {
        if (thing >= 0 && (repertoire.contactEvents.isEmpty() || repertoire.contactEvents.contains(touch.event))) {
            touch.dimensions[thing] = about;
        }
        if (hasAmounts && repertoire.mayConvert(touch.event)) {
            touch.value = Math.round(100 * amount * walk.chance.between(0.8, 1.2)) / 100.0;
        }
        if (repertoire.surveyEvents.contains(touch.event)) {
            answer(touch, walk);
        }
    }

    /** The score and the words of an answer; without them it is an invitation that was not answered. */
    private void answer(Touch touch, Walk walk) {
        SurveyRules survey = surveyOf(touch.event);
        if (!walk.chance.is(ANSWERED)) {
            return;
        }
        double satisfaction = satisfaction(survey, touch, walk);
        double span = survey.high() - survey.low();
        boolean isWhole = survey.low() == Math.rint(survey.low()) && span >= 2;
        double score = survey.low() + (isWhole ? Math.rint(satisfaction * span) : satisfaction * span);
        score = Math.min(survey.high(), isWhole ? score : Math.max(survey.low(), Math.rint(score * 10) / 10));
        if (survey.score().equals(SurveyRules.VALUE)) {
            touch.value = score;
        } else {
            touch.dimensions[map.input().dimensions().indexOf(survey.score())] = Numbers.plain(score);
        }
        if (walk.chance.is(WITH_TEXT)) {
            survey.textIfAny()
                    .map(map.input().dimensions()::indexOf)
                    .filter(place -> place >= 0)
                    .ifPresent(place -> touch.dimensions[place] = words(satisfaction, walk));
        }
    }

    private SurveyRules surveyOf(String event) {
        for (int i = 0; i < surveys.size(); i++) {
            if (repertoire.surveys.get(i).stream()
                    .anyMatch(recipe -> recipe.event().equals(event))) {
                return surveys.get(i);
            }
        }
        throw new IllegalStateException("an event of no survey");
    }

    private double satisfaction(SurveyRules survey, Touch touch, Walk walk) {
        double satisfaction = USUAL_SATISFACTION + 0.12 * walk.persona.mood() + 0.13 * walk.chance.normal();
        for (String event : about(survey, touch, walk)) {
            satisfaction += plants.low
                    .filter(mood -> mood.event().equals(event))
                    .map(Plants.Mood::shift)
                    .orElse(0.0);
            satisfaction += plants.delight
                    .filter(mood -> mood.event().equals(event))
                    .map(Plants.Mood::shift)
                    .orElse(0.0);
        }
        return Math.max(0, Math.min(1, satisfaction));
    }

    /** The events an answer is about: the one before it if it is not too old, or any of the journey. */
    private List<String> about(SurveyRules survey, Touch touch, Walk walk) {
        List<String> events = new ArrayList<>();
        double gap = Pauses.room(map);
        long later = touch.time;
        for (int i = walk.touches.size() - 1; i >= 0; i--) {
            Touch before = walk.touches.get(i);
            if (repertoire.surveyEvents.contains(before.event)) {
                continue;
            }
            if (survey.aboutIfPrevious().isPresent()) {
                Duration limit = survey.about();
                return touch.time - before.time <= limit.toSeconds() ? List.of(before.event) : List.of();
            }
            if (later - before.time > gap) {
                break;
            }
            later = before.time;
            if (!events.contains(before.event)) {
                events.add(before.event);
            }
        }
        return events;
    }

    private String words(double satisfaction, Walk walk) {
        Chance chance = walk.chance;
        String word = "...";
        if (!themes.isEmpty()) {
            List<String> names = List.copyOf(themes.keySet());
            boolean isSore = satisfaction < Texts.ANGRY && chance.is(0.7);
            word = chance.of(themes.get(isSore ? plants.theme.orElse(names.get(0)) : chance.of(names)));
        }
        return Texts.about(word, satisfaction, walk.persona.language(), chance);
    }
}
