package io.parcours.report.chart;

/** How much room a text takes in a drawing, as far as that can be known without the reader's fonts: rather too much. */
public final class TextFit {
    private static final double NARROW = 0.34;
    private static final double USUAL = 0.6;
    private static final double BROAD = 0.92;
    private static final double FULL = 1.05;
    private static final String ELLIPSIS = "…";

    private static final double BRIEF = 26;

    private TextFit() {}

    /** A name of a log or a map, or as much of it as a sentence or a cell can bear: some forty letters. */
    public static String brief(String name) {
        return cut(name, BRIEF, 1);
    }

    /** The width of a text at a font size, in the units of that size. */
    public static double width(String text, double size) {
        return text.codePoints().mapToDouble(TextFit::part).sum() * size;
    }

    /** The text, or as much of its beginning as fits into a width, with an ellipsis. */
    public static String cut(String text, double room, double size) {
        if (width(text, size) <= room) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        double left = room - width(ELLIPSIS, size);
        for (int index = 0; index < text.length(); ) {
            int letter = text.codePointAt(index);
            left -= part(letter) * size;
            if (left < 0) {
                break;
            }
            kept.appendCodePoint(letter);
            index += Character.charCount(letter);
        }
        return kept.toString().stripTrailing() + ELLIPSIS;
    }

    private static double part(int letter) {
        if (letter < 0x80) {
            return "iljtfr.,:;'|!()[] ".indexOf(letter) >= 0
                    ? NARROW
                    : Character.isUpperCase(letter) || letter == 'm' || letter == 'w' || letter == '%' || letter == '@'
                            ? BROAD
                            : USUAL;
        }
        return letter < 0x1100 ? 0.7 : FULL;
    }
}
