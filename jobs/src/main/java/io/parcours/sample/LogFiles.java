package io.parcours.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes the spilled records as the log: one file where it is small, otherwise one a day. */
final class LogFiles {
    /** Above so many expected records the log has a file for every day. */
    static final long LARGEST_SINGLE_FILE = 2_000_000;

    private static final int MOST_THREADS = 4;

    private final SampleRules rules;
    private final SampleCalendar calendar;
    private final Spill spill;
    private final Pace pace;

    LogFiles(SampleRules rules, SampleCalendar calendar, Spill spill, Pace pace) {
        this.rules = rules;
        this.calendar = calendar;
        this.spill = spill;
        this.pace = pace;
    }

    static boolean isSingle(SampleRules rules) {
        return rules.expectedRecords() <= LARGEST_SINGLE_FILE;
    }

    /** The name of the log in its folder: a file's, or a folder's. */
    static String name(SampleRules rules) {
        return isSingle(rules) ? SampleFolder.LOG + "." + rules.format().extension() : SampleFolder.LOG;
    }

    /** How many files were written. */
    int write(Path folder) throws IOException {
        Path log = folder.resolve(name(rules));
        return isSingle(rules) ? writeOne(log) : writeDays(Files.createDirectory(log));
    }

    private int writeOne(Path file) throws IOException {
        try (LogWriter writer = LogWriter.open(rules.format(), file)) {
            for (int day = 0; day < calendar.days(); day++) {
                for (Spill.Slice slice : spill.slicesOf(day)) {
                    slice.writeTo(writer);
                }
            }
        }
        return 1;
    }

    private int writeDays(Path folder) throws IOException {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> days = new ArrayList<>();
            for (int day = 0; day < calendar.days(); day++) {
                int number = day;
                days.add(pool.submit(() -> writeDay(folder, number)));
            }
            int files = 0;
            for (int day = 0; day < days.size(); day++) {
                files += days.get(day).get();
                pace.at("writing, days", day + 1, days.size());
            }
            return files;
        } catch (ExecutionException problem) {
            throw asIOException(problem.getCause());
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", problem);
        } finally {
            pool.shutdownNow();
        }
    }

    private int writeDay(Path folder, int day) throws IOException {
        List<Spill.Slice> slices = spill.slicesOf(day);
        if (slices.isEmpty()) {
            return 0;
        }
        String name =
                SampleCalendar.FIRST_DAY.plusDays(day) + "." + rules.format().extension();
        try (LogWriter writer = LogWriter.open(rules.format(), folder.resolve(name))) {
            for (Spill.Slice slice : slices) {
                slice.writeTo(writer);
            }
        }
        return 1;
    }

    private static IOException asIOException(Throwable problem) {
        if (problem instanceof IOException io) {
            return io;
        }
        if (problem instanceof UncheckedIOException unchecked) {
            return unchecked.getCause();
        }
        return new IOException(problem);
    }
}
