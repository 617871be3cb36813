package io.parcours.condition;

/** Text as the grammar sees it: its characters are Unicode code points, also where Java needs two chars for one. */
final class CodePoints {

    private CodePoints() {}

    /** The order of code points, which is the order of the UTF-8 bytes. */
    static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char one = left.charAt(i);
            char other = right.charAt(i);
            if (one != other) {
                // Surrogates stand for the highest code points, but are not the highest chars.
                boolean areAlike = Character.isSurrogate(one) == Character.isSurrogate(other);
                return areAlike ? one - other : Character.isSurrogate(one) ? 1 : -1;
            }
        }
        return left.length() - right.length();
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /**
     * The characters from number {@code start} (1 is the first) to before number {@code end}, as far as the text has
     * them.
     */
    static String substring(String text, double start, double end) {
        int length = length(text);
        int from = (int) Math.max(1, Math.min(start, length + 1.0));
        int to = (int) Math.max(from, Math.min(end, length + 1.0));
        int first = text.offsetByCodePoints(0, from - 1);
        return text.substring(first, text.offsetByCodePoints(first, to - from));
    }
}
