package io.parcours.jobs;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A command as a user ran it, in this process.
 *
 * @param exitCode its exit code
 * @param out what it printed
 * @param errors what it printed to stderr
 */
record CommandRun(int exitCode, String out, String errors) {

    static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        int exitCode = Parcours.execute(new PrintWriter(out), new PrintWriter(errors), arguments);
        return new CommandRun(
                exitCode, out.toString().replace("\r", ""), errors.toString().replace("\r", ""));
    }
}
