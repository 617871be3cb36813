package io.parcours.report.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
    @MethodSource("faults")
    void aPlantedFaultIsFound(Check check, String body, String detail) {
        BrowserPage page = browser.open(fixture.withBody(body), Screen.PHONE, Look.LIGHT);

        assertThat(page.findings(check))
                .extracting(Finding::detail)
                .singleElement()
                .asString()
                .contains(detail);
    }

    static Stream<Arguments> faults() {
        return Stream.concat(layoutFaults(), accessibilityFaults());
    }

    private static Stream<Arguments> layoutFaults() {
        return Stream.of(
                arguments(
                        Check.TEXT_OVERLAP,
                        drawing("<text x='10' y='30'>Alpha</text><text x='20' y='34'>Beta</text>"),
                        "Beta"),
                arguments(
                        Check.TEXT_OVERLAP,
                        drawing("<text transform='translate(60 70) rotate(-45)'>January</text>"
                                + "<text transform='translate(64 70) rotate(-45)'>February</text>"),
                        "January"),
                arguments(Check.TEXT_OVERLAP, "<p>Under</p><p style='margin-top:-24px'>Over</p>", "Over"),
                arguments(Check.CLIPPED_TEXT, drawing("<text x='180' y='30'>Beyond the edge</text>"), "cut off by"),
                arguments(Check.CLIPPED_TEXT, drawing("<text x='-9' y='30'>Before</text>"), "cut off by"),
                arguments(Check.CLIPPED_TEXT, "<p class=cut>A long name without a title</p>", "cut off by"),
                arguments(
                        Check.CLIPPED_TEXT,
                        "<p class=cut style='text-overflow:clip' title='A long name that is cut'>A long name that is cut</p>",
                        "cut off by"),
                arguments(
                        Check.CLIPPED_TEXT,
                        "<div style='overflow:hidden;height:20px'>one<br><br>two</div>",
                        "cut off by"),
                arguments(Check.CLIPPED_TEXT, "<p style='margin-left:-60px'>Away to the left</p>", "left of the page"),
                arguments(Check.SIDEWAYS_SCROLL, "<div style='width:500px'>wide</div>", "scroll sideways by"),
                arguments(Check.TEXT_SIZE, "<p style='font-size:9px'>small print</p>", "is 9 px high"),
                arguments(
                        Check.TEXT_SIZE,
                        "<svg role=img aria-label=Small viewBox='0 0 1000 90'><text x=9 y=40>shrunken</text></svg>",
                        "less than 10"),
                arguments(Check.CONTRAST, "<p style='color:#888'>pale</p>", "has a contrast of 3.5"),
                arguments(Check.CONTRAST, "<p style='opacity:.4'>faint</p>", "has a contrast of"),
                arguments(
                        Check.CONTRAST,
                        drawing("<rect width='200' height='80' fill='#777'/><text x=9 y=40>on grey</text>"),
                        "contrast"),
                arguments(
                        Check.CONTRAST,
                        drawing("<rect width='60' height='80' fill='#111'/><text x=20 y=40>half on black</text>"),
                        "contrast"));
    }

    private static Stream<Arguments> accessibilityFaults() {
        return Stream.of(
                arguments(Check.ACCESSIBILITY, "<svg width=9 height=9></svg>", "neither hidden from screen readers"),
                arguments(
                        Check.ACCESSIBILITY,
                        "<svg role=img width=9 height=9></svg>",
                        "neither hidden from screen readers"),
                arguments(Check.ACCESSIBILITY, drawing("<a href='#first'><text y='30'>x</text></a>"), "told to nobody"),
                arguments(Check.ACCESSIBILITY, "<button></button>", "has no name"),
                arguments(Check.ACCESSIBILITY, "<input>", "has no name"),
                arguments(Check.ACCESSIBILITY, "<div aria-hidden=true><button>b</button></div>", "but is hidden"),
                arguments(Check.ACCESSIBILITY, "<button tabindex=3>b</button>", "jumps the queue"),
                arguments(Check.ACCESSIBILITY, "<h4>Deep</h4>", "h4 after one of h2"),
                arguments(Check.ACCESSIBILITY, "<h1>Another</h1>", "2 headings h1"),
                arguments(Check.ACCESSIBILITY, "<table><tr><th scope=col>h</th></tr></table>", "without caption"),
                arguments(
                        Check.ACCESSIBILITY,
                        "<table><caption>c</caption><tr><td>h</td></tr></table>",
                        "without headers"),
                arguments(
                        Check.ACCESSIBILITY, "<table><caption>c</caption><tr><th>h</th></tr></table>", "without scope"),
                arguments(Check.ACCESSIBILITY, "<p id=first>again</p>", "id of another"),
                arguments(Check.ACCESSIBILITY, "<p><a href='#nowhere'>lost</a></p>", "#nowhere, which is not there"),
                arguments(Check.ACCESSIBILITY, "<nav><a href='#first'>f</a></nav>", "no name of its own"),
                arguments(Check.ACCESSIBILITY, "<section aria-label=Figures></section>", "no name of its own"),
                arguments(Check.ACCESSIBILITY, "<div role=main>m</div>", "2 landmarks main"),
                arguments(
                        Check.ACCESSIBILITY,
                        "<div style='overflow:auto'><p style='width:900px'>wide</p></div>",
                        "not for somebody with a keyboard"));
    }

    private static String drawing(String content) {
        return "<svg role=img aria-label=Chart width=200 height=80>" + content + "</svg>";
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
                fixture.withBody("<span onclick='1'>only a mouse</span> <button style='outline:none'>unseen</button>"),
                Screen.DESKTOP,
                Look.LIGHT);

        assertThat(page.keyboardFindings())
                .extracting(Finding::text, Finding::detail)
                .containsExactly(
                        tuple("only a mouse", "is not reached by Tab"),
                        tuple("unseen", "does not show that it has the focus"));
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
