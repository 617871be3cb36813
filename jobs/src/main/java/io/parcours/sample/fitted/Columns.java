package io.parcours.sample.fitted;

import io.parcours.ingest.InputRules;
import io.parcours.map.JourneyMap;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The log's columns, named as the map wants them. */
final class Columns {
    static final int CUSTOMER_ID = 0;
    static final int OCCURRED_AT = 1;
    static final int EVENT = 2;
    static final int CHANNEL = 3;
    static final int VALUE = 4;
    static final int EVENT_ID = 5;
    static final int FIRST_DIMENSION = 6;

    private static final List<String> FIELDS =
            List.of("customer_id", "occurred_at", "event", "channel", "value", "event_id");
    private static final int ABSENT = -1;

    private final List<String> names = new ArrayList<>();
    /** By field: its column; ABSENT where the log can have none of that name. */
    private final int[] columnOf;
    /** By column: the first field that it serves. */
    private final List<Integer> fieldOf = new ArrayList<>();

    private final PlayTime time;
    private final Charset charset;

    Columns(JourneyMap map, PlayTime time, boolean isHeaderless) {
        InputRules input = map.input();
        this.time = time;
        List<String> fields = new ArrayList<>(FIELDS);
        fields.addAll(input.dimensions());
        columnOf = new int[fields.size()];
        for (int field = 0; field < fields.size(); field++) {
            String name = input.sourceColumn(fields.get(field));
            columnOf[field] = isHeaderless ? numbered(name, field) : named(name, field);
        }
        String declared = input.csv().charset();
        charset = Charset.isSupported(declared) ? Charset.forName(declared) : StandardCharsets.UTF_8;
    }

    private int named(String name, int field) {
        if (!names.contains(name)) {
            names.add(name);
            fieldOf.add(field);
        }
        return names.indexOf(name);
    }

    /** A column of a file without header is called c1, c2, ... by its place. */
    private int numbered(String name, int field) {
        if (!name.matches("c[1-9]\\d{0,3}")) {
            return ABSENT;
        }
        int place = Integer.parseInt(name.substring(1)) - 1;
        while (names.size() <= place) {
            names.add("c" + (names.size() + 1));
            fieldOf.add(ABSENT);
        }
        if (fieldOf.get(place) == ABSENT) {
            fieldOf.set(place, field);
        }
        return place;
    }

    List<String> names() {
        return names;
    }

    /** The field that a column holds, or a negative number where it holds none. */
    int fieldOf(int column) {
        return fieldOf.get(column);
    }

    /** The column of a field, or a negative number. */
    int columnOf(int field) {
        return columnOf[field];
    }

    /** Makes the touch what a reader of the log will see: one column serves several fields, or none. */
    void settle(Touch touch, String customer) {
        touch.time = time.settled(touch.time);
        if (columnOf[CHANNEL] == ABSENT) {
            touch.channel = null;
        }
        if (columnOf[VALUE] == ABSENT) {
            touch.value = Double.NaN;
        }
        for (int i = 0; i < touch.dimensions.length; i++) {
            int column = columnOf[FIRST_DIMENSION + i];
            int first = column == ABSENT ? ABSENT : fieldOf.get(column);
            if (first == ABSENT) {
                touch.dimensions[i] = null;
            } else if (first != FIRST_DIMENSION + i) {
                touch.dimensions[i] = text(touch, customer, first);
            } else if (touch.dimensions[i] != null && charset != StandardCharsets.UTF_8) {
                touch.dimensions[i] = new String(touch.dimensions[i].getBytes(charset), charset);
            }
        }
    }

    /** What stands in a field, or null. */
    String text(Touch touch, String customer, int field) {
        return switch (field) {
            case CUSTOMER_ID -> customer;
            case OCCURRED_AT -> time.text(touch.time);
            case EVENT -> touch.event;
            case CHANNEL -> touch.channel;
            case VALUE -> Double.isNaN(touch.value) ? null : Numbers.plain(touch.value);
            case EVENT_ID -> touch.id;
            default -> touch.dimensions[field - FIRST_DIMENSION];
        };
    }

    /** The touch as a row, by column; null where nothing stands. */
    String[] row(Touch touch, String customer) {
        String[] row = new String[names.size()];
        for (int column = 0; column < row.length; column++) {
            int field = fieldOf.get(column);
            row[column] = field == ABSENT ? null : text(touch, customer, field);
        }
        return row;
    }
}
