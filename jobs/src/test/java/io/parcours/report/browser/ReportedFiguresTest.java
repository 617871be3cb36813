package io.parcours.report.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.report.browser.ShownTable.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reader sees is what the tables hold, read back from the page's text and not by the code that wrote it. */
@ExtendWith(Reports.Shared.class)
class ReportedFiguresTest {

    /** Figures that lay values of several rows side by side. */
    private static final Pattern OF_SEVERAL_ROWS = Pattern.compile("The funnels at a glance|From step to step"
            + "|Where most are lost|Who foresees how well|Share of conversions credited, .*");

    /** Figures of sums, shares, complements and joins, some of which have a test of their own. */
    private static final Pattern MADE_OF_ROWS =
            Pattern.compile("[\\d.]+% of [\\d,]+ records were accepted|Where [\\d,]+ customers .* are now"
                    + "|Who reaches .*|What the drop-off points cost .*|The way of .*|How many have reached .*"
                    + "|Customers by (state|risk) .*|Customers by state|Touchpoints that .*");

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
            shown.rows().stream()
                    .filter(row -> !isHeld(shown.title(), rows, values(row)))
                    .forEach(row -> strangers.add(shown.title() + " (" + shown.source() + "): " + row));
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
                        if (!isWritten(cell, language)) {
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

    @ParameterizedTest
    @CsvSource({"Customers by state,state", "Customers by risk of falling silent,churn_risk"})
    void customers_are_counted_as_the_table_has_them(String title, String column) {
        BrowserPage page = reports.open(WrittenPage.SAMPLE, Screen.DESKTOP, Look.LIGHT);
        Map<String, Double> counts = new HashMap<>();
        reports.rows(WrittenResult.SAMPLE, "churn_customers")
                .forEach(row -> counts.merge(row.get(column).asText().replace('_', ' '), 1.0, Double::sum));
        ShownTable shown = ShownTable.all(page, "#churn table.numbers").stream()
                .filter(table -> table.title().equals(title))
                .findFirst()
                .orElseThrow();

        Map<String, Double> read = new HashMap<>();
        shown.rows()
                .forEach(row ->
                        read.put(row.get(0).text(), numbers(row.get(1).text()).get(0)));
        read.values().removeIf(count -> count == 0);
        assertThat(read).isEqualTo(counts);
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

    private static boolean isHeld(String title, List<JsonNode> rows, List<Double> values) {
        if (OF_SEVERAL_ROWS.matcher(title).matches()) {
            return values.stream().allMatch(value -> rows.stream().anyMatch(row -> holdsAll(row, List.of(value))));
        }
        return MADE_OF_ROWS.matcher(title).matches() || rows.stream().anyMatch(row -> holdsAll(row, values));
    }

    private static boolean isWritten(Cell cell, String language) {
        ShownNumber number = ShownNumber.first(cell.text(), language);
        return cell.text().startsWith("<") ? cell.value() < number.value() : number.isRounded(cell.value());
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
