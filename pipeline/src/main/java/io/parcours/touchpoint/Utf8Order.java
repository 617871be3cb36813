package io.parcours.touchpoint;

import java.util.Comparator;

/**
 * The order of texts by their UTF-8 bytes, the same in every locale. It is the order of code points, and differs from
 * {@link String#compareTo} where a surrogate pair meets one of U+E000 to U+FFFF.
 */
public final class Utf8Order {
    /** Compares texts by their UTF-8 bytes; null comes last. */
    public static final Comparator<String> COMPARATOR = Comparator.nullsLast(Utf8Order::compare);

    private Utf8Order() {}

    /** Compares two texts by their UTF-8 bytes. */
    public static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                // A surrogate stands for a code point above every other char's.
                boolean aIsHigh = Character.isSurrogate(a);
                boolean bIsHigh = Character.isSurrogate(b);
                return aIsHigh == bIsHigh ? Character.compare(a, b) : aIsHigh ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
