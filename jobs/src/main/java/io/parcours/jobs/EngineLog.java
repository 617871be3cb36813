package io.parcours.jobs;

import java.util.List;

/** The log of the engine's libraries, which commands without the engine do without. */
final class EngineLog {
    private static final List<String> COMMANDS_WITHOUT_ENGINE = List.of("show");

    private EngineLog() {}

    /**
     * Leaves the log out of a process that only prints a table: starting it takes longer than the command. Must come
     * before the first class that logs, and has no effect later. {@code --verbose} keeps the log.
     */
    static void leaveOutWhereUnused(String... arguments) {
        List<String> words = List.of(arguments);
        boolean isUsed = words.contains("--verbose")
                || words.stream().filter(word -> !word.startsWith("-")).findFirst().stream()
                        .noneMatch(COMMANDS_WITHOUT_ENGINE::contains);
        if (!isUsed) {
            System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
            System.setProperty("slf4j.internal.verbosity", "WARN");
        }
    }
}
