package io.parcours.report.page;

import io.parcours.report.chart.Graphic;
import java.util.List;

/** A piece of a section. Texts are plain: whatever they hold, the page shows it as text. */
public sealed interface Block {

    /** A paragraph. */
    record Prose(String text) implements Block {}

    /** Something the reader must know before believing the numbers beside it. */
    record Notice(String text) implements Block {}

    /** A heading within a section. */
    record Heading(String text) implements Block {}

    /** Sentences, each leading to the section that tells more. */
    record Links(List<Link> links) implements Block {
        public Links {
            links = List.copyOf(links);
        }
    }

    /**
     * One of them.
     *
     * @param text the sentence
     * @param sections where it may lead, the best first: names of sections, never of what a log says
     * @param target where it leads on this page; null before the page is put together, and where it has none of them
     */
    record Link(String text, List<String> sections, Target target) {
        public Link {
            sections = List.copyOf(sections);
        }

        /** A link that is not led anywhere yet. */
        public static Link to(String text, String... sections) {
            return new Link(text, List.of(sections), null);
        }
    }

    /** A section that a link leads to. */
    record Target(String section, String title) {}

    /** Figures that stand for themselves. */
    record Tiles(List<Tile> tiles) implements Block {
        public Tiles {
            tiles = List.copyOf(tiles);
        }
    }

    /**
     * One of them.
     *
     * @param label what it counts
     * @param value the figure, written in the reader's language
     * @param detail its interval, its base, or empty
     */
    record Tile(String label, String value, String detail) {}

    /**
     * A graphic with its numbers, the rule that defines them, and where they come from.
     *
     * @param title what it shows, in a few words
     * @param reading how to read it, in a sentence or two; empty where that is plain
     * @param graphic what is drawn
     * @param numbers the same as a table
     * @param source the rule, the table and the columns behind it
     */
    record Figure(String title, String reading, Graphic graphic, Numbers numbers, Source source) implements Block {}

    /** A table that needs no graphic. */
    record Listing(String title, String reading, Numbers numbers, Source source) implements Block {}

    /**
     * Several views of which the reader chooses one; without scripts, and in print, all are shown one below the other.
     *
     * @param label what is chosen, for instance "Broken down by"
     */
    record Choice(String label, List<View> views) implements Block {
        public Choice {
            views = List.copyOf(views);
        }
    }

    /** One of them. */
    record View(String label, List<Block> blocks) {
        public View {
            blocks = List.copyOf(blocks);
        }
    }

    /** What is there for who wants it, folded away at first. */
    record Fold(String label, List<Block> blocks) implements Block {
        public Fold {
            blocks = List.copyOf(blocks);
        }
    }
}
