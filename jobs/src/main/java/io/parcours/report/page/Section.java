package io.parcours.report.page;

import java.util.List;

/**
 * A section of the page.
 *
 * @param id its name in links; made of letters and dashes, never of what a log says
 * @param title its title
 * @param lead what it answers, in a sentence
 * @param blocks its content
 */
public record Section(String id, String title, String lead, List<Block> blocks) {

    public Section {
        blocks = List.copyOf(blocks);
    }
}
