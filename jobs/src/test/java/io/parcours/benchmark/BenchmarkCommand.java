package io.parcours.benchmark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The benchmark: {@code docs/performance.md} says how it is run. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description = "Races Parcours against DuckDB and Spark SQL, or watches it grow.")
final class BenchmarkCommand implements Callable<Integer> {

    /** What is asked. */
    enum Mode {
        /** Parcours, the better variant of each peer, and the floors. */
        RACE,
        /** Parcours and every variant of every peer. */
        VARIANTS,
        /** Parcours alone over logs of several sizes and shapes. */
        GROWTH
    }

    @Option(names = "--mode", defaultValue = "race")
    private Mode mode;

    @Option(names = "--touchpoints", defaultValue = "20000000")
    private long touchpoints;

    @Option(names = "--customers", defaultValue = "500000")
    private int customers;

    @Option(names = "--days", defaultValue = "90")
    private int days;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Option(names = "--rounds", defaultValue = "3")
    private int rounds;

    @Option(names = "--heap", defaultValue = "8g")
    private String heap;

    @Option(names = "--cores", defaultValue = "2")
    private int cores;

    @Option(names = "--work", required = true)
    private Path work;

    @Option(names = "--contenders", split = ",", arity = "0..1", description = "In place of those of the mode.")
    private List<String> contenders = List.of();

    @Option(names = "--cases", split = ",", arity = "0..1", description = "Which cases of growth; all without it.")
    private List<String> cases = List.of();

    @Option(names = "--sizes", split = ",", defaultValue = "5,20,80", description = "Of growth, in millions.")
    private List<Long> sizes;

    @Option(names = "--small-heap", defaultValue = "4g", description = "In which the largest of them runs too.")
    private String smallHeap;

    @Option(names = "--buyers", split = ",", defaultValue = "10000,100000,1000000,20000000", description = "Of growth.")
    private List<Integer> buyers;

    /** Runs the benchmark and ends the process. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchmarkCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Files.createDirectories(work.toAbsolutePath().normalize());
        Map<String, String> machine = Machine.facts();
        Stable stable = new Stable(folder, heap, cores);
        if (mode == Mode.GROWTH) {
            new Growth(stable, new GrowthSizes(sizes, smallHeap, days, seed, buyers), out::println).run(cases());
            return 0;
        }
        BenchmarkLog log = BenchmarkLog.prepare(LogSize.of(touchpoints, customers, days, seed), folder, out::println);
        List<Figures> figures = new Race(stable, log, chosen(), out::println).run(rounds);
        RaceReport report = new RaceReport(settings(log), machine, figures);
        report.writeTo(folder);
        out.println();
        out.print(report.page());
        out.println("\nwritten to " + folder.resolve("results.md"));
        return 0;
    }

    private List<Contender> chosen() {
        List<String> named = named(contenders);
        if (!named.isEmpty()) {
            return named.stream().map(Contender::of).toList();
        }
        return mode == Mode.VARIANTS ? Contender.VARIANTS : Contender.CHOSEN;
    }

    private List<Growth.Case> cases() {
        List<String> named = named(cases);
        return named.isEmpty()
                ? List.of(Growth.Case.values())
                : named.stream()
                        .map(name -> Growth.Case.valueOf(
                                name.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .toList();
    }

    /** A property that was not set arrives as an empty word. */
    private static List<String> named(List<String> words) {
        return words.stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    private Map<String, String> settings(BenchmarkLog log) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "log",
                String.format(
                        Locale.ROOT,
                        "about %,d touchpoints of %,d customers, %d days, seed %d",
                        log.size().touchpoints(),
                        log.size().customers(),
                        log.size().days(),
                        log.size().seed()));
        settings.put("rounds", Integer.toString(rounds));
        settings.put("heap", heap);
        settings.put("cores used", Integer.toString(cores));
        return settings;
    }
}
