package io.parcours.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A seeded random funnel as a map writes it, and whether the sentences of docs/map.md allow it. Steps are named s1, s2,
 * ...; each is legal by itself.
 */
final class RandomFunnel {
    private final Random random;
    private final String order;
    private final String entry;
    private final String ties;
    private final int stepCount;
    private final List<Boolean> optional = new ArrayList<>();
    private final List<Boolean> within = new ArrayList<>();
    private final List<Boolean> firstEver = new ArrayList<>();
    private final List<Boolean> hasEvents = new ArrayList<>();
    /** From and to of each exclusion, counted from 1; 0 and 0 where it names no steps. */
    private final List<int[]> gaps = new ArrayList<>();

    private final String breakdown;
    private final String attribution;
    private final int attributedStep;
    private final String hold;

    RandomFunnel(long seed) {
        random = new Random(seed);
        order = oneOf("ordered", "ordered", "strict", "unordered");
        entry = rarely() ? oneOf("first", "every") : "best";
        ties = rarely() ? "strict" : "together";
        stepCount = 1 + random.nextInt(5);
        for (int step = 0; step < stepCount; step++) {
            optional.add(rarely());
            within.add(rarely());
            firstEver.add(rarely());
            hasEvents.add(!rarely());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            gaps.add(rarely() ? new int[] {someStep(), someStep()} : new int[] {0, 0});
        }
        breakdown = oneOf("", "channel", "[platform, channel]", "[[channel, platform], channel]");
        attributedStep = rarely() ? 1 + random.nextInt(5) : 0;
        attribution = attributedStep > 0
                ? "{step: " + attributedStep + "}"
                : oneOf("first_touch", "first_touch", "last_touch", "all_steps");
        hold = oneOf("", "    hold: channel\n", "    hold: [platform, channel]\n");
    }

    /** Whether every sentence of the documentation holds. */
    boolean isLegal() {
        boolean isUnordered = order.equals("unordered");
        boolean namesGap = gaps.stream().anyMatch(gap -> gap[0] > 0);
        boolean hasOrderedRule = !entry.equals("best")
                || ties.equals("strict")
                || within.contains(true)
                || optional.contains(true)
                || namesGap
                || attributedStep > 0;
        return !(isUnordered && hasOrderedRule)
                && !optional.get(0)
                && !optional.get(stepCount - 1)
                && !within.get(0)
                && IntStream.range(0, stepCount).noneMatch(step -> firstEver.get(step) && !hasEvents.get(step))
                && (gaps.isEmpty() || stepCount > 1)
                && gaps.stream().allMatch(this::isGap)
                && (attribution.equals("first_touch") || !breakdown.isEmpty())
                && (hold.isEmpty() || !attribution.equals("all_steps"))
                && attributedStep <= stepCount
                && (attributedStep == 0 || !optional.get(attributedStep - 1));
    }

    private boolean isGap(int[] gap) {
        return gap[0] == 0 || gap[0] < gap[1] && !optional.get(gap[0] - 1) && !optional.get(gap[1] - 1);
    }

    String map() {
        StringBuilder map = new StringBuilder("name: m\ninput: {dimensions: platform}\nfunnels:\n  - name: f\n");
        map.append("    steps:\n");
        for (int step = 0; step < stepCount; step++) {
            map.append(
                    "      - {name: s" + (step + 1) + (hasEvents.get(step) ? ", events: [a, b]" : ", channels: web"));
            map.append(optional.get(step) ? ", optional: true" : "");
            map.append(within.get(step) ? ", within: " + oneOf("0s", "90s", "3h") : "");
            map.append(firstEver.get(step) ? ", first_ever: true" : "").append("}\n");
        }
        map.append("    order: " + order + "\n    entry: " + entry + "\n    ties: " + ties + "\n");
        map.append("    window: " + oneOf("none", "0s", "14d") + "\n");
        map.append("    unit: " + oneOf("customer", "journey", "session") + "\n");
        if (!gaps.isEmpty()) {
            map.append("    exclude:\n");
            gaps.forEach(gap -> map.append(exclusion(gap)));
        }
        map.append(hold);
        map.append(breakdown.isEmpty() ? "" : "    breakdown: " + breakdown + "\n");
        map.append("    attribution: " + attribution + "\n    entry_cohort: " + oneOf("day", "week", "month") + "\n");
        map.append(oneOf("", "    compare: {before: [2024-01-01, 2024-01-31], after: [2024-02-29, 2024-03-01]}\n"));
        return map.append("    undecided_after: " + oneOf("1s", "30m", "2d") + "\n")
                .toString();
    }

    private String exclusion(int[] gap) {
        return "      - {" + oneOf("events: x", "channels: [x, y]", "where: value > 1")
                + (gap[0] == 0 ? "" : ", between: [s" + gap[0] + ", s" + gap[1] + "]")
                + oneOf("", ", scope: attempt", ", scope: unit") + "}\n";
    }

    private int someStep() {
        return 1 + random.nextInt(stepCount);
    }

    private boolean rarely() {
        return random.nextInt(8) == 0;
    }

    private String oneOf(String... words) {
        return words[random.nextInt(words.length)];
    }
}
