package io.parcours.journey;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The texts that repeat within a task (events, channels, dimensions, files) by number, so that they are compared and
 * looked up as numbers. Equal texts have one number; 0 is a missing text. Numbers mean nothing outside their task.
 */
final class TextCodes {
    static final int MISSING = 0;

    private final Map<String, Integer> codes = new HashMap<>();
    private String[] texts = new String[64];

    /** The number of a text, new if it was not met before. */
    int of(String text) {
        if (text == null) {
            return MISSING;
        }
        Integer known = codes.get(text);
        if (known != null) {
            return known;
        }
        int code = codes.size() + 1;
        codes.put(text, code);
        if (code == texts.length) {
            texts = Arrays.copyOf(texts, code * 2);
        }
        texts[code] = text;
        return code;
    }

    /** The text of a number, null for {@link #MISSING}. */
    String text(int code) {
        return texts[code];
    }
}
