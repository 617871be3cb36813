package io.parcours.jobs;

import java.util.ArrayList;
import java.util.List;

/** How many places of a terminal's line a text takes, and texts made to fit. */
final class TextWidth {
    private static final String ELLIPSIS = "\u2026";

    /** First and last of the characters that take two places: the writings of East Asia, wide forms, emoji. */
    private static final int[][] WIDE = {
        {0x1100, 0x115f},
        {0x2e80, 0x303e},
        {0x3041, 0xa4cf},
        {0xac00, 0xd7a3},
        {0xf900, 0xfaff},
        {0xfe30, 0xfe6f},
        {0xff00, 0xff60},
        {0xffe0, 0xffe6},
        {0x1f300, 0x1f64f},
        {0x1f680, 0x1f6ff},
        {0x1f900, 0x1faff},
        {0x20000, 0x3fffd}
    };

    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    private static int of(int letter) {
        switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {
                return 0;
            }
            default -> {
                for (int[] range : WIDE) {
                    if (letter >= range[0] && letter <= range[1]) {
                        return 2;
                    }
                }
                return 1;
            }
        }
    }

    /** The text, or its beginning and an ellipsis where it takes more places than these. */
    static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        return text.substring(0, fitting(text, width - 1)) + ELLIPSIS;
    }

    /** How many chars from the beginning on take these places at most; a letter keeps its accents. */
    private static int fitting(String text, int width) {
        int index = 0;
        int taken = 0;
        while (index < text.length()) {
            int letter = text.codePointAt(index);
            taken += of(letter);
            if (taken > width) {
                break;
            }
            index += Character.charCount(letter);
        }
        return index;
    }

    /** The text in lines of at most these places, broken at blanks, and inside a word only where it is longer. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && of(line.toString()) + 1 + of(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (of(line.toString()) > width) {
                int end = Math.max(1, fitting(line.toString(), width));
                lines.add(line.substring(0, end));
                line.delete(0, end);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
