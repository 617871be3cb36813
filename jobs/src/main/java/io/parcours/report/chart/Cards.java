package io.parcours.report.chart;

import java.util.List;

/**
 * Things in an order, each with a bar and what speaks for its place in a few lines.
 *
 * @param summary what is ranked by what, for those who cannot see it
 * @param cards the first above
 */
public record Cards(String summary, List<Card> cards) implements Graphic {

    public Cards {
        cards = List.copyOf(cards);
    }

    /**
     * One of them.
     *
     * @param title what it is
     * @param tag its kind in a word
     * @param ink the ink of its bar and tag
     * @param length the length of its bar, from 0 to 1; 0 for no bar
     * @param value the figure of its bar; may be empty
     * @param facts what speaks for it
     */
    public record Card(String title, String tag, Ink ink, double length, String value, List<String> facts) {
        public Card {
            facts = List.copyOf(facts);
        }

        /** The length as style sheets write it. */
        public String percent() {
            return Lengths.percent(length);
        }
    }
}
