package io.parcours.sample.fitted;

import io.parcours.friction.FrictionRules;
import io.parcours.map.JourneyMap;
import io.parcours.survey.SurveyRules;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Draws who a customer is. */
final class Casting {
    private static final double MISSING = 0.03;

    private final Vocabulary words;
    private final int logDimensions;
    private final double loyal;
    private final boolean isOneJourney;
    /** The dimensions that only some touches have: scores, texts, what a contact is about. */
    private final Set<String> special = new HashSet<>();

    Casting(JourneyMap map, Vocabulary words, Plants plants) {
        this.words = words;
        this.logDimensions = map.input().dimensions().size();
        this.loyal = plants.loyal;
        this.isOneJourney = map.journey().journeyGapIfAny().isEmpty();
        for (SurveyRules survey : map.features().surveys()) {
            special.add(survey.score());
            survey.textIfAny().ifPresent(special::add);
        }
        map.features().friction().flatMap(FrictionRules::thingIfAny).ifPresent(special::add);
    }

    Persona draw(int number, Chance chance) {
        int language = chance.roll(Texts.LANGUAGES.size());
        String[] attributes = new String[words.names().size() - logDimensions];
        for (int i = 0; i < attributes.length; i++) {
            attributes[i] = usual(logDimensions + i, language, chance);
        }
        String[] habits = new String[logDimensions];
        for (int i = 0; i < logDimensions; i++) {
            habits[i] = special.contains(words.names().get(i)) ? null : usual(i, language, chance);
        }
        return new Persona(
                number,
                String.format(Locale.ROOT, "C%08d", number),
                attributes,
                habits,
                favoured(chance),
                chance.normal(),
                language,
                journeys(chance));
    }

    /** The channels that the map names first are favoured by more customers. */
    private String favoured(Chance chance) {
        int count = words.channels.size();
        return words.channels.get(Math.min(chance.roll(count), chance.roll(count)));
    }

    private String usual(int dimension, int language, Chance chance) {
        List<String> values = words.values(dimension);
        if (Texts.isLanguage(words.names().get(dimension)) && values.contains(Texts.LANGUAGES.get(language))) {
            return Texts.LANGUAGES.get(language);
        }
        return chance.is(MISSING) ? null : chance.of(values);
    }

    private int journeys(Chance chance) {
        if (isOneJourney) {
            return 1;
        }
        if (chance.is(loyal)) {
            return 4 + chance.roll(7);
        }
        return chance.is(0.4) ? 2 + chance.roll(2) : 1;
    }
}
