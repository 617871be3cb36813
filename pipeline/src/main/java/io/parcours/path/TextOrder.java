package io.parcours.path;

import java.util.Comparator;

/** The order of texts by their UTF-8 bytes, which is that of their code points. */
final class TextOrder {
    static final Comparator<String> UTF_8 = TextOrder::compare;

    private TextOrder() {}

    private static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char left = one.charAt(i);
            char right = other.charAt(i);
            if (left != right) {
                // Surrogates stand for code points above every other char, but lie below some as chars.
                boolean isLeftAbove = Character.isSurrogate(left);
                boolean isRightAbove = Character.isSurrogate(right);
                return isLeftAbove == isRightAbove ? Character.compare(left, right) : isLeftAbove ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
