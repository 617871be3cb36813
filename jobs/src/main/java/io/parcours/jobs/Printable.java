package io.parcours.jobs;

/** Texts of a log or a map on their way to a terminal: nothing in them can steer it. */
final class Printable {
    private Printable() {}

    /** The text with control characters, among them escape sequences and line ends, shown as a replacement sign. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", "\uFFFD");
    }
}
