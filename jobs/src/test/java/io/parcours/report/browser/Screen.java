package io.parcours.report.browser;

/** How much of a page is seen at once, in CSS pixels. */
enum Screen {
    PHONE(375, 812),
    TABLET(800, 1100),
    LAPTOP(1200, 900),
    DESKTOP(1400, 900),

    /** What is between the margins of a sheet of A4. */
    PAPER(718, 1000);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
