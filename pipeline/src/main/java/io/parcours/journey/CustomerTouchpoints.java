package io.parcours.journey;

import io.parcours.touchpoint.Touchpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The touchpoints of one customer side by side, a field an array: what a task holds instead of an object a touchpoint.
 * Texts that repeat are numbers of the task's {@link TextCodes}; an event id is the place of its bytes. Immutable once
 * it left the class that filled it.
 */
public final class CustomerTouchpoints {
    private static final byte[] NO_ID = {};
    private static final int[] NO_ATTRIBUTES = {};
    private static final int EVENT = 0;
    private static final int CHANNEL = 1;
    private static final int SOURCE_FILE = 2;
    private static final int FIRST_DIMENSION = 3;

    private final TextCodes texts;
    private final String customerId;
    private final int dimensions;
    private final long[] occurredAt;
    private final double[] value;
    private final byte[][] idBytes;
    private final int[] idFrom;
    private final int[] idTo;
    private final int[] codes;
    private final int width;
    /** What all rows say alike after their own dimensions. */
    private final int[] attributes;

    CustomerTouchpoints(TextCodes texts, String customerId, int size, int dimensions) {
        this.texts = texts;
        this.customerId = customerId;
        this.dimensions = dimensions;
        this.width = FIRST_DIMENSION + dimensions;
        this.occurredAt = new long[size];
        this.value = new double[size];
        this.idBytes = new byte[size][];
        this.idFrom = new int[size];
        this.idTo = new int[size];
        this.codes = new int[size * width];
        this.attributes = NO_ATTRIBUTES;
    }

    private CustomerTouchpoints(CustomerTouchpoints other, int[] attributes) {
        this.texts = other.texts;
        this.customerId = other.customerId;
        this.dimensions = other.dimensions;
        this.width = other.width;
        this.occurredAt = other.occurredAt;
        this.value = other.value;
        this.idBytes = other.idBytes;
        this.idFrom = other.idFrom;
        this.idTo = other.idTo;
        this.codes = other.codes;
        this.attributes = attributes;
    }

    /** The same rows, which all have these texts as further dimensions. */
    CustomerTouchpoints withAttributes(int[] newAttributes) {
        return new CustomerTouchpoints(this, newAttributes);
    }

    /** The touchpoints of a list, all of one customer and with equally many dimensions. */
    static CustomerTouchpoints of(List<Touchpoint> touchpoints, TextCodes texts) {
        Touchpoint first = touchpoints.get(0);
        int dimensions = first.dimensions().size();
        CustomerTouchpoints columns =
                new CustomerTouchpoints(texts, first.customerId(), touchpoints.size(), dimensions);
        for (int row = 0; row < touchpoints.size(); row++) {
            Touchpoint touchpoint = touchpoints.get(row);
            byte[] id =
                    touchpoint.eventId() == null ? NO_ID : touchpoint.eventId().getBytes(StandardCharsets.UTF_8);
            columns.set(row, touchpoint.occurredAt(), touchpoint.value(), id, 0, id.length);
            columns.setTexts(
                    row,
                    texts.of(touchpoint.event()),
                    texts.of(touchpoint.channel()),
                    texts.of(touchpoint.sourceFile()));
            for (int d = 0; d < dimensions; d++) {
                columns.setDimension(row, d, texts.of(touchpoint.dimensions().get(d)));
            }
        }
        return columns;
    }

    /** Fills in a row's instant, value and the place of its event id. */
    void set(int row, long newOccurredAt, double newValue, byte[] bytes, int from, int to) {
        occurredAt[row] = newOccurredAt;
        value[row] = newValue;
        idBytes[row] = bytes;
        idFrom[row] = from;
        idTo[row] = to;
    }

    /** Fills in the numbers of a row's texts. */
    void setTexts(int row, int event, int channel, int sourceFile) {
        int at = row * width;
        codes[at + EVENT] = event;
        codes[at + CHANNEL] = channel;
        codes[at + SOURCE_FILE] = sourceFile;
    }

    void setDimension(int row, int dimension, int code) {
        codes[row * width + FIRST_DIMENSION + dimension] = code;
    }

    /** The rows of these numbers, in their order. */
    CustomerTouchpoints select(int[] rows, int count) {
        CustomerTouchpoints selected = new CustomerTouchpoints(texts, customerId, count, dimensions);
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            selected.set(i, occurredAt[row], value[row], idBytes[row], idFrom[row], idTo[row]);
            System.arraycopy(codes, row * width, selected.codes, i * width, width);
        }
        return attributes.length == 0 ? selected : selected.withAttributes(attributes);
    }

    /** The first rows. */
    CustomerTouchpoints first(int count) {
        return select(IntStream.range(0, count).toArray(), count);
    }

    TextCodes texts() {
        return texts;
    }

    public String customerId() {
        return customerId;
    }

    public int size() {
        return occurredAt.length;
    }

    /** How many dimensions each has, attributes among them. */
    int dimensions() {
        return dimensions + attributes.length;
    }

    /** When, in microseconds since the epoch. */
    public long occurredAt(int row) {
        return occurredAt[row];
    }

    double value(int row) {
        return value[row];
    }

    int eventCode(int row) {
        return codes[row * width + EVENT];
    }

    int channelCode(int row) {
        return codes[row * width + CHANNEL];
    }

    String event(int row) {
        return texts.text(eventCode(row));
    }

    String channel(int row) {
        return texts.text(channelCode(row));
    }

    String dimension(int row, int dimension) {
        return texts.text(dimensionCode(row, dimension));
    }

    int dimensionCode(int row, int dimension) {
        return dimension < dimensions
                ? codes[row * width + FIRST_DIMENSION + dimension]
                : attributes[dimension - dimensions];
    }

    /** The number of the file within the task; {@link #sourceFile(int)} names it. */
    public int sourceFileCode(int row) {
        return codes[row * width + SOURCE_FILE];
    }

    /** The file it came from, named as in the reports. */
    public String sourceFile(int row) {
        return texts.text(sourceFileCode(row));
    }

    String eventId(int row) {
        return new String(idBytes[row], idFrom[row], idTo[row] - idFrom[row], StandardCharsets.UTF_8);
    }

    /** Compares the event ids of two rows by their UTF-8 bytes. */
    int compareIds(int one, int other) {
        return Arrays.compareUnsigned(idBytes[one], idFrom[one], idTo[one], idBytes[other], idFrom[other], idTo[other]);
    }

    boolean haveOneId(int one, int other) {
        return Arrays.equals(idBytes[one], idFrom[one], idTo[one], idBytes[other], idFrom[other], idTo[other]);
    }

    int hashOfId(int row) {
        return IdHash.of(idBytes[row], idFrom[row], idTo[row]);
    }

    /** A row as an object, without attributes, for what is asked seldom. */
    Touchpoint touchpoint(int row) {
        List<String> values = new ArrayList<>(dimensions);
        for (int d = 0; d < dimensions; d++) {
            values.add(dimension(row, d));
        }
        return new Touchpoint(
                customerId,
                occurredAt[row],
                eventId(row),
                event(row),
                channel(row),
                value[row],
                Collections.unmodifiableList(values),
                sourceFile(row));
    }
}
