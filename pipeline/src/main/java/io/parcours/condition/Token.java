package io.parcours.condition;

import java.util.Locale;

/**
 * A word, a literal or a sign of a condition.
 *
 * @param text what it stands for: quotes are taken off names and texts
 * @param position the number of its first character in the condition, from 1
 */
record Token(Kind kind, String text, int position) {

    enum Kind {
        NAME,
        QUOTED_NAME,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isKeyword(String keyword) {
        return kind == Kind.NAME && text.toLowerCase(Locale.ROOT).equals(keyword);
    }

    String described() {
        return switch (kind) {
            case END -> "the end of the condition";
            case TEXT -> "the text " + Wording.quoted(text);
            default -> Wording.clipped(text);
        };
    }
}
