package io.parcours.sample.fitted;

import io.parcours.condition.Where;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that a condition speaks of, as its text spells them. */
final class Literals {
    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'|(?<![\\w.])(\\d+(?:\\.\\d+)?|\\.\\d+)");

    final Set<String> texts = new LinkedHashSet<>();
    final Set<Double> numbers = new LinkedHashSet<>();

    Literals(Where where) {
        Matcher found = LITERAL.matcher(where.text());
        while (found.find()) {
            if (found.group(1) != null) {
                text(found.group(1).replace("''", "'"));
            } else {
                number(Double.parseDouble(found.group(2)));
            }
        }
    }

    /** The text itself, and what matches it where it is a pattern. */
    private void text(String text) {
        texts.add(text);
        if (text.indexOf('%') >= 0 || text.indexOf('_') >= 0) {
            texts.add(text.replace("%", "").replace('_', 'a'));
            texts.add(text.replace("%", "x"));
        }
    }

    /** The number and its neighbours, also as texts: dimensions are texts that conditions may read as numbers. */
    private void number(double number) {
        for (double near : new double[] {number, number + 1, number - 1, number * 2, number / 2, -number}) {
            numbers.add(near);
            texts.add(BigDecimal.valueOf(near).stripTrailingZeros().toPlainString());
        }
    }
}
