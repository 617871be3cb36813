package io.parcours.satisfaction;

import java.text.Normalizer;
import java.util.Map;

/**
 * Texts as they are compared with theme words: only letters and digits, accents and case folded, words parted by one blank
 * each, with a blank at both ends. What folds away:
 *
 * <ul>
 *   <li>forms of the same letter (ligatures, full width, circled): Unicode's compatibility decomposition;
 *   <li>accents, and the points of Hebrew and Arabic: combining marks of no script of their own. Vowel signs of Indian
 *       and Thai words, and the voicing marks of Japanese, are no accents and stay;
 *   <li>case, letter by letter and in no language: {@code I}, {@code i} and their Turkish sisters are one;
 *   <li>letters that are written with a stroke or as two: {@code ø o}, {@code ł l}, {@code đ d}, {@code ß ss}, {@code æ ae},
 *       {@code œ oe}, {@code þ th}, {@code ð d}, {@code ħ h}.
 * </ul>
 */
final class FoldedText {
    /** Normalising puts marks in order, which takes long where thousands follow each other. */
    private static final int MOST_MARKS = 8;

    private static final int FIRST_VOICING_MARK = 0x3099;
    private static final int LAST_VOICING_MARK = 0x309A;
    private static final Map<Integer, String> FOLDS = Map.of(
            (int) 'ß', "ss", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'þ', "th", (int) 'ø', "o", (int) 'ł', "l",
            (int) 'đ', "d", (int) 'ð', "d", (int) 'ħ', "h");
    private static final int LAST_ASCII = 0x7F;

    private FoldedText() {}

    /** The text folded; a single blank where it has no letter and no digit. */
    static String of(String text) {
        String plain = isAscii(text) ? text : unaccented(text);
        StringBuilder words = new StringBuilder(plain.length() + 2).append(' ');
        for (int at = 0; at < plain.length(); ) {
            int letter = plain.codePointAt(at);
            append(words, letter);
            at += Character.charCount(letter);
        }
        if (words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
        return words.toString();
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > LAST_ASCII) {
                return false;
            }
        }
        return true;
    }

    private static String unaccented(String text) {
        String decomposed = Normalizer.normalize(withoutAccents(text), Normalizer.Form.NFKD);
        return Normalizer.normalize(withoutAccents(decomposed), Normalizer.Form.NFC);
    }

    private static void append(StringBuilder words, int letter) {
        if (Character.isLetterOrDigit(letter) || isMark(letter) && words.length() > 1) {
            int folded = Character.toLowerCase(Character.toUpperCase(letter));
            String letters = folded <= LAST_ASCII ? null : FOLDS.get(folded);
            if (letters == null) {
                words.appendCodePoint(folded);
            } else {
                words.append(letters);
            }
        } else if (words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }

    private static String withoutAccents(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int marks = 0;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            at += Character.charCount(letter);
            marks = isMark(letter) ? marks + 1 : 0;
            if (marks <= MOST_MARKS && !isAccent(letter)) {
                kept.appendCodePoint(letter);
            }
        }
        return kept.toString();
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isAccent(int letter) {
        if (!isMark(letter) || letter >= FIRST_VOICING_MARK && letter <= LAST_VOICING_MARK) {
            return false;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(letter);
        return script == Character.UnicodeScript.INHERITED || script == Character.UnicodeScript.HEBREW;
    }
}
