package io.parcours.report.page;

import io.parcours.report.page.Block.Link;
import io.parcours.report.page.Block.Links;
import io.parcours.report.page.Block.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leads links to the sections that a page has; which ones it has is known only when all chapters are told. */
public final class PageLinks {
    private final Map<String, String> titles = new LinkedHashMap<>();

    private PageLinks(List<Section> sections) {
        sections.forEach(section -> titles.put(section.id(), section.title()));
    }

    /** The sections with their links led to each other; a link whose sections are all absent stays a sentence. */
    public static List<Section> among(List<Section> sections) {
        PageLinks links = new PageLinks(sections);
        return sections.stream()
                .map(section -> new Section(
                        section.id(),
                        section.title(),
                        section.lead(),
                        section.blocks().stream().map(links::lead).toList()))
                .toList();
    }

    private Block lead(Block block) {
        return block instanceof Links unled
                ? new Links(unled.links().stream().map(this::lead).toList())
                : block;
    }

    private Link lead(Link link) {
        Target target = link.sections().stream()
                .filter(titles::containsKey)
                .findFirst()
                .map(section -> new Target(section, titles.get(section)))
                .orElse(null);
        return new Link(link.text(), link.sections(), target);
    }
}
