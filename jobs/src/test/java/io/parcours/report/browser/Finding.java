package io.parcours.report.browser;

import java.util.Map;

/**
 * Something a reader would stumble over.
 *
 * @param selector where in the page, as a CSS selector
 * @param text what is written there, shortened
 * @param detail what is wrong with it
 */
record Finding(String selector, String text, String detail) {

    static Finding of(Map<?, ?> answer) {
        return new Finding(
                answer.get("selector").toString(),
                answer.get("text").toString(),
                answer.get("detail").toString());
    }

    @Override
    public String toString() {
        return selector + " \"" + text + "\" " + detail;
    }
}
