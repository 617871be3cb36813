package io.parcours.map;

import java.util.stream.Stream;

/** Maps that are right. */
final class ExampleMaps {
    static final String SMALL = "name: shop\nfunnels:\n  - {name: buy, steps: [view, cart, purchase]}\n";

    static final String STAGES_ONLY =
            "name: care\nstages:\n  - {name: arrive, events: Registration}\n  - {name: leave, events: [Check-out]}\n";

    private static final String STRANGE_WORDS = "name: \"a: \\\"b\\\" \\\\ # é 😀\"\n"
            + "input: {dimensions: plan, columns: {plan: \"Plan of year\", occurred_at: a.b.c}, csv: {delimiter: \"\\t\"}}\n"
            + "journey_gap: none\nsession_gap: 0s\nfunnels:\n"
            + "  - {name: on, steps: [no, 'yes', \"404\", no, {channels: ['null', web]}], window: 0s, breakdown: plan}\n";

    private static final String MERGED =
            "name: m\nfunnels:\n  - &f {name: a, steps: [x, y], window: 3d}\n  - {<<: *f, name: b, unit: journey}\n";

    private static final String UNORDERED = "name: u\nfunnels:\n  - {name: f, steps: [a, b, a], order: unordered,"
            + " exclude: [{events: x, scope: unit}], hold: channel, breakdown: [channel], attribution: last_touch,"
            + " compare: {before: [2024-03-01, 2024-03-01], after: [2024-03-02, 2024-03-02]}}\n";

    /** A map that asks everything with as few words as it takes. */
    static final String EVERYTHING = "name: d\nfunnels: [{name: f, steps: [a, b], exclude: [{events: x}]}]\n"
            + "stages: [{name: s, events: a}]\ncustomers: {attributes: plan}\ninventory: {}\nchannels: {}\n"
            + "surveys: {events: nps_answer}\nfriction: {}\nattribution: {}\ncosts: {}\n"
            + "triggers: [{name: t, when: {events: a}, within: 1h, action: call}]\nexpected: [s]\n"
            + "segments: [{name: g, where: \"plan = 'x'\"}]\n";

    private static final String CHOSEN = "name: c\nfunnels: [{name: f, steps: [a, b]}]\nfriction: {}\n"
            + "tables: [pain_points, funnel_steps, quality]\n";

    private ExampleMaps() {}

    static Stream<String> all() {
        return Stream.of(
                MapResources.fullMap(),
                SMALL,
                STAGES_ONLY,
                STRANGE_WORDS,
                MERGED,
                UNORDERED,
                EVERYTHING,
                CHOSEN,
                StarterMap.example());
    }
}
