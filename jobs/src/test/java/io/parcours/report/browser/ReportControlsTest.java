package io.parcours.report.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens on clicking and typing: another view, fewer rows, another order, another theme. */
@ExtendWith(Reports.Shared.class)
class ReportControlsTest {
    private static final String LISTING = "#paths figure.listing";
    private static final String TABLE = LISTING + " table.numbers";

    private static Reports reports;

    private BrowserPage page;

    @BeforeAll
    static void share(Reports shared) {
        reports = shared;
    }

    @BeforeEach
    void open() {
        page = reports.open(WrittenPage.SAMPLE, Screen.DESKTOP, Look.LIGHT);
    }

    @Test
    void choosing_a_breakdown_shows_its_figures_and_hides_the_others() {
        clickButton("#funnels", "channel");

        assertThat(shownViews("#funnels"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly("checkout", "channel");
        assertThat(page.evaluate("return [...document.querySelectorAll('#funnels .tabs button')]"
                        + ".filter(each => each.checkVisibility() && each.getAttribute('aria-pressed') === 'true')"
                        + ".map(each => each.textContent)"))
                .isEqualTo(List.of("checkout", "channel"));
        List<JsonNode> rows = reports.rows(
                WrittenResult.SAMPLE,
                "funnel_steps",
                "--where",
                "funnel = checkout and breakdown = channel and step_name = purchase");
        ShownTable shown = ShownTable.all(page, "#funnels .view table.numbers").stream()
                .filter(table -> table.title().equals("Who reaches purchase, by channel"))
                .findFirst()
                .orElseThrow();
        assertThat(shown.rows()).hasSameSizeAs(rows);
        for (JsonNode row : rows) {
            int number = shown.rows().stream()
                    .map(cells -> cells.get(0).text())
                    .toList()
                    .indexOf(row.get("breakdown_value").asText());
            assertThat(first(shown, number, "purchase"))
                    .isCloseTo(row.get("rate_from_first").asDouble(), within(0.000501));
            assertThat(first(shown, number, "95% interval of the last step"))
                    .isCloseTo(row.get("rate_from_first_low").asDouble(), within(0.000501));
        }
    }

    @Test
    void typing_leaves_the_rows_that_hold_it() {
        List<List<ShownTable.Cell>> all = table().rows();
        page.type(LISTING + " .filter input", "PURCHASE");

        List<List<ShownTable.Cell>> wanted = all.stream()
                .filter(row -> row.stream()
                        .anyMatch(cell -> cell.text().toLowerCase(Locale.ROOT).contains("purchase")))
                .toList();
        assertThat(wanted).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(table().rows()).isEqualTo(wanted);

        page.type(LISTING + " .filter input", "no such path");
        assertThat(table().rows()).isEmpty();
    }

    @Test
    void clicking_a_head_sorts_by_it_and_again_the_other_way() {
        int column = table().heads().indexOf("Journeys");
        String button = TABLE + " thead th:nth-child(" + (column + 1) + ") button";
        page.click(button);
        assertThat(values(column)).isSortedAccordingTo(Comparator.reverseOrder());

        page.click(button);
        assertThat(values(column)).isSorted();
        assertThat(page.evaluate(
                        "return [...document.querySelectorAll(arguments[0] + ' [aria-sort]')]"
                                + ".map(each => each.getAttribute('aria-sort'))",
                        TABLE))
                .isEqualTo(List.of("ascending"));
    }

    @Test
    void the_button_turns_the_page_dark_and_back() {
        String light = background();
        page.click("#theme");
        String dark = background();
        page.click("#theme");

        assertThat(dark).isNotEqualTo(light);
        assertThat(background()).isEqualTo(light);
    }

    @Test
    void a_rule_is_one_click_away() {
        page.click("#funnels figure .source a");

        assertThat(page.evaluate("return location.hash")).isEqualTo("#rule-funnel");
        assertThat(page.text("#rule-funnel dd")).isNotBlank();
    }

    private ShownTable table() {
        return ShownTable.all(page, TABLE).get(0);
    }

    private List<Double> values(int column) {
        return table().rows().stream()
                .map(row -> ShownNumber.first(row.get(column).text(), "en").value())
                .toList();
    }

    private void clickButton(String section, String text) {
        page.evaluate(
                "const button = [...document.querySelectorAll(arguments[0] + ' .tabs button')]"
                        + ".find(each => each.checkVisibility() && each.textContent === arguments[1]);"
                        + "button.id = 'wanted';",
                section,
                text);
        page.click("#wanted");
    }

    private Object shownViews(String section) {
        return page.evaluate(
                "return [...document.querySelectorAll(arguments[0] + ' .view')]"
                        + ".filter(each => each.checkVisibility()).map(each => each.dataset.label)",
                section);
    }

    private String background() {
        return page.evaluate("return getComputedStyle(document.body).backgroundColor")
                .toString();
    }

    private static double first(ShownTable table, int row, String head) {
        return ShownNumber.first(table.cell(row, head).text(), "en").value();
    }
}
