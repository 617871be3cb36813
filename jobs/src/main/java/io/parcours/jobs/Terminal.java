package io.parcours.jobs;

import java.io.Console;

/** Whether a person reads what is printed. */
final class Terminal {

    private Terminal() {}

    /**
     * True when stderr is a terminal's. Java cannot tell, but the launcher can and says so; without it, a process whose
     * other ends are a terminal's is taken to have its stderr there too.
     */
    static boolean hasErrors() {
        String said = System.getenv("PARCOURS_STDERR");
        return said == null ? isAttached() : said.equals("terminal");
    }

    /** True when both ends of the process are a terminal's. */
    static boolean isAttached() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there may be a console without a terminal; it says so by a method that 17 has not.
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }
}
