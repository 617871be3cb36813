package io.parcours.jobs;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command did.
 *
 * @param exitCode its exit code
 * @param out what it printed as its result
 * @param err what it printed beside it
 */
record Ran(int exitCode, String out, String err) {

    /** Runs a command as users do, in this process. */
    static Ran parcours(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Parcours.execute(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ran(exitCode, out.toString(), err.toString());
    }
}
