package io.parcours.report;

import io.parcours.report.Page.Rule;
import io.parcours.report.page.Block;
import io.parcours.report.page.Section;
import io.parcours.report.words.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the rules that figures link to. */
final class PageRules {
    private final Set<String> keys = new LinkedHashSet<>();

    /** The rules of all figures, each once, in the order in which they are first met. */
    static List<Rule> of(List<Section> sections, Words words) {
        PageRules rules = new PageRules();
        sections.forEach(section -> rules.collect(section.blocks()));
        return rules.keys.stream()
                .map(key -> new Rule(
                        key,
                        words.say("rule." + key + ".title"),
                        words.say("rule." + key + ".text"),
                        words.say("rule." + key + ".page")))
                .toList();
    }

    private void collect(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Block.Figure figure) {
                keys.add(figure.source().rule());
            } else if (block instanceof Block.Listing listing) {
                keys.add(listing.source().rule());
            } else if (block instanceof Block.Choice choice) {
                choice.views().forEach(view -> collect(view.blocks()));
            } else if (block instanceof Block.Fold fold) {
                collect(fold.blocks());
            }
        }
    }
}
