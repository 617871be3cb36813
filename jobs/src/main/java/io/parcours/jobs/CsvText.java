package io.parcours.jobs;

/** What becomes of the texts in a csv. */
enum CsvText {
    /** They stay as they are, for programs. */
    EXACT {
        @Override
        String of(String text) {
            return text;
        }
    },
    /** On a terminal what would steer it is spelled out; line ends and tabs stay. */
    ON_TERMINAL {
        @Override
        String of(String text) {
            return SafeText.ofLines(text);
        }
    },
    /**
     * A text that a spreadsheet would take for a formula is preceded by an apostrophe, which spreadsheets take for "a text
     * follows": one that begins with = + - @, a tab or a line end, as the Open Worldwide Application Security Project
     * lists them under CSV injection; also where blanks and unseen letters stand before the sign, and in the signs' wide forms.
     */
    FOR_SPREADSHEET {
        @Override
        String of(String text) {
            return isFormula(text) ? "'" + text : text;
        }
    };

    private static final String LINE_ENDS = "\t\r\n";
    private static final String SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20";

    /** The text as it is printed, before it is quoted. */
    abstract String of(String text);

    private static boolean isFormula(String text) {
        if (text.isEmpty()) {
            return false;
        }
        int first = 0;
        while (first < text.length() && isUnseen(text.charAt(first))) {
            first++;
        }
        boolean hasSign = first < text.length() && SIGNS.indexOf(text.charAt(first)) >= 0;
        return hasSign || LINE_ENDS.indexOf(text.charAt(0)) >= 0;
    }

    /** What a spreadsheet may pass over before it looks for a sign. */
    private static boolean isUnseen(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || SafeText.isUnsafe(letter);
    }
}
