package io.parcours.jobs;

import java.io.Console;

/** Whether a person reads what is printed. */
final class Terminal {

    private Terminal() {}

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
