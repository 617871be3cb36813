package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks as they are committed: without results, well formed, and with links that lead somewhere. */
class NotebookFilesTest {
    private static final Path FOLDER = SampleTwice.root().resolve("notebooks");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#([^)\\s]+))?\\)");

    static List<Path> notebooks() {
        return Notebook.files(FOLDER);
    }

    @Test
    void there_are_four() {
        assertThat(notebooks())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "01_first_look.ipynb",
                        "02_funnels_and_drop_offs.ipynb",
                        "03_churn.ipynb",
                        "04_your_own_question.ipynb");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void they_hold_no_results(Path file) {
        Notebook notebook = Notebook.read(file);
        assertThat(notebook.sources("code")).isNotEmpty();
        assertThat(notebook.cells())
                .filteredOn(cell -> cell.get("cell_type").asText().equals("code"))
                .allSatisfy(cell -> {
                    assertThat(cell.get("outputs")).isEmpty();
                    assertThat(cell.get("execution_count").isNull()).isTrue();
                    assertThat(cell.get("metadata")).isEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void they_are_well_formed(Path file) throws IOException {
        Notebook notebook = Notebook.read(file);
        assertThat(notebook.content().get("nbformat").asInt()).isEqualTo(4);
        assertThat(notebook.content().get("nbformat_minor").asInt()).isEqualTo(5);
        assertThat(notebook.content().at("/metadata/kernelspec/name").asText()).isEqualTo("python3");
        assertThat(notebook.cells().stream().map(cell -> cell.get("id").asText()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-zA-Z0-9-_]{1,64}"));
        assertKeysSorted(notebook.content());
        assertThat(Files.readString(file)).endsWith("}\n").startsWith("{\n \"cells\"");
    }

    private static void assertKeysSorted(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        assertThat(names).isSorted();
        node.forEach(NotebookFilesTest::assertKeysSorted);
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void links_lead_to_a_page_and_its_heading(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        for (String text : Notebook.read(file).sources("markdown")) {
            Matcher link = LINK.matcher(text);
            while (link.find()) {
                if (link.group(1).startsWith("https://")) {
                    continue;
                }
                Path page = FOLDER.resolve(link.group(1));
                assertThat(page).exists();
                if (link.group(2) != null) {
                    assertThat(anchors(page)).contains(link.group(2));
                }
                found.add(link.group(1));
            }
        }
        assertThat(found).isNotEmpty();
    }

    /** The headings as they are linked to: lower case, blanks as hyphens, without other signs. */
    private static List<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
