package io.parcours.jobs;

import io.parcours.table.TableReader;
import java.util.List;

/** What lets a command start sooner, and one that only prints a table answer in less than a second. */
final class QuickStart {
    private QuickStart() {}

    /**
     * Prepares the process for its command, before any class that logs is loaded. The libraries' log, which is silent
     * anyway, is left out, as starting it takes a while; {@code --verbose} and settings of log4j keep it. For a command
     * without the engine Parquet's classes are loaded while the command line is read.
     */
    static void prepare(String... arguments) {
        List<String> words = List.of(arguments);
        if (!words.contains("--verbose") && !isLogSet()) {
            System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
            System.setProperty("slf4j.internal.verbosity", "WARN");
        }
        if (isWithoutEngine(words)) {
            Thread loading = new Thread(QuickStart::load, "quick-start");
            loading.setDaemon(true);
            loading.start();
        }
    }

    private static boolean isLogSet() {
        return System.getProperties().stringPropertyNames().stream().anyMatch(name -> name.startsWith("log4j"));
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
