package io.parcours.report.browser;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A number read back out of a text on the page, as its reader would, by none of the code that wrote it.
 *
 * @param value the number, in seconds where it is a duration, as a part of one where it is a percentage
 * @param unit what its last digit is worth
 */
record ShownNumber(double value, double unit) {
    private static final Map<String, Double> UNITS =
            Map.of("%", 0.01, "s", 1.0, "min", 60.0, "h", 3600.0, "d", 86_400.0, "j", 86_400.0, "", 1.0);

    /** Digits in groups of three, a fraction, a unit. */
    private static final String NUMBER =
            "(?<![\\p{L}\\d_])([-−–]?)(\\d{1,3}(?:GROUP\\d{3})+|\\d+)(?:POINT(\\d+))?(?:[\\s\\u00a0\\u202f]?(%|min|s|h|d|j)(?![\\p{L}\\d]))?";

    private static final Pattern ENGLISH =
            Pattern.compile(NUMBER.replace("GROUP", ",").replace("POINT", "\\."));
    private static final Pattern FRENCH =
            Pattern.compile(NUMBER.replace("GROUP", "[\\u00a0\\u202f]").replace("POINT", ","));

    /** All numbers of a text in the order they stand. */
    static List<ShownNumber> all(String text, String language) {
        return (language.equals("fr") ? FRENCH : ENGLISH)
                .matcher(text)
                .results()
                .map(ShownNumber::of)
                .toList();
    }

    /** The first, or no number where a text has none. */
    static ShownNumber first(String text, String language) {
        return all(text, language).stream().findFirst().orElse(new ShownNumber(Double.NaN, 0));
    }

    /** Whether this is what rounding makes of an exact number; a sign without digits stands for the largest, infinity. */
    boolean isRounded(double exact) {
        return Double.isNaN(value) && exact == Double.MAX_VALUE || Math.abs(exact - value) <= unit * 0.5 + 1e-9;
    }

    private static ShownNumber of(MatchResult found) {
        String fraction = found.group(3) == null ? "" : found.group(3);
        double scale = UNITS.get(found.group(4) == null ? "" : found.group(4));
        double number = Double.parseDouble(found.group(2).replaceAll("\\D", "") + "." + fraction + "0");
        return new ShownNumber(
                (found.group(1).isEmpty() ? number : -number) * scale, Math.pow(10, -fraction.length()) * scale);
    }
}
