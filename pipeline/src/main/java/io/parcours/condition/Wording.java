package io.parcours.condition;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** How errors speak of a condition. Its text is hostile until it is checked: it is clipped and kept on one line. */
final class Wording {

    private static final int LONGEST_EXCERPT = 60;
    private static final int LONGEST_LIST = 60;

    private Wording() {}

    static ConditionException error(int position, String what) {
        return error(position, what, "");
    }

    /** An error that also says what would be right; the advice may be empty. */
    static ConditionException error(int position, String what, String advice) {
        String where = what + ", at character " + position;
        return new ConditionException(advice.isEmpty() ? where : where + "; " + advice);
    }

    static String quoted(String text) {
        return "'" + clipped(text) + "'";
    }

    static String clipped(String text) {
        boolean isLong = text.codePointCount(0, text.length()) > LONGEST_EXCERPT;
        String excerpt = isLong ? text.substring(0, text.offsetByCodePoints(0, LONGEST_EXCERPT)) + "..." : text;
        return excerpt.codePoints()
                .map(c -> isPrintable(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** The nearest spelling, if there is one, then all legal names. */
    static String legalNames(String wrong, String kind, Collection<String> legal) {
        Optional<String> nearest = NearestName.nearest(wrong, legal);
        String all = legal.stream().limit(LONGEST_LIST).map(Wording::clipped).collect(Collectors.joining(", "));
        String rest = legal.size() > LONGEST_LIST ? " and " + (legal.size() - LONGEST_LIST) + " more" : "";
        return nearest.map(name -> "did you mean " + clipped(name) + "? ").orElse("")
                + "the "
                + kind
                + " are "
                + all
                + rest;
    }

    static String described(ConditionType type) {
        return switch (type) {
            case TEXT -> "text";
            case NUMBER -> "a number";
            case FLAG -> "true or false";
            case INSTANT -> "an instant";
        };
    }
}
