package io.parcours.jobs;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Text of strangers, fit for a terminal: what would move the cursor, colour or reverse the line is spelled out. */
final class SafeText {

    private SafeText() {}

    /** The text with control and direction characters written as escapes: a newline becomes {@code \\n}. */
    static String of(String text) {
        return spelled(text, SafeText::isUnsafe);
    }

    /** As {@link #of}, but newlines and tabs stay what they are. */
    static String ofLines(String text) {
        return spelled(text, letter -> letter != '\n' && letter != '\t' && isUnsafe(letter));
    }

    private static String spelled(String text, IntPredicate isSpelled) {
        if (text.codePoints().noneMatch(isSpelled)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(letter -> {
            if (isSpelled.test(letter)) {
                safe.append(spelled(letter));
            } else {
                safe.appendCodePoint(letter);
            }
        });
        return safe.toString();
    }

    /** Whether a character steers a terminal, or reorders or hides what stands beside it. */
    static boolean isUnsafe(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            // U+200D joins the parts of one emoji; the others of this kind reorder or hide what stands beside them.
            case Character.FORMAT -> letter != '\u200d';
            default -> false;
        };
    }

    private static String spelled(int letter) {
        return switch (letter) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", letter);
        };
    }
}
