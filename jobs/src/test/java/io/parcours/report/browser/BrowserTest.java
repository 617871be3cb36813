package io.parcours.report.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BrowserTest {

    private static Browser browser;

    @TempDir
    private Path folder;

    private Fixture fixture;

    @BeforeAll
    static void start() {
        browser = Browser.startOrSkip();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void prepare() {
        fixture = new Fixture(folder);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aGoodPageHasNoFindings(Screen screen) {
        for (Look look : screen == Screen.PAPER ? List.of(Look.PRINT) : List.of(Look.LIGHT, Look.DARK)) {
            BrowserPage page = browser.open(fixture.good(), screen, look);
            page.unfold();

            for (Check check : Check.values()) {
                assertThat(page.findings(check))
                        .as("%s %s %s", check, screen, look)
                        .isEmpty();
            }
            assertThat(page.complaints()).isEmpty();
            assertThat(page.requests()).isEmpty();
        }
    }

    @Test
    void everyControlOfAGoodPageIsReachedByTab() {
        BrowserPage page = browser.open(fixture.good(), Screen.DESKTOP, Look.LIGHT);

        assertThat(page.keyboardFindings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.parcours.report.browser.PlantedFaults#all")
    void aPlantedFaultIsFound(Check check, String body, String detail) {
        BrowserPage page = browser.open(fixture.withBody(body), Screen.PHONE, Look.LIGHT);

        assertThat(page.findings(check))
                .extracting(Finding::detail)
                .singleElement()
                .asString()
                .contains(detail);
    }

    @Test
    void colourOfOneSchemeAloneIsFoundInThatScheme() {
        Path file = fixture.withStyle("h1 { color: #222 }");

        assertThat(browser.open(file, Screen.PHONE, Look.LIGHT).findings(Check.CONTRAST))
                .isEmpty();
        assertThat(browser.open(file, Screen.PHONE, Look.DARK).findings(Check.CONTRAST))
                .extracting(Finding::selector)
                .containsExactly("body > main > h1");
    }

    @Test
    void missingHeadIsFound() {
        Path file = fixture.without("<html lang=\"en\">", "<html>");

        assertThat(browser.open(file, Screen.PHONE, Look.LIGHT).findings(Check.ACCESSIBILITY))
                .extracting(Finding::detail)
                .containsExactly("has no lang");
    }

    @Test
    void controlsThatTabLeavesOutOrThatHideTheFocusAreFound() {
        BrowserPage page = browser.open(
                fixture.withBody("<span onclick='1'>only a mouse</span> <button style='outline:none'>unseen</button>"
                        + "<a href='#first' style='position:absolute;left:-999px'>away</a>"),
                Screen.DESKTOP,
                Look.LIGHT);

        assertThat(page.keyboardFindings())
                .extracting(Finding::text, Finding::detail)
                .containsExactly(
                        tuple("only a mouse", "is not reached by Tab"),
                        tuple("unseen", "does not show that it has the focus"),
                        tuple("away", "is out of sight when it has the focus"));
    }

    @Test
    void complaintsAndRequestsAreCollected() {
        BrowserPage page = browser.open(
                fixture.withBody("<img alt='' src='http://parcours.invalid/pixel.png'>"
                        + "<script>console.warn('careful'); fetch('https://parcours.invalid/api').catch(() => 1);"
                        + "document.getElementById('press').addEventListener('click', () => { throw new Error('broken') });"
                        + "</script>"),
                Screen.DESKTOP,
                Look.LIGHT);

        assertThat(page.complaints()).anyMatch(line -> line.contains("careful"));
        assertThat(page.complaints()).noneMatch(line -> line.contains("broken"));
        page.click("#press");
        assertThat(page.complaints()).anyMatch(line -> line.contains("broken"));
        assertThat(page.requests())
                .containsExactlyInAnyOrder("http://parcours.invalid/pixel.png", "https://parcours.invalid/api");
    }

    @Test
    void pageAnswersToClicksAndKeys() {
        BrowserPage page = browser.open(fixture.good(), Screen.PHONE, Look.LIGHT);

        page.click("#press");
        assertThat(page.text("#said")).isEqualTo("pressed");
        page.type("#filter", "<b>q</b>");
        assertThat(page.text("#said")).isEqualTo("<b>q</b>");
        assertThat(page.evaluate("return arguments[0] + innerWidth;", 1)).isEqualTo(376L);
    }

    @Test
    void picturesShowTheWholePage() throws IOException {
        BrowserPage page =
                browser.open(fixture.withBody("<div style='height:9000px'>tall</div>"), Screen.TABLET, Look.DARK);

        List<Path> pictures = page.screenshot("fixture");

        assertThat(pictures)
                .extracting(picture -> picture.getFileName().toString())
                .containsExactly("fixture-800-dark.png", "fixture-800-dark-part2.png");
        assertThat(ImageIO.read(pictures.get(0).toFile()).getWidth()).isEqualTo(800);
        assertThat(ImageIO.read(pictures.get(0).toFile()).getRGB(790, 5) & 0xffffff)
                .isEqualTo(0x15181c);
        assertThat(Files.readString(page.print("fixture"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
    }
}
