package io.parcours.jobs;

import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableFiles;
import io.parcours.table.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** An output folder with a small table of every type, for the tests of {@code show}. */
final class ShownTables {

    /** A row of the table {@code visits}. */
    record Visit(String name, Long visits, Double rate, Boolean isOpen, Long at, LocalDate day, List<String> path) {}

    static final ReportTable<Visit> VISITS = new ReportTable<>(
            "visits",
            "a visit",
            List.of(
                    Column.text("name", "who", Visit::name),
                    Column.whole("visits", "how often", Visit::visits),
                    Column.real("rate", "which part", Visit::rate),
                    Column.flag("is_open", "not over yet", Visit::isOpen),
                    Column.instant("at", "when", Visit::at),
                    Column.date("day", "on which day", Visit::day),
                    Column.texts("path", "which way", Visit::path)));

    /** Rows that would break a careless printer. 2024-02-29T12:00:00Z is second 1709208000. */
    static final List<Visit> HOSTILE = List.of(
            new Visit(
                    "plain",
                    1L,
                    0.123456789,
                    true,
                    1_709_208_000_000_000L,
                    LocalDate.of(2024, 2, 29),
                    List.of("a", "b", "c")),
            new Visit("say \"hi\", you", -20L, 1e-5, false, 1_709_208_000_000_001L, null, List.of()),
            new Visit("two\nlines\r\n| pipe", 9_007_199_254_740_993L, 12_345_678.9, null, -1L, null, null),
            new Visit("\u001b[31mred\u0007\u009b2J\u202eevil", null, null, null, null, LocalDate.of(1500, 1, 1), null),
            new Visit("=cmd|' /C calc'!A0", 0L, 2.5e22, true, 0L, null, Arrays.asList("x", null, "<b>[y](z)`")),
            new Visit("", null, -0.0, null, null, null, null));

    private ShownTables() {}

    /** Random rows in which values repeat, so that sorting has ties. */
    static List<Visit> random(long seed, int count) {
        Random random = new Random(seed);
        List<Visit> visits = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            visits.add(new Visit(
                    random.nextInt(5) == 0
                            ? null
                            : List.of("a", "B", "ä", "\uffee", "😀", "z").get(random.nextInt(6)),
                    random.nextInt(5) == 0 ? null : random.nextLong(-3, 4),
                    random.nextInt(5) == 0 ? null : random.nextInt(-2, 3) / 4.0,
                    random.nextInt(5) == 0 ? null : random.nextBoolean(),
                    row * 1_000_000L,
                    random.nextInt(5) == 0 ? null : LocalDate.of(2024, 1, 1 + random.nextInt(5)),
                    random.nextInt(5) == 0 ? null : List.of("a", "b").subList(0, random.nextInt(3))));
        }
        return visits;
    }

    /** Writes the rows as a result of that day, in two files. */
    static void write(Path output, String asOf, List<Visit> visits) throws IOException {
        Path folder = Files.createDirectories(output.resolve("visits").resolve("as_of=" + asOf));
        int half = visits.size() / 2;
        writePart(folder.resolve("part-00001.parquet"), visits.subList(half, visits.size()));
        writePart(folder.resolve("part-00000.parquet"), visits.subList(0, half));
    }

    private static void writePart(Path file, List<Visit> visits) throws IOException {
        try (TableWriter<Visit> writer = TableWriter.open(VISITS, TableFiles.output(file))) {
            visits.forEach(writer);
        }
    }
}
