package io.parcours.condition;

import java.util.Arrays;

/**
 * A pattern of {@code like}: {@code %} stands for any characters or none, {@code _} for one. Matching never goes back
 * further than the last {@code %}, so that its time is at most the length of the text times that of the pattern.
 */
final class LikePattern {

    private static final int LONGEST = 1000;
    private static final int ANY_ONE = -1;
    private static final int ANY_MANY = -2;

    private final int[] codes;

    private LikePattern(int[] codes) {
        this.codes = codes;
    }

    /** @param position where the pattern stands in the condition, for errors */
    static LikePattern of(String pattern, String escape, int position) {
        if (CodePoints.length(pattern) > LONGEST) {
            throw Wording.error(position, "a pattern of like has at most " + LONGEST + " characters");
        }
        int escapeCode = escape.codePointAt(0);
        int[] codes = new int[pattern.length()];
        int size = 0;
        int at = 0;
        while (at < pattern.length()) {
            int code = pattern.codePointAt(at);
            at += Character.charCount(code);
            if (code == escapeCode) {
                code = escaped(pattern, at, escapeCode, position);
                at += Character.charCount(code);
                codes[size++] = code;
            } else {
                codes[size++] = code == '%' ? ANY_MANY : code == '_' ? ANY_ONE : code;
            }
        }
        return new LikePattern(Arrays.copyOf(codes, size));
    }

    private static int escaped(String pattern, int at, int escape, int position) {
        int code = at < pattern.length() ? pattern.codePointAt(at) : 0;
        if (code == '%' || code == '_' || code == escape) {
            return code;
        }
        String sign = Character.toString(escape);
        throw Wording.error(
                position,
                "in the pattern " + Wording.quoted(pattern) + " the escape " + sign + " stands before neither %, _ nor "
                        + sign,
                "write " + sign + sign + " for itself, or choose another with escape '!'");
    }

    boolean matches(String text) {
        int at = 0;
        int code = 0;
        int afterMany = -1;
        int retry = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (code < codes.length && codes[code] == ANY_MANY) {
                afterMany = ++code;
                retry = at;
            } else if (code < codes.length && (codes[code] == ANY_ONE || codes[code] == character)) {
                code++;
                at += Character.charCount(character);
            } else if (afterMany >= 0) {
                retry += Character.charCount(text.codePointAt(retry));
                at = retry;
                code = afterMany;
            } else {
                return false;
            }
        }
        while (code < codes.length && codes[code] == ANY_MANY) {
            code++;
        }
        return code == codes.length;
    }
}
