package io.parcours.report.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.report.browser.ShownTable.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reader sees is what the tables hold, read back from the page's text and not by the code that wrote it. */
@ExtendWith(Reports.Shared.class)
class ReportedFiguresTest {

    /** Figures whose numbers are sums or shares of what tables hold, or stand in several rows of them; tested apart. */
    private static final Pattern OF_SEVERAL_ROWS = Pattern.compile(
            "([\\d.]+% of [\\d,]+ records were accepted|Where [\\d,]+ customers .* are now|The funnels at a glance"
                    + "|From step to step|Who reaches .*|What the drop-off points cost .*|Where most are lost"
                    + "|The way of .*|How many have reached .*)");

    private static Reports reports;

    @BeforeAll
    static void share(Reports shared) {
        reports = shared;
    }

    /** The text of every cell is its exact value rounded, and that value stands in the table the figure names. */
    @ParameterizedTest
    @EnumSource(names = {"SAMPLE", "ECOM"})
    void every_row_shown_is_a_row_of_the_table_it_names(WrittenPage written) {
        BrowserPage page = reports.open(written, Screen.DESKTOP, Look.LIGHT);
        Map<String, List<JsonNode>> tables = new HashMap<>();
        List<String> strangers = new ArrayList<>();
        for (ShownTable shown : ShownTable.all(page, "table.numbers")) {
            List<JsonNode> rows = tables.computeIfAbsent(shown.source(), name -> reports.rows(written.result(), name));
            for (List<Cell> row : shown.rows()) {
                List<Double> values = values(row);
                if (!OF_SEVERAL_ROWS.matcher(shown.title()).matches()
                        && rows.stream().noneMatch(each -> holdsAll(each, values))) {
                    strangers.add(shown.title() + " (" + shown.source() + "): " + row);
                }
            }
        }

        assertThat(strangers).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SAMPLE", "FRENCH", "ECOM"})
    void every_number_is_written_as_what_it_is(WrittenPage written) {
        BrowserPage page = reports.open(written, Screen.DESKTOP, Look.LIGHT);
        String language = written == WrittenPage.FRENCH ? "fr" : "en";
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (ShownTable shown : ShownTable.all(page, "table.numbers")) {
            for (List<Cell> row : shown.rows()) {
                for (Cell cell : row) {
                    if (cell.isNumber() && !cell.isMissing()) {
                        read++;
                        if (!ShownNumber.first(cell.text(), language).isRounded(cell.order())) {
                            wrong.add(shown.title() + ": " + cell);
                        }
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(read).isGreaterThan(500);
    }

    /** Counts, rates and intervals, in the table of numbers and beside the bars. */
    @ParameterizedTest
    @EnumSource(names = {"SAMPLE", "ECOM"})
    void every_funnel_is_what_its_table_says(WrittenPage written) {
        BrowserPage page = reports.open(written, Screen.DESKTOP, Look.LIGHT);
        Map<String, List<JsonNode>> funnels = new LinkedHashMap<>();
        reports.rows(written.result(), "funnel_steps", "--where", "breakdown = all")
                .forEach(row -> funnels.computeIfAbsent(row.get("funnel").asText(), name -> new ArrayList<>())
                        .add(row));
        List<ShownTable> shown = ShownTable.all(page, "#funnels table.numbers").stream()
                .filter(table -> table.title().startsWith("How far"))
                .toList();

        assertThat(shown).hasSameSizeAs(funnels.keySet());
        int number = 0;
        for (List<JsonNode> steps : funnels.values()) {
            assertSteps(shown.get(number), steps);
            assertBars(bars(page, shown.get(number).title()), steps);
            number++;
        }
    }

    @Test
    void the_states_add_up_to_the_customers_that_have_them() {
        BrowserPage page = reports.open(WrittenPage.SAMPLE, Screen.DESKTOP, Look.LIGHT);
        Map<String, Long> states = new HashMap<>();
        reports.rows(WrittenResult.SAMPLE, "churn_customers")
                .forEach(row -> states.merge(row.get("state").asText(), 1L, Long::sum));
        ShownTable shown = ShownTable.all(page, "#stages table.numbers").stream()
                .filter(table -> table.title().endsWith("are now"))
                .findFirst()
                .orElseThrow();

        for (String state : List.of("New", "Current", "Returned", "At risk", "Dormant")) {
            double sum = 0;
            for (int row = 0; row < shown.rows().size(); row++) {
                sum += ShownNumber.first(shown.cell(row, state).text(), "en").value();
            }
            assertThat(sum)
                    .as(state)
                    .isEqualTo(
                            states.getOrDefault(state.toLowerCase(Locale.ROOT).replace(' ', '_'), 0L)
                                    .doubleValue());
        }
    }

    private static void assertSteps(ShownTable shown, List<JsonNode> steps) {
        assertThat(shown.rows()).hasSameSizeAs(steps);
        for (int row = 0; row < steps.size(); row++) {
            JsonNode step = steps.get(row);
            assertThat(shown.cell(row, "Step").text())
                    .isEqualTo(step.get("step_name").asText());
            assertThat(numbers(shown.cell(row, "Reached").text()))
                    .containsExactly(step.get("reached_count").asDouble());
            assertThat(numbers(shown.cell(row, "Lost here").text()))
                    .containsExactly(step.get("dropped_count").asDouble());
            assertThat(numbers(shown.cell(row, "May still come").text()))
                    .containsExactly(step.get("in_progress_count").asDouble());
            assertThat(numbers(shown.cell(row, "Of all who entered").text()).get(0))
                    .isCloseTo(step.get("rate_from_first").asDouble(), within(0.000501));
            List<Double> interval = numbers(shown.cell(row, "95% interval").text());
            assertThat(interval.get(0))
                    .isCloseTo(step.get("rate_from_first_low").asDouble(), within(0.000501));
            assertThat(interval.get(1))
                    .isCloseTo(step.get("rate_from_first_high").asDouble(), within(0.000501));
        }
    }

    /** What stands beside each bar: the count, then the rate with its interval; the first step has its count alone. */
    private static void assertBars(List<?> bars, List<JsonNode> steps) {
        assertThat(bars).hasSameSizeAs(steps);
        for (int number = 0; number < steps.size(); number++) {
            JsonNode step = steps.get(number);
            List<?> bar = (List<?>) bars.get(number);
            assertThat(bar.get(0)).isEqualTo(step.get("step_name").asText());
            assertThat(numbers(bar.get(1).toString()))
                    .containsExactly(step.get("reached_count").asDouble());
            if (number > 0) {
                List<Double> rate = numbers(bar.get(2).toString());
                assertThat(rate.get(0)).isCloseTo(step.get("rate_from_first").asDouble(), within(0.000501));
                assertThat(rate.get(1))
                        .isCloseTo(step.get("rate_from_first_low").asDouble(), within(0.000501));
                assertThat(rate.get(2))
                        .isCloseTo(step.get("rate_from_first_high").asDouble(), within(0.000501));
            }
        }
    }

    private static List<?> bars(BrowserPage page, String title) {
        return (List<?>) page.evaluate(
                "const figure = [...document.querySelectorAll('figure')].find(each =>"
                        + " each.querySelector('.title').textContent === arguments[0]);"
                        + "const text = element => element ? element.textContent.replace('†', '').trim() : '';"
                        + "return [...figure.querySelectorAll('.bar')].map(bar => ['.bar-label', '.figure', '.detail']"
                        + ".map(part => text(bar.querySelector(part))));",
                title);
    }

    private static List<Double> numbers(String text) {
        return ShownNumber.all(text, "en").stream().map(ShownNumber::value).toList();
    }

    private static List<Double> values(List<Cell> row) {
        return row.stream()
                .filter(cell ->
                        cell.isNumber() && !cell.isMissing() && !cell.text().equals("∞"))
                .map(Cell::value)
                .toList();
    }

    private static boolean holdsAll(JsonNode row, List<Double> values) {
        return values.stream().allMatch(value -> {
            for (JsonNode each : row) {
                if (each.isNumber() && each.asDouble() == value) {
                    return true;
                }
            }
            return false;
        });
    }
}
