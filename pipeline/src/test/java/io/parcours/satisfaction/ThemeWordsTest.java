package io.parcours.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Whole words, whatever stands around them.
                "price | The PRICE, please! | true",
                "price | 'price' | true",
                "price | pricey | false",
                "price | overprice | false",
                "price | the_price! | true",
                "5g | slow 5G here | true",
                // Beginnings.
                "deliver* | late delivery | true",
                "deliver* | deliver | true",
                "deliver* | undelivered | false",
                // Several words are neighbours.
                "free shipping | Free -- shipping. | true",
                "free shipping | free fast shipping | false",
                "free ship* | free shipping | true",
                "free ship* | free, then ship | false",
                "d'attente | temps d’attente | true",
                // Accents, case and ways of writing fold, in both directions.
                "réglé | REGLE | true",
                "regle | c'est réglé | true",
                "coeur | Cœur | true",
                "strasse | Straße | true",
                "STRASSE | straße | true",
                "lodz | Łódź | true",
                "smorrebrod | Smørrebrød | true",
                "ﬁt | fit | true",
                "price | ｐｒｉｃｅ | true",
                "οδοσ | ΟΔΟΣ | true",
                "οδος | ΟΔΟΣ | true",
                "ёлка | Елка | true",
                // The Turkish sisters of i are one letter, whatever the locale.
                "kiz | KIZ | true",
                "kiz | kız | true",
                "istanbul | İSTANBUL | true",
                "istanbul | ISTANBUL | true",
                // A vowel sign of Hindi is a letter of the word, no accent.
                "दाम | दाम ठीक | true",
                "दाम | दम ठीक | false",
                // Scripts without blanks: wherever the letters stand.
                "配送 | 配送很慢 | true",
                "配送 | 价格高 | false",
                "ガス | ガスが高い | true",
                "ガス | カスが高い | false",
                "ｶﾞｽ | ガスが高い | true",
                "ราคา | มีราคาแพง | true",
                "배송 | 배송 늦음 | true",
                "배송 | 배송이 늦음 | false",
                "배송* | 배송이 늦음 | true"
            })
    void a_word_is_found_where_the_page_says(String word, String text, boolean isFound) {
        ThemeWords themes = new ThemeWords(Map.of("theme", List.of(word)));
        assertThat(themes.themesOf(text)).isEqualTo(isFound ? List.of("theme") : List.of());
    }

    @Test
    void a_text_speaks_of_every_theme_with_a_word_in_it() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("delivery", List.of("delivery", "livraison"));
        words.put("price", List.of("price", "prix"));
        words.put("staff", List.of("staff"));
        ThemeWords themes = new ThemeWords(words);
        assertThat(themes.themesOf("prix et livraison, price")).containsExactly("delivery", "price");
        assertThat(themes.themesOf("...")).isEmpty();
    }

    @Test
    void only_the_beginning_of_a_long_text_is_looked_at() {
        ThemeWords themes = new ThemeWords(Map.of("theme", List.of("price")));
        assertThat(themes.themesOf("x ".repeat(4_997) + "price")).containsExactly("theme");
        assertThat(themes.themesOf("x ".repeat(4_998) + "price")).isEmpty();
    }

    /** Putting thousands of marks in order takes their square; here are two million in all. */
    @Test
    void endless_runs_of_marks_are_cut() {
        ThemeWords themes = new ThemeWords(Map.of("theme", List.of("price")));
        String thai = "ก" + "\u0E48\u0E38".repeat(4_900) + " price";
        for (int i = 0; i < 200; i++) {
            assertThat(themes.themesOf(thai)).containsExactly("theme");
        }
        assertThat(FoldedText.of(thai)).hasSizeLessThan(30);
    }

    @Test
    void a_word_without_letters_is_never_found() {
        assertThat(SatisfactionRules.isThemeWord("!?")).isFalse();
        assertThat(SatisfactionRules.isThemeWord("*")).isFalse();
        assertThat(SatisfactionRules.isThemeWord("a*")).isTrue();
        assertThat(new ThemeWords(Map.of("theme", List.of("*", "!"))).themesOf("! anything *"))
                .isEmpty();
    }
}
