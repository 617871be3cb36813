package io.parcours.report.browser;

/** What can be asked of an open page at once; {@code checks.js} says how each is judged. */
enum Check {
    /** No two texts lie over each other. */
    TEXT_OVERLAP("textOverlap"),
    /** No text is cut off by its drawing or by a box that can not be scrolled. */
    CLIPPED_TEXT("clippedText"),
    /** The page itself does not scroll sideways; a wide table in a box of its own may. */
    SIDEWAYS_SCROLL("sidewaysScroll"),
    /** No text is smaller than 10 pixels, as labels of a shrunken drawing would be. */
    TEXT_SIZE("textSize"),
    /** Texts stand out from what is behind them as WCAG 2.2 (1.4.3, level AA) asks. */
    CONTRAST("contrast"),
    /** Language, names, headings, tables, landmarks, identifiers: what screen readers go by. */
    ACCESSIBILITY("accessibility");

    private final String function;

    Check(String function) {
        this.function = function;
    }

    String function() {
        return function;
    }
}
