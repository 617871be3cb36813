package io.parcours.sample.fitted;

import java.util.List;
import java.util.Locale;

/** What people write beside a score, in their language, with the word of a theme in it. */
final class Texts {
    static final List<String> LANGUAGES = List.of("fr", "en", "de", "es");

    /** Below this part of the scale people complain, above {@link #PLEASED} they praise. */
    static final double ANGRY = 0.45;

    static final double PLEASED = 0.75;

    private static final List<List<String>> COMPLAINTS = List.of(
            List.of("Déçu, très déçu : %s.", "Rien ne va avec ça : %s !", "%s : à revoir"),
            List.of("Not happy at all. %s!", "What a mess: %s", "%s, once more a let-down"),
            List.of("Sehr enttäuscht: %s.", "So geht das nicht, \"%s\"!", "%s: leider schlecht"),
            List.of("Muy mal: %s.", "No me gusta nada, %s", "%s, una decepción"));
    private static final List<List<String>> REMARKS = List.of(
            List.of("Correct pour %s.", "%s, moyen"),
            List.of("Fine so far: %s.", "%s was ok"),
            List.of("Geht so: %s.", "%s war in Ordnung"),
            List.of("Regular: %s.", "%s, normal"));
    private static final List<List<String>> PRAISE = List.of(
            List.of("Bravo pour %s !", "Parfait : %s, merci", "Rien à redire, %s"),
            List.of("Loved it: %s!", "%s was great, thank you", "Well done, %s"),
            List.of("Ganz toll: %s!", "%s war super, danke", "Gern wieder, %s"),
            List.of("Genial: %s.", "%s, perfecto", "Muy bien, %s"));

    private Texts() {}

    /** Whether a dimension of this name holds the language. */
    static boolean isLanguage(String dimension) {
        return List.of("language", "lang", "locale").contains(dimension.toLowerCase(Locale.ROOT));
    }

    /** A sentence that fits the satisfaction, 0 to 1, with a word in it. */
    static String about(String word, double satisfaction, int language, Chance chance) {
        List<List<String>> tone = satisfaction < ANGRY ? COMPLAINTS : satisfaction > PLEASED ? PRAISE : REMARKS;
        return chance.of(tone.get(language)).replace("%s", word);
    }
}
