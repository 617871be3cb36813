package io.parcours.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a map's text is, it is read or refused in one line: no other exception, no endless work. */
class HostileMapTest {
    private static final int TRIALS = 1_000;

    private static final List<String> MISTYPED = List.of(
            "",
            "null",
            "5",
            "-1",
            "1.5",
            "true",
            "[]",
            "{}",
            "[[]]",
            "{a: b}",
            "'x'",
            "[1, 2]",
            "none",
            "0x1F",
            ".inf",
            "99999999999999999999",
            "\"\\u0000\"",
            "'; drop'",
            "!!binary abcd",
            "*a",
            "&a x",
            "|\n  text",
            "2024-01-01");

    @Test
    void aBillionLaughsAreOneLine() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1) + ", ";
            text.append("a" + i + ": &a" + i + " [" + alias.repeat(4) + "*a" + (i - 1) + "]\n");
        }

        assertThat(problem(text.toString()))
                .isEqualTo(
                        "m.yaml: is no YAML: Number of aliases for non-scalar nodes" + " exceeds the specified max=50");
        assertThat(problem(text.toString().replaceAll("(?m)^a(1[01]|[789]):.*\n", "")))
                .startsWith("m.yaml:1: holds more than 100000 values");
    }

    @Test
    void depthIsOneLine() {
        assertThat(problem("a: " + "[".repeat(100_000))).isEqualTo("m.yaml:1: is nested more than 20 levels deep");
        assertThat(problem("? ".repeat(100_000))).contains("is nested more than 20 levels deep");
        assertThat(problem("name: &a [*a]")).isEqualTo("m.yaml:1: is nested more than 20 levels deep");
    }

    @Test
    void controlCharactersOfAMapNeverReachTheTerminal() {
        assertThat(problem("\"\\e[31mred\\a\": 1")).contains("?[31mred?").doesNotContain("\u001b");
        assertThat(problem("name: \u001b[31m")).doesNotContain("\u001b");
    }

    @Test
    void veryLongWordsAreCut() {
        assertThat(problem("x".repeat(500_000) + ": 1").length()).isLessThan(400);
        assertThat(problem("name: a\nfunnels: [{name: f, steps: [{stage: " + "x".repeat(500_000) + "}]}]")
                        .length())
                .isLessThan(400);
    }

    @Test
    void thousandsOfStagesAndStepsAreCheckedInNoTime() {
        StringBuilder text = new StringBuilder("name: s\nstages:\n");
        for (int i = 0; i < 3_000; i++) {
            text.append("  - {name: s" + i + ", events: [e" + i + ", f" + i + "]}\n");
        }
        text.append("funnels:\n  - name: f\n    steps:\n");
        for (int i = 0; i < 3_000; i++) {
            text.append("      - {name: t" + i + ", stage: s" + i + ", events: f" + i + "}\n");
        }
        text.append("    exclude:\n");
        for (int i = 1; i < 3_000; i++) {
            text.append("      - {events: x, between: [t" + (i - 1) + ", t" + i + "]}\n");
        }

        assertThat(JourneyMapReader.read(text.toString(), "m.yaml")
                        .funnels()
                        .get(0)
                        .steps())
                .hasSize(3_000);
    }

    @Test
    void anyLineChangedEndsInAMapOrAMapException() {
        String full = MapResources.fullMap();
        List<String> lines = full.lines().toList();
        int refused = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            Random random = new Random(trial);
            List<String> changed = new ArrayList<>(lines);
            for (int change = 0; change <= random.nextInt(3); change++) {
                int at = random.nextInt(changed.size());
                changed.set(at, mutated(changed.get(at), random));
            }
            refused += isRefused(String.join("\n", changed), trial) ? 1 : 0;
        }
        assertThat(refused).isBetween(TRIALS / 2, TRIALS - 1);
    }

    @Test
    void everyKeyIsLookedAt() {
        List<String> unread = new ArrayList<>();
        for (String key : MapKeys.MAP.paths()) {
            String last = key.substring(key.lastIndexOf('.') + 1);
            String mistyped = MapResources.fullMap()
                    .replaceAll(
                            "(?m)([ {]|^)" + last + ":( [^\\[{\n,}]*| \\[[^\\]]*\\])?",
                            "$1" + last + ": {wrong: {type: 1}}");
            boolean isSeen = last.equals("steps") || isRefused(mistyped, 0);
            if (!isSeen) {
                unread.add(key);
            }
        }
        assertThat(unread).isEmpty();
    }

    private static String mutated(String line, Random random) {
        int at = random.nextInt(line.length() + 1);
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> line.substring(0, at) + (char) ('!' + random.nextInt(94)) + line.substring(at);
            case 2 -> line.substring(0, Math.max(0, at - 1)) + line.substring(at);
            case 3 -> line.replaceFirst(": .*", ": " + MISTYPED.get(random.nextInt(MISTYPED.size())));
            case 4 -> line.replaceFirst("([a-z_]+):", "$1x:");
            default -> line + "\n" + line;
        };
    }

    private static boolean isRefused(String text, int trial) {
        try {
            JourneyMap map = JourneyMapReader.read(text, "m.yaml");
            assertThat(JourneyMapReader.read(map.effective(), "e.yaml"))
                    .as("trial %s", trial)
                    .isEqualTo(map);
            return false;
        } catch (MapException refused) {
            assertThat(refused.problems()).as("trial %s", trial).isNotEmpty();
            assertThat(refused.getMessage()).as("trial %s", trial).doesNotContain("\n");
            return true;
        }
    }

    private static String problem(String text) {
        return catchThrowableOfType(MapException.class, () -> JourneyMapReader.read(text, "m.yaml"))
                .problems()
                .get(0)
                .toString();
    }
}
