package io.parcours.jobs;

import java.io.Console;
import java.util.Map;
import java.util.OptionalInt;

/** Whether a person reads what is printed, and how wide the terminal is. */
final class Terminal {
    /** Narrower, no table is readable: whoever says so, says something else. */
    private static final int NARROWEST = 20;

    private Terminal() {}

    /**
     * True when stderr is a terminal's. Java cannot tell, but the launcher can and says so; without it, a process whose
     * other ends are a terminal's is taken to have its stderr there too.
     */
    static boolean hasErrors() {
        String said = System.getenv("PARCOURS_STDERR");
        return said == null ? isAttached() : said.equals("terminal");
    }

    /** True when stdout is a terminal's; as {@link #hasErrors}. */
    static boolean hasOutput() {
        String said = System.getenv("PARCOURS_STDOUT");
        return said == null ? isAttached() : said.equals("terminal");
    }

    /** How many letters fit a line of stdout; empty where it is no terminal's, or nobody says. */
    static OptionalInt outputWidth() {
        return hasOutput() ? width(System.getenv()) : OptionalInt.empty();
    }

    /** The width that an environment tells: what the user has set before what the launcher has found out. */
    static OptionalInt width(Map<String, String> environment) {
        for (String name : new String[] {"COLUMNS", "PARCOURS_COLUMNS"}) {
            String said = environment.getOrDefault(name, "");
            if (said.matches("[0-9]{2,5}") && Integer.parseInt(said) >= NARROWEST) {
                return OptionalInt.of(Integer.parseInt(said));
            }
        }
        return OptionalInt.empty();
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
