package io.parcours.condition;

/** Functions of texts that need more than a line. */
final class TextFunctions {

    private TextFunctions() {}

    /** Fails where the start or the length is no whole number, or the length is below 0. */
    static TextNode substring(TextNode operand, NumberNode start, NumberNode length) {
        return row -> {
            String text = operand.value(row);
            double from = start.value(row);
            double count = length.value(row);
            if (TextNode.isFailed(text) || from == NumberNode.FAILED || count == NumberNode.FAILED) {
                return TextNode.FAILED;
            }
            if (text == null || Double.isNaN(from) || Double.isNaN(count)) {
                return null;
            }
            boolean isLegal = from == Math.rint(from) && count == Math.rint(count) && count >= 0;
            return isLegal ? CodePoints.substring(text, from, from + count) : TextNode.FAILED;
        };
    }
}
