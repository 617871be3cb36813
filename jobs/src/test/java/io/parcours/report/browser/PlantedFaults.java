package io.parcours.report.browser;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** One fault each, as a piece of a page's body: the check that must find it, and what it must say. */
final class PlantedFaults {

    private PlantedFaults() {}

    static Stream<Arguments> all() {
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
                arguments(Check.CLIPPED_TEXT, "<p class=clamped>A long name in more lines than two</p>", "cut off by"),
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
}
