package io.parcours.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class ChurnWordsTest {
    private static final Properties ENGLISH = Words.read("churn", Language.EN);
    private static final Properties FRENCH = Words.read("churn", Language.FR);

    @Test
    void both_languages_say_the_same_things() {
        assertThat(FRENCH.stringPropertyNames()).isEqualTo(ENGLISH.stringPropertyNames());
    }

    /** A straight one would swallow the values of a sentence, as it quotes in message formats. */
    @Test
    void no_sentence_has_a_straight_apostrophe() {
        assertThat(ENGLISH.values()).noneMatch(sentence -> sentence.toString().contains("'"));
        assertThat(FRENCH.values()).noneMatch(sentence -> sentence.toString().contains("'"));
    }

    @Test
    void french_signs_stand_after_a_space_that_does_not_break() {
        assertThat(FRENCH.values()).noneMatch(sentence -> sentence.toString().matches("(?s).* [:;?!%»].*"));
    }
}
