package io.parcours.journey;

import io.parcours.touchpoint.Touchpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Packs touchpoints on their way to one partition into a block of bytes that needs nothing else to be read. Texts that
 * repeat (events, channels, dimensions, files) are written once a block and named by number.
 *
 * <p>A block is: position of the texts (8 bytes), rows, number of rows, texts. A row is: customer hash, instant,
 * customer id, event id, then the rest, which is read only when the touchpoint is made. What a table of customers says of
 * a customer is a row too, at an instant that no touchpoint has, with attributes in place of dimensions.
 */
final class TouchpointBlock {
    /** The instant of a row of attributes. */
    static final long ATTRIBUTES = Long.MIN_VALUE;

    private static final int HEADER = 8;

    private final ByteSink rows;
    private final TextCodes numbers = new TextCodes();
    private final ByteSink texts = new ByteSink(256);
    private int rowCount;

    TouchpointBlock(int capacity) {
        rows = new ByteSink(capacity);
    }

    void add(long hash, byte[] customerId, Touchpoint touchpoint) {
        begin(hash, touchpoint.occurredAt(), customerId);
        rows.putText(touchpoint.eventId());
        rows.putCount(numberOf(touchpoint.event()));
        rows.putCount(numberOf(touchpoint.channel()));
        rows.putLong(Double.doubleToRawLongBits(touchpoint.value()));
        end(touchpoint.dimensions(), touchpoint.sourceFile());
    }

    void addAttributes(long hash, byte[] customerId, List<String> attributes, String sourceFile) {
        begin(hash, ATTRIBUTES, customerId);
        rows.putText("");
        rows.putCount(TextCodes.MISSING);
        rows.putCount(TextCodes.MISSING);
        rows.putLong(Double.doubleToRawLongBits(Double.NaN));
        end(attributes, sourceFile);
    }

    private void begin(long hash, long occurredAt, byte[] customerId) {
        rows.putLong(hash);
        rows.putLong(occurredAt);
        rows.putBytes(customerId);
    }

    private void end(List<String> texts, String sourceFile) {
        for (int i = 0; i < texts.size(); i++) {
            rows.putCount(numberOf(texts.get(i)));
        }
        rows.putCount(numberOf(sourceFile));
        rowCount++;
    }

    int size() {
        return HEADER + rows.size() + texts.size();
    }

    boolean isEmpty() {
        return rowCount == 0;
    }

    /** The block's bytes; the block is empty afterwards. */
    byte[] take() {
        ByteSink block = new ByteSink(size() + 16);
        block.putLong(HEADER + (long) rows.size());
        block.putAll(rows);
        block.putCount(rowCount);
        block.putCount(numbers.count());
        block.putAll(texts);
        rows.clear();
        texts.clear();
        numbers.clear();
        rowCount = 0;
        return block.toByteArray();
    }

    /** 0 for a missing text, else its number in this block, from 1. */
    private int numberOf(String text) {
        int before = numbers.count();
        int number = numbers.of(text);
        if (number > before) {
            texts.putBytes(text.getBytes(StandardCharsets.UTF_8));
        }
        return number;
    }
}
