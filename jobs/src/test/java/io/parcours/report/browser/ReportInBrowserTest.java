package io.parcours.report.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports where they are read: nothing overlaps or is cut off, nothing of a log runs, everybody gets at everything. */
@ExtendWith(Reports.Shared.class)
class ReportInBrowserTest {
    private static final long MOST_BYTES = 2_000_000;

    private static Reports reports;

    @BeforeAll
    static void share(Reports shared) {
        reports = shared;
    }

    /** Every width and every look, and each page at the least and the most width. */
    static Stream<Arguments> views() {
        return Stream.of(
                arguments(WrittenPage.SAMPLE, Screen.PHONE, Look.LIGHT),
                arguments(WrittenPage.SAMPLE, Screen.TABLET, Look.DARK),
                arguments(WrittenPage.SAMPLE, Screen.DESKTOP, Look.LIGHT),
                arguments(WrittenPage.SAMPLE, Screen.PAPER, Look.PRINT),
                arguments(WrittenPage.COMPARED, Screen.PHONE, Look.DARK),
                arguments(WrittenPage.FRENCH, Screen.PHONE, Look.LIGHT),
                arguments(WrittenPage.FRENCH, Screen.DESKTOP, Look.DARK),
                arguments(WrittenPage.ECOM, Screen.PHONE, Look.DARK),
                arguments(WrittenPage.ECOM, Screen.TABLET, Look.LIGHT),
                arguments(WrittenPage.HOSTILE, Screen.PHONE, Look.LIGHT),
                arguments(WrittenPage.HOSTILE, Screen.DESKTOP, Look.DARK),
                arguments(WrittenPage.MINIMAL, Screen.PHONE, Look.LIGHT),
                arguments(WrittenPage.MINIMAL, Screen.DESKTOP, Look.DARK),
                arguments(WrittenPage.EMPTY, Screen.PHONE, Look.DARK),
                arguments(WrittenPage.EMPTY, Screen.DESKTOP, Look.LIGHT));
    }

    @ParameterizedTest
    @MethodSource("views")
    void nobody_stumbles_over_the_page(WrittenPage written, Screen screen, Look look) {
        BrowserPage page = reports.open(written, screen, look);
        if (look != Look.PRINT) {
            page.screenshot("report-" + written);
        }
        page.showAllViews();
        page.unfold();

        assertThat(page.findings().stream().filter(finding -> look != Look.PRINT || !isSmall(finding)))
                .isEmpty();
        assertThat(page.complaints()).isEmpty();
        assertThat(page.requests()).isEmpty();
    }

    @Test
    void nothing_of_a_hostile_log_runs() {
        BrowserPage page = reports.open(WrittenPage.HOSTILE, Screen.TABLET, Look.LIGHT);
        page.showAllViews();
        page.unfold();
        page.evaluate("document.querySelectorAll('main *').forEach(each => each.dispatchEvent("
                + "new MouseEvent('mouseover', { bubbles: true })));");

        assertThat(page.evaluate("return window.pwned === undefined")).isEqualTo(true);
        assertThat(page.evaluate("return document.scripts.length")).isEqualTo(1L);
        assertThat(page.evaluate("return document.querySelectorAll('img, iframe, object, embed, base, form').length"))
                .isEqualTo(0L);
        assertThat(page.complaints()).isEmpty();
        assertThat(page.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SAMPLE", "HOSTILE"})
    void everything_is_reached_by_keyboard_and_shows_it(WrittenPage written) {
        assertThat(reports.open(written, Screen.DESKTOP, Look.LIGHT).keyboardFindings())
                .isEmpty();
    }

    @Test
    void a_tab_is_chosen_and_a_table_is_opened_by_keys() {
        BrowserPage page = reports.open(WrittenPage.SAMPLE, Screen.DESKTOP, Look.LIGHT);
        page.evaluate("document.querySelectorAll('#funnels .tabs button')[1].focus();");
        page.press(" ", 32);
        page.evaluate("document.querySelector('#funnels summary').focus();");
        page.press(" ", 32);

        assertThat(page.evaluate("return [...document.querySelectorAll('#funnels > .choice > .view')]"
                        + ".map(view => view.checkVisibility())"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .startsWith(false, true);
        assertThat(page.evaluate("return document.querySelector('#funnels details').open"))
                .isEqualTo(true);
    }

    @Test
    void on_paper_all_views_are_shown() throws IOException {
        BrowserPage page = reports.open(WrittenPage.SAMPLE, Screen.PAPER, Look.PRINT);

        assertThat(hidden(page, ".view, section, figure, h2, h3")).isEmpty();
        assertThat(hidden(page, ".view-title")).isEmpty();
        assertThat(page.evaluate("return [...document.querySelectorAll('.tabs, .filter, nav, header button')]"
                        + ".filter(each => each.checkVisibility()).length"))
                .isEqualTo(0L);
        assertThat(Files.readString(page.print("report-SAMPLE"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
    }

    @Test
    void without_scripts_everything_is_shown_and_nothing_that_would_need_them() {
        BrowserPage page = reports.openWithoutScripts(WrittenPage.SAMPLE, Screen.DESKTOP);

        assertThat(hidden(page, ".view, section, figure, h2, h3, .view-title")).isEmpty();
        assertThat(page.evaluate("return [...document.querySelectorAll('button, .filter')]"
                        + ".filter(each => each.checkVisibility()).length"))
                .isEqualTo(0L);
        assertThat(page.findings(Check.TEXT_OVERLAP)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SAMPLE", "COMPARED", "FRENCH", "ECOM", "HOSTILE"})
    void the_file_is_small_enough_to_send(WrittenPage written) throws IOException {
        long size = Files.size(reports.file(written));
        System.out.printf(Locale.ROOT, "report %s %,d bytes%n", written, size);

        assertThat(size).isLessThan(MOST_BYTES);
    }

    /** On paper, drawings shrink to the sheet; letters of 7 points are small, but printed sharply. */
    private static boolean isSmall(String finding) {
        return finding.startsWith(Check.TEXT_SIZE.name());
    }

    private static List<?> hidden(BrowserPage page, String selector) {
        return (List<?>) page.evaluate(
                "return [...document.querySelectorAll(arguments[0])].filter(each => !each.checkVisibility()"
                        + " && !each.closest('details:not([open])')).map(each => each.id || each.textContent)",
                selector);
    }
}
