package io.parcours.map;

import java.util.regex.Pattern;

/** Tells numbers by their looks. */
final class Numbers {
    private static final Pattern WITH_POINT = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");

    private Numbers() {}

    /** Whether text is a number with a decimal point, or none. */
    static boolean isNumber(String text) {
        return WITH_POINT.matcher(text).matches();
    }

    /** Whether text is a number with a decimal comma. */
    static boolean hasComma(String text) {
        return WITH_COMMA.matcher(text).matches();
    }

    /** Whether text is a number either way. */
    static boolean isAnyNumber(String text) {
        return isNumber(text) || hasComma(text);
    }
}
