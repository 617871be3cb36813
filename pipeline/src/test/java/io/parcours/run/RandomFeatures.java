package io.parcours.run;

import java.util.Random;

/** What a random map asks at random of all that is asked only where its key is there. */
final class RandomFeatures {
    private static final String ANYTHING = "{events: [A, B]}";

    private final Random random;
    private final boolean hasStages;
    private final StringBuilder map = new StringBuilder();

    RandomFeatures(Random random, boolean hasStages) {
        this.random = random;
        this.hasStages = hasStages;
    }

    /** The keys of the map, each there or not. */
    String written() {
        asked("inventory: " + oneOf("{}", "{breakdown: " + breakdown() + "}") + "\n");
        asked("channels: " + oneOf("{}", "{c0: online, c1: offline}") + "\nhandover_window: " + oneOf("0s", "9h", "7d")
                + "\n" + oneOf("", "channel_breakdown: " + breakdown() + "\n"));
        asked("surveys:\n  - {events: [D], rule: csat, scale: [0, 5], about: " + oneOf("0s", "2d", "journey")
                + ", text: region, period: " + oneOf("day", "week", "month") + "}\n"
                + "  - {events: [C], channels: [c0, c1], score: " + oneOf("value", "region")
                + ", breakdown: " + breakdown() + "}\n"
                + oneOf("", "themes: {one: ['1', '2'], three: '3'}\n"));
        asked("friction: " + oneOf("{}", friction()) + "\n");
        asked("attribution: " + oneOf("{replicates: 3}", attribution()) + "\n");
        asked("triggers:\n" + trigger("t0") + oneOf("", trigger("t1")));
        if (hasStages) {
            asked("expected: " + oneOf("[look, buy]", "{stages: " + expected() + ", breakdown: " + breakdown() + "}")
                    + "\n");
        }
        return map.toString();
    }

    private String friction() {
        return "{contacts: " + condition() + ", thing: " + oneOf("platform", "region") + ", contact_again_within: "
                + oneOf("5h", "3d") + ", burst: {count: 2, within: " + oneOf("0s", "1d") + "}, stall_after: "
                + oneOf("2d", "6d") + "}";
    }

    private String attribution() {
        return "{by: [" + oneOf("channel", "event, " + breakdown()) + "], touches: " + condition() + ", models: ["
                + oneOf("markov, shapley", "first, last, linear", "position, time_decay") + "], lookback: "
                + oneOf("none", "1d", "12d") + ", transform: " + oneOf("as_is", "collapsed", "first_occurrences")
                + ", serves: " + oneOf("next_conversion", "every_conversion") + ", markov_order: "
                + oneOf("1", "2", "3") + ", replicates: " + oneOf("0", "2") + "}";
    }

    private String trigger(String name) {
        return "  - {name: " + name + ", when: " + condition() + oneOf("", ", unless: " + condition()) + ", within: "
                + oneOf("3h", "2d") + ", action: call" + oneOf("", ", cooldown: 3d")
                + oneOf("", ", breakdown: [channel, " + breakdown() + "]") + "}\n";
    }

    private String expected() {
        return "[{stage: look, repeat: " + oneOf("true", "false") + ", allowed: " + oneOf("2h", "4d")
                + "}, {stage: choose, skip: true}, buy]";
    }

    private String condition() {
        return oneOf(ANYTHING, "{events: [C]}", "{channels: [c1, c2]}", "{where: \"value >= 3 or platform is null\"}");
    }

    private String breakdown() {
        return oneOf("platform", "region");
    }

    private void asked(String text) {
        if (random.nextInt(3) > 0) {
            map.append(text);
        }
    }

    private String oneOf(String... words) {
        return words[random.nextInt(words.length)];
    }
}
