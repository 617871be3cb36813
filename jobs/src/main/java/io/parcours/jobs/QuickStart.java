package io.parcours.jobs;

import io.parcours.table.TableReader;
import java.util.List;

/** What lets a command that needs no engine answer soon: one that only prints a table in less than a second. */
final class QuickStart {
    private QuickStart() {}

    /**
     * Prepares the process for its command, before any class that logs is loaded. For a command without the engine the
     * libraries' log is left out, as starting it takes longer than the command ({@code --verbose} keeps it), and
     * Parquet's classes are loaded while the command line is read.
     */
    static void prepare(String... arguments) {
        List<String> words = List.of(arguments);
        if (!isWithoutEngine(words)) {
            return;
        }
        if (!words.contains("--verbose")) {
            System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
            System.setProperty("slf4j.internal.verbosity", "WARN");
        }
        Thread loading = new Thread(QuickStart::load, "quick-start");
        loading.setDaemon(true);
        loading.start();
    }

    private static boolean isWithoutEngine(List<String> words) {
        String command =
                words.stream().filter(word -> !word.startsWith("-")).findFirst().orElse("");
        return command.equals("show")
                || command.equals("analyze")
                        && words.stream().noneMatch(word -> word.startsWith("--master"))
                        && !AnalyzeCommand.isSparkSet();
    }

    private static void load() {
        try {
            TableReader.prepare();
        } catch (LinkageError failure) {
            // The command itself will meet it and say so.
            return;
        }
    }
}
