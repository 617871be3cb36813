package io.parcours.jobs;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/**
 * Does a little of everything that commands do, so that the launcher can keep the classes they load for later starts.
 * The JVM that runs it is asked for an archive of what it has loaded when it ends.
 */
final class Rehearsal {
    private final Path folder;

    private Rehearsal(Path folder) {
        this.folder = folder;
    }

    /**
     * Rehearses commands of one kind: {@code engine}, those with Spark, or {@code quick}, those without, which need what
     * the former have written.
     *
     * @param arguments the kind, and a folder to write into
     */
    public static void main(String[] arguments) {
        QuickStart.prepare("show");
        Rehearsal rehearsal = new Rehearsal(Path.of(arguments[1]));
        if (arguments[0].equals("engine")) {
            rehearsal.withEngine();
        } else {
            rehearsal.withoutEngine();
        }
        System.exit(ExitCode.OK);
    }

    private void withEngine() {
        for (String format : List.of("csv", "json", "parquet")) {
            run("sample", "--output", in("log-" + format), "--customers", "300", "--format", format);
            run("run", "--map", map(), "--input", log(format), "--output", in("reports"));
        }
        run(
                "query",
                "select last_channel, count(*) from journeys where is_converted group by last_channel order by 2",
                "--output",
                in("reports"));
    }

    private void withoutEngine() {
        run("sample", "--output", in("log"), "--customers", "30");
        run("check", "--map", map(), "--input", log("csv"));
        run("init", "--from", log("csv"));
        for (String format : List.of("table", "csv", "json", "markdown")) {
            run("show", "funnel_steps", "--output", in("reports"), "--format", format);
        }
        run("show", "journeys", "--output", in("reports"), "--where", "is_converted = true", "--sort", "-value");
        run("report", "--output", in("reports"), "--open", in("report.html"));
        run("show", "--output", in("reports"), "--width", "80");
        run("show", "--describe", "journeys", "--output", in("reports"), "--width", "80");
        run("show", "--help");
    }

    private String map() {
        return in("log-csv/journey-map.yaml");
    }

    private String log(String format) {
        return in("log-" + format + "/touchpoints." + format);
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    private static void run(String... arguments) {
        PrintWriter nobody = new PrintWriter(Writer.nullWriter());
        if (Parcours.execute(nobody, nobody, arguments) != ExitCode.OK) {
            System.exit(ExitCode.FAILURE);
        }
    }
}
