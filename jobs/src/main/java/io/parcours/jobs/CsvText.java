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
     * lists them under CSV injection; also with blanks or the wide forms of the four signs before.
     */
    FOR_SPREADSHEET {
        @Override
        String of(String text) {
            return isFormula(text) ? "'" + text : text;
        }
    };

    private static final String BEGINNINGS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    /** The text as it is printed, before it is quoted. */
    abstract String of(String text);

    private static boolean isFormula(String text) {
        int first = 0;
        while (first < text.length() && (text.charAt(first) == ' ' || text.charAt(first) == '\u00a0')) {
            first++;
        }
        return first < text.length() && BEGINNINGS.indexOf(text.charAt(first)) >= 0;
    }
}
