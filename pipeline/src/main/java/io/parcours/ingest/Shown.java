package io.parcours.ingest;

/** A value of the log as a detail shows it. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    static String of(Object value) {
        String text = value instanceof String written ? written : TextValues.of(value);
        return text == null ? "missing" : "'" + OneLine.cut(text.replaceAll("\\p{Cntrl}", " "), LONGEST) + "'";
    }
}
