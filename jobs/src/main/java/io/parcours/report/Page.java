package io.parcours.report;

import io.parcours.report.page.Section;
import io.parcours.report.words.Words;
import java.util.List;

/**
 * The whole page.
 *
 * @param title the title, with the map's name
 * @param subtitle the day and what the day is based on
 * @param sections its sections in order
 * @param rules the rules that its figures link to
 * @param style the style sheet
 * @param script the script
 * @param scriptHash what the page's security policy allows: this script and no other
 */
public record Page(
        Words words,
        String title,
        String subtitle,
        List<Section> sections,
        List<Rule> rules,
        String style,
        String script,
        String scriptHash) {

    public Page {
        sections = List.copyOf(sections);
        rules = List.copyOf(rules);
    }

    /** A counting rule in words, and the page of the documentation that has all of it. */
    public record Rule(String key, String title, String text, String page) {}
}
