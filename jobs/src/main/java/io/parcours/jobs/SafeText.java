package io.parcours.jobs;

import java.util.Locale;

/** Text of strangers, fit for a terminal: what would move the cursor, colour or reverse the line is spelled out. */
final class SafeText {

    private SafeText() {}

    /** The text with control and direction characters written as escapes: a newline becomes {@code \\n}. */
    static String of(String text) {
        if (text.codePoints().noneMatch(SafeText::isUnsafe)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(letter -> {
            if (isUnsafe(letter)) {
                safe.append(spelled(letter));
            } else {
                safe.appendCodePoint(letter);
            }
        });
        return safe.toString();
    }

    private static boolean isUnsafe(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
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
