package io.parcours.ingest;

/** Other people's messages as one short line. */
final class OneLine {
    private static final int LONGEST = 160;

    private OneLine() {}

    static String of(Throwable problem) {
        String message = problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
        return cut(message.strip().replaceAll("\\s*[\\r\\n]+\\s*", " "), LONGEST);
    }

    /** Text of at most so many characters; what was cut off is marked. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
