package io.parcours.ingest;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Cuts CSV records whose quotes are in order into fields, and keeps the wanted ones. */
final class CsvFields {
    private static final int NOT_WANTED = -1;

    private final char delimiter;
    private final int[][] slots;
    private final int slotCount;
    private String[] values;
    private int count;

    /**
     * @param columns for each slot the column it takes, or a negative number for none
     */
    CsvFields(char delimiter, int[] columns) {
        this.delimiter = delimiter;
        this.slotCount = columns.length;
        this.slots = new int[Arrays.stream(columns).max().orElse(NOT_WANTED) + 1][];
        for (int column = 0; column < slots.length; column++) {
            int wanted = column;
            slots[column] = IntStream.range(0, columns.length)
                    .filter(slot -> columns[slot] == wanted)
                    .toArray();
        }
    }

    /** The wanted fields of a record, by slot; {@link #count} then tells how many fields it has. */
    String[] cut(String text) {
        values = new String[slotCount];
        count = 0;
        int from = 0;
        boolean isQuoted = text.indexOf('"') >= 0;
        while (from >= 0) {
            int next = isQuoted ? cutMaybeQuoted(text, from) : cutPlain(text, from);
            count++;
            from = next;
        }
        return values;
    }

    /** How many fields the record last cut has. */
    int count() {
        return count;
    }

    /** Takes the field that starts here; returns where the next one starts, or -1. */
    private int cutPlain(String text, int from) {
        int delimiterAt = text.indexOf(delimiter, from);
        int to = delimiterAt < 0 ? text.length() : delimiterAt;
        if (isWanted()) {
            keep(text.substring(from, to));
        }
        return delimiterAt < 0 ? -1 : delimiterAt + 1;
    }

    private int cutMaybeQuoted(String text, int from) {
        int start = from;
        while (start < text.length() && text.charAt(start) == ' ' && delimiter != ' ') {
            start++;
        }
        if (start == text.length() || text.charAt(start) != '"') {
            return cutPlain(text, from);
        }
        StringBuilder content = new StringBuilder();
        int at = start + 1;
        while (true) {
            int quote = text.indexOf('"', at);
            content.append(text, at, quote);
            if (quote + 1 == text.length() || text.charAt(quote + 1) != '"') {
                at = quote + 1;
                break;
            }
            content.append('"');
            at = quote + 2;
        }
        if (isWanted()) {
            keep(content.toString());
        }
        int delimiterAt = text.indexOf(delimiter, at);
        return delimiterAt < 0 ? -1 : delimiterAt + 1;
    }

    private boolean isWanted() {
        return count < slots.length && slots[count].length > 0;
    }

    private void keep(String field) {
        for (int slot : slots[count]) {
            values[slot] = field;
        }
    }
}
