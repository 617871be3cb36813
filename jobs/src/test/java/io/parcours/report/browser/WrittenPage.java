package io.parcours.report.browser;

import java.util.List;

/** A report as {@code parcours report} makes it. */
enum WrittenPage {
    SAMPLE(WrittenResult.SAMPLE),
    COMPARED(WrittenResult.SAMPLE, "--compare", WrittenResult.FORMER_DAY),
    FRENCH(WrittenResult.SAMPLE, "--lang", "fr"),
    ECOM(WrittenResult.ECOM),
    HOSTILE(WrittenResult.HOSTILE),
    MINIMAL(WrittenResult.MINIMAL),
    EMPTY(WrittenResult.EMPTY);

    private final WrittenResult result;
    private final List<String> options;

    WrittenPage(WrittenResult result, String... options) {
        this.result = result;
        this.options = List.of(options);
    }

    WrittenResult result() {
        return result;
    }

    /** What the command is given beside the folder. */
    List<String> options() {
        return options;
    }
}
