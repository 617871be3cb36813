package io.parcours.jobs;

import io.parcours.table.TableColumn;
import java.util.Comparator;

/** The order of a column's values that are not null: numbers and times by size, texts by code point, false first. */
final class ValueOrder {
    private static final Comparator<String> TEXT = ValueOrder::compareCodePoints;

    private ValueOrder() {}

    static Comparator<Object> of(TableColumn column) {
        return switch (column.type()) {
            case WHOLE, INSTANT, FLAG, DATE -> ValueOrder::natural;
            case REAL -> Comparator.comparingDouble(value -> (Double) value + 0.0); // -0.0 equals 0.0
            case TEXT -> texts();
            case TEXTS, INSTANTS -> Comparator.comparing(value -> PlainValue.of(column, value), TEXT);
        };
    }

    /** The order of texts alone. */
    static Comparator<Object> texts() {
        return Comparator.comparing(value -> (String) value, TEXT);
    }

    @SuppressWarnings("unchecked")
    private static int natural(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    /** As UTF-8 bytes compare, which String's own order is not: it puts emoji before U+FFFD. */
    private static int compareCodePoints(String left, String right) {
        int length = Math.min(left.length(), right.length());
        int index = 0;
        while (index < length && left.charAt(index) == right.charAt(index)) {
            index++;
        }
        if (index == length) {
            return Integer.compare(left.length(), right.length());
        }
        char one = left.charAt(index);
        char other = right.charAt(index);
        return Character.isSurrogate(one) == Character.isSurrogate(other)
                ? Character.compare(one, other)
                : Boolean.compare(Character.isSurrogate(one), Character.isSurrogate(other));
    }
}
