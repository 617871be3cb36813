package io.parcours.jobs;

/** How the user started the command, so that lines to copy work as they stand. */
final class Invocation {
    private Invocation() {}

    /** What the launcher was called as, such as {@code ./parcours}; {@code parcours} without the launcher. */
    static String name() {
        String said = System.getenv("PARCOURS_COMMAND");
        return said == null || said.isBlank() ? "parcours" : said;
    }
}
