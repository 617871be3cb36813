package io.parcours.journey;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Column names for the map's dimensions, whose own names may be any text. A name that already is snake_case and free
 * stays; any other is put in lower case, accents fall away, words are parted by one underscore ({@code "User Cohort"},
 * {@code "userCohort"} and {@code "user.cohort"} become {@code user_cohort}), and {@code dimension} stands before what
 * does not begin with a letter. A name taken by another column gets {@code _2}, {@code _3} and so on.
 */
final class DimensionColumns {
    private static final String SNAKE_CASE = "[a-z][a-z0-9_]*";

    private DimensionColumns() {}

    /** One name a dimension, all different and none of the taken ones. */
    static List<String> names(List<String> dimensions, Set<String> taken) {
        Set<String> used = new HashSet<>(taken);
        String[] names = new String[dimensions.size()];
        for (int i = 0; i < names.length; i++) {
            String dimension = dimensions.get(i);
            if (dimension.matches(SNAKE_CASE) && used.add(dimension)) {
                names[i] = dimension;
            }
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i] == null) {
                names[i] = free(snakeCase(dimensions.get(i)), used);
            }
        }
        return new ArrayList<>(List.of(names));
    }

    private static String free(String name, Set<String> used) {
        String free = name;
        for (int number = 2; !used.add(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    private static String snakeCase(String text) {
        String name = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        if (name.isEmpty()) {
            return "dimension";
        }
        return name.matches("[a-z].*") ? name : "dimension_" + name;
    }
}
