package io.parcours.map;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A column of a log with the values of its first records.
 *
 * @param name its name in the log
 * @param values the values that are there, as text without surrounding blanks
 * @param recordCount how many records were looked at
 */
record LogColumn(String name, List<String> values, int recordCount) {
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");

    LogColumn {
        values = List.copyOf(values);
    }

    /** The name in small letters, words parted by an underscore: customerID and Customer Id are customer_id. */
    String plainName() {
        String parted = CAMEL.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
        return NO_LETTER.matcher(parted).replaceAll("_").replaceAll("^_+|_+$", "");
    }

    int distinctCount() {
        return new HashSet<>(values).size();
    }

    /** Whether nearly all values are such; never where there are none. */
    boolean isMostly(Predicate<String> kind) {
        long count = values.stream().filter(kind).count();
        return count > 0 && count * 20L >= values.size() * 19L;
    }

    /** The first values of the column as a column. */
    LogColumn first(int count) {
        return new LogColumn(name, values.subList(0, Math.min(count, values.size())), count);
    }

    /** Whether nearly every record has a value. */
    boolean isMostlyFilled() {
        return !values.isEmpty() && values.size() * 10L >= recordCount * 9L;
    }
}
