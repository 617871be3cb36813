package io.parcours.jobs;

import io.parcours.output.OutputStore;
import io.parcours.report.Report;
import io.parcours.report.data.ReportTables;
import io.parcours.report.words.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parcours report}: one HTML page that tells what a run has found. Starts no Spark. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Makes one HTML page of the tables that a run has written: it needs no network and no other file.",
            "Without --open it lies in the output folder as report-DAY.html, in French as report-DAY.fr.html."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  parcours report --output reports",
            "  parcours report --output reports --open checkout.html --lang fr",
            "  parcours report --output reports --compare 2024-02-29"
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "The folder the run wrote to.")
    private String output;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            converter = DayOption.class,
            description = "The result of this day, as 2024-12-31. Default: the latest.")
    private LocalDate asOf;

    @Option(
            names = "--compare",
            paramLabel = "DAY",
            converter = DayOption.class,
            description = "Mark what differs from the result of this day by more than chance would make it.")
    private LocalDate compare;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "The language of the page: en or fr. Default: en.")
    private Language language;

    @Option(
            names = "--open",
            paramLabel = "FILE",
            description = "Write the page to this file, and show it in the browser where there is one.")
    private Path file;

    @Option(
            names = "--at-risk",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many of the customers at risk are named. Default: 20; 0 for a page without customers.")
    private int atRisk;

    @Override
    public Integer call() throws IOException {
        if (atRisk < 0) {
            throw new ParameterException(spec.commandLine(), "--at-risk is a number of customers, not " + atRisk);
        }
        if (file != null) {
            PageFile.check(file);
        }
        ReportSource source =
                new ReportSource(output, Results.open(output, spec.commandLine().getErr()));
        LocalDate day = asOf == null ? source.latestDay() : asOf;
        if (compare != null && !compare.isBefore(day)) {
            throw new ParameterException(
                    spec.commandLine(), "--compare names a day before that of the report, " + day + ", not " + compare);
        }
        ReportTables tables = source.tables(day);
        Optional<ReportTables> before = Optional.ofNullable(compare).map(source::tables);
        StringWriter page = new StringWriter();
        Report.write(new Report.Request(tables, before, language, atRisk), page);
        save(day, page.toString());
        return ExitCode.OK;
    }

    private void save(LocalDate day, String page) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (file != null) {
            PageFile.write(file, page);
            out.println("report    " + file + (PageFile.show(file) ? "" : " (no browser to show it here)"));
            return;
        }
        String name = "report-" + day + (language == Language.EN ? "" : "." + language.code()) + ".html";
        OutputStore store = OutputStore.open(output, Configuration::new);
        store.write(name, page);
        out.println("report    " + store.child(name));
    }
}
