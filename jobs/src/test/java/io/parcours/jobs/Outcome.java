package io.parcours.jobs;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** What a command did, called as users call it but in this process. */
record Outcome(int exitCode, String out, String err) {

    static Outcome of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Parcours.execute(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    /** A table's rows as csv, read without Spark. */
    static String table(String name, Path output, String... more) {
        String[] arguments = new String[6 + more.length];
        System.arraycopy(
                new String[] {"show", name, "--output", output.toString(), "--format", "csv"}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        Outcome outcome = of(arguments);
        if (outcome.exitCode() != 0) {
            throw new AssertionError("show " + name + " ended with " + outcome.exitCode() + ": " + outcome.err());
        }
        return outcome.out();
    }

    /** A public log that some tests reproduce; the test is skipped where it is absent. */
    static Path publicLog(String name) {
        Path location = Path.of(System.getProperty("parcours.data", "../shared/data"), name);
        Assumptions.assumeTrue(
                Files.exists(location),
                () -> "skipped: the public log " + name + " is not at -Dparcours.data="
                        + System.getProperty("parcours.data"));
        return location;
    }
}
