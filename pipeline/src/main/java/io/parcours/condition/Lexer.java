package io.parcours.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts the text of a condition into tokens. */
final class Lexer {

    private static final int LONGEST_TEXT = 100_000;
    private static final Set<String> DOUBLE_SIGNS = Set.of("==", "!=", "<>", "<=", ">=");
    private static final String SIGNS = "=<>+-*/%(),";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens of the text, the last of kind END. */
    static List<Token> tokens(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new ConditionException("a condition has at most " + LONGEST_TEXT + " characters, this one has "
                    + text.length() + "; put long lists of values into a column of the log");
        }
        return new Lexer(text).tokens();
    }

    private List<Token> tokens() {
        skipBlanks();
        while (at < text.length()) {
            int start = at;
            Token.Kind kind = kindAt(text.codePointAt(at));
            String value = switch (kind) {
                case TEXT, QUOTED_NAME -> quoted();
                case NUMBER -> number();
                case NAME -> name();
                default -> sign();
            };
            tokens.add(new Token(kind, value, start + 1));
            skipBlanks();
        }
        tokens.add(new Token(Token.Kind.END, "", text.length() + 1));
        return tokens;
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private Token.Kind kindAt(int character) {
        if (character == '\'') {
            return Token.Kind.TEXT;
        }
        if (character == '"' || character == '`') {
            return Token.Kind.QUOTED_NAME;
        }
        if (isDigit(character) || character == '.' && isDigitAt(at + 1)) {
            return Token.Kind.NUMBER;
        }
        return isNameStart(character) ? Token.Kind.NAME : Token.Kind.SIGN;
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private boolean isDigitAt(int index) {
        return index < text.length() && isDigit(text.charAt(index));
    }

    private static boolean isNameStart(int character) {
        return character == '_' || Character.isLetter(character);
    }

    private static boolean isNamePart(int character) {
        return character == '_'
                || Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private String quoted() {
        int start = at;
        char quote = text.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char character = text.charAt(at++);
            if (character != quote) {
                value.append(character);
            } else if (at < text.length() && text.charAt(at) == quote) {
                value.append(quote);
                at++;
            } else {
                return value.toString();
            }
        }
        throw Wording.error(
                start + 1, "the quote " + quote + " is never closed", "a quote inside quotes is written twice");
    }

    private String number() {
        int start = at;
        skipDigits();
        if (at < text.length() && text.charAt(at) == '.' && isDigitAt(at + 1)) {
            at++;
            skipDigits();
        }
        skipExponent();
        if (at < text.length() && isNamePart(text.codePointAt(at))) {
            skipNameParts();
            throw Wording.error(
                    start + 1,
                    Wording.clipped(text.substring(start, at)) + " is neither a number nor a name",
                    "names that begin with a digit are written in backticks");
        }
        return text.substring(start, at);
    }

    private void skipExponent() {
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int digits = at + 1;
            if (digits < text.length() && (text.charAt(digits) == '+' || text.charAt(digits) == '-')) {
                digits++;
            }
            if (isDigitAt(digits)) {
                at = digits;
                skipDigits();
            }
        }
    }

    private void skipDigits() {
        while (isDigitAt(at)) {
            at++;
        }
    }

    private void skipNameParts() {
        while (at < text.length() && isNamePart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
    }

    /** A name; dots join its parts, as in the name of a nested field. */
    private String name() {
        int start = at;
        skipNameParts();
        while (at + 1 < text.length() && text.charAt(at) == '.' && isNameStart(text.codePointAt(at + 1))) {
            at++;
            skipNameParts();
        }
        return text.substring(start, at);
    }

    private String sign() {
        String pair = text.substring(at, Math.min(at + 2, text.length()));
        if (DOUBLE_SIGNS.contains(pair)) {
            at += 2;
            return pair;
        }
        String single = pair.substring(0, 1);
        if (SIGNS.contains(single)) {
            at++;
            return single;
        }
        throw Wording.error(
                at + 1,
                Wording.quoted(new String(Character.toChars(text.codePointAt(at)))) + " has no meaning",
                advice(pair));
    }

    private static String advice(String pair) {
        return switch (pair.charAt(0)) {
            case '&' -> "write and";
            case '|' -> "write or";
            case '!' -> "write not";
            case '\u2018', '\u2019', '\u201c', '\u201d', '\u201e' -> "text is written in straight quotes: 'text'";
            default -> "the signs are = != <> < <= > >= + - * / % ( ) ,";
        };
    }
}
