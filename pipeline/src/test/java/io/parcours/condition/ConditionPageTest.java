package io.parcours.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/conditions.md against the code. */
class ConditionPageTest {

    private static final ConditionColumns COLUMNS =
            ConditionColumns.ofTouchpoints(List.of("basket_size", "platform", "user cohort"));

    @Test
    void namesEachFunctionTheCodeKnowsAndNoOther() throws IOException {
        Set<String> documented = Pattern.compile("`(\\w+)\\(")
                .matcher(section("Functions"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(documented).containsExactlyInAnyOrderElementsOf(CallChecker.functionNames());
    }

    @Test
    void showsConditionsThatAreOnes() throws IOException {
        List<String> examples = Pattern.compile("where: \"(.*)\"")
                .matcher(page())
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(examples).hasSizeGreaterThan(3).allSatisfy(example -> Where.parse(example, COLUMNS));
    }

    @Test
    void tellsTheTruthAboutConditionsThatCanNeverHold() throws IOException {
        List<String> examples = Pattern.compile("`([^`]*)`")
                .matcher(section("Conditions that can never hold"))
                .results()
                .map(found -> found.group(1))
                .filter(code -> code.contains(" "))
                .toList();

        assertThat(examples)
                .hasSizeGreaterThan(4)
                .allSatisfy(example ->
                        assertThat(Where.parse(example, COLUMNS).isNeverTrue()).isTrue());
    }

    @Test
    void showsTheTablesOfTheCode() throws IOException {
        String[] tables = section("Values that fail").split("\\| `or` \\|");
        assertThat(tables).hasSize(2);
        for (Truth left : Truth.values()) {
            for (Truth right : Truth.values()) {
                assertThat(cell(tables[0], left, right)).isEqualTo(left.and(right));
                assertThat(cell(tables[1], left, right)).isEqualTo(left.or(right));
            }
        }
    }

    private static Truth cell(String table, Truth left, Truth right) {
        String row = Pattern.compile("\\*\\*" + word(left) + "\\*\\* \\|(.*)\\|")
                .matcher(table)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        String[] cells = row.split("\\|");
        String found = cells[1 + List.of("true", "false", "unknown", "failed").indexOf(word(right))].strip();
        return Truth.valueOf(found.toUpperCase(Locale.ROOT));
    }

    private static String word(Truth truth) {
        return truth.name().toLowerCase(Locale.ROOT);
    }

    private static String section(String title) throws IOException {
        String page = page();
        int start = page.indexOf("## " + title + "\n");
        assertThat(start).as(title).isNotNegative();
        int end = page.indexOf("\n## ", start);
        return page.substring(start, end);
    }

    private static String page() throws IOException {
        return Files.readString(Path.of(System.getProperty("parcours.root", ".."), "docs", "conditions.md"));
    }
}
