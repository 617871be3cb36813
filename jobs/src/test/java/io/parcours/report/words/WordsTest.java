package io.parcours.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both languages are complete, well-formed, and set as they are read. */
class WordsTest {
    private static final Path SOURCES = Path.of(System.getProperty("parcours.root"), "jobs", "src", "main");

    @Test
    void both_languages_have_the_same_sentences() {
        for (String file : Words.FILES) {
            assertThat(keys(Words.read(file, Language.FR))).as(file).isEqualTo(keys(Words.read(file, Language.EN)));
        }
    }

    @Test
    void no_sentence_is_in_two_files() {
        Set<String> keys = new HashSet<>();
        for (String file : Words.FILES) {
            assertThat(keys(Words.read(file, Language.EN))).as(file).noneMatch(key -> !keys.add(key));
        }
    }

    @Test
    void both_languages_set_in_the_same_values() {
        for (String file : Words.FILES) {
            Properties english = Words.read(file, Language.EN);
            Properties french = Words.read(file, Language.FR);
            for (String key : keys(english)) {
                assertThat(values(french.getProperty(key))).as(key).isEqualTo(values(english.getProperty(key)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void sentences_are_well_formed(Language language) {
        for (String file : Words.FILES) {
            Properties sentences = Words.read(file, language);
            for (String key : keys(sentences)) {
                String sentence = sentences.getProperty(key);
                assertThat(sentence).as(key).isNotBlank().doesNotContain("'", "  ");
                new MessageFormat(sentence, language.locale());
            }
        }
    }

    /** French puts a space before these, and it must not break the line. */
    @Test
    void french_spaces_do_not_break() {
        for (String file : Words.FILES) {
            Properties sentences = Words.read(file, Language.FR);
            for (String key : keys(sentences)) {
                assertThat(sentences.getProperty(key)).as(key).doesNotContainPattern(" [:;?!%»]|« ");
            }
        }
    }

    @Test
    void every_sentence_that_is_asked_for_is_there() throws IOException {
        Words words = new Words(Language.EN);
        List<String> asked = new ArrayList<>();
        for (String source : sources()) {
            Matcher say = Pattern.compile("\\bsay\\(\\s*\"([^\"]+)\"\\s*[,)]").matcher(source);
            say.results().map(result -> result.group(1)).forEach(asked::add);
        }
        assertThat(asked).hasSizeGreaterThan(20).allMatch(words::has);
    }

    @Test
    void every_rule_that_a_figure_names_is_told_and_its_page_is_there() throws IOException {
        Words words = new Words(Language.EN);
        for (String source : sources()) {
            Matcher rule = Pattern.compile("\\bSource(?:\\.of)?\\(\\s*\"([a-z_0-9]+)\"\\s*,")
                    .matcher(source);
            for (MatchResult result : rule.results().toList()) {
                assertThat(words.has("rule." + result.group(1) + ".title"))
                        .as(result.group(1))
                        .isTrue();
            }
        }
        for (Language language : Language.values()) {
            for (String file : Words.FILES) {
                Properties sentences = Words.read(file, language);
                keys(sentences).stream()
                        .filter(key -> key.startsWith("rule.") && key.endsWith(".page"))
                        .map(sentences::getProperty)
                        .forEach(page -> assertThat(Path.of(System.getProperty("parcours.root"), page.split("#")[0]))
                                .exists());
            }
        }
    }

    @Test
    void numbers_are_written_as_the_language_does() {
        Words english = new Words(Language.EN);
        Words french = new Words(Language.FR);

        assertThat(english.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(french.count(1_234_567).replaceAll("\\h", " ")).isEqualTo("1 234 567");
        assertThat(english.percent(0.5224)).isEqualTo("52.2%");
        assertThat(french.percent(0.5224).replaceAll("\\h", " ")).isEqualTo("52,2 %");
        assertThat(english.duration(90)).isEqualTo("1.5\u00a0min");
        assertThat(french.duration(2 * 86_400).replaceAll("\\h", " ")).isEqualTo("2 j");
    }

    /** What Parcours writes into tables has a word; what a log brings is shown as it is, whatever it looks like. */
    @Test
    void a_name_without_a_word_is_shown_as_it_is() {
        assertThat(new Words(Language.FR).name("changes.inventory", "{0} <b>")).isEqualTo("{0} <b>");
    }

    private static Set<String> keys(Properties sentences) {
        return new TreeSet<>(sentences.stringPropertyNames());
    }

    private static Set<String> values(String sentence) {
        // One language may need a form for one where the other does without: what chooses forms is not set in.
        return Pattern.compile("\\{(\\d)}")
                .matcher(sentence)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> java = Files.walk(SOURCES.resolve("java/io/parcours/report"));
                Stream<Path> templates = Files.walk(SOURCES.resolve("jte"))) {
            List<String> texts = new ArrayList<>();
            for (Path file :
                    Stream.concat(java, templates).filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }
}
