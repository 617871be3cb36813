package io.parcours.report.words;

import java.util.Locale;

/** A language that reports are written in, completely. */
public enum Language {
    /** English, with days and numbers as in Britain. */
    EN(Locale.UK),
    /** French, as in France. */
    FR(Locale.FRANCE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /** The code of the language, as in {@code --lang}. */
    public String code() {
        return locale.getLanguage();
    }
}
