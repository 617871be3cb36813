package io.parcours.journey;

import io.parcours.touchpoint.Touchpoint;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A block as it arrived at its partition; makes its touchpoints one by one. */
final class ReceivedBlock {
    private final ByteSource source;
    private final String[] texts;
    private final int dimensions;
    private final int rowCount;

    /**
     * @param bytes what {@link TouchpointBlock#take} gave
     * @param dimensions how many dimensions a touchpoint has
     * @param interned the texts known to the task, so that equal ones are one object
     */
    ReceivedBlock(byte[] bytes, int dimensions, Map<String, String> interned) {
        this.source = new ByteSource(bytes);
        this.dimensions = dimensions;
        source.moveTo((int) source.takeLong());
        rowCount = source.takeCount();
        texts = new String[source.takeCount() + 1];
        for (int i = 1; i < texts.length; i++) {
            String text = source.takeText();
            String known = interned.putIfAbsent(text, text);
            texts[i] = known == null ? text : known;
        }
    }

    /** Hands each row's hash and position to the index. */
    void index(RowIndex index) {
        source.moveTo(8);
        for (int i = 0; i < rowCount; i++) {
            int position = source.position();
            long hash = source.takeLong();
            source.takeLong();
            source.skipText();
            source.skipText();
            source.takeCount();
            source.takeCount();
            source.takeLong();
            for (int d = 0; d <= dimensions; d++) {
                source.takeCount();
            }
            index.add(hash, position);
        }
    }

    /** The touchpoint at a position given to the index. */
    Touchpoint touchpoint(int position) {
        source.moveTo(position + 8);
        long occurredAt = source.takeLong();
        String customerId = source.takeText();
        String eventId = source.takeText();
        String event = texts[source.takeCount()];
        String channel = texts[source.takeCount()];
        double value = Double.longBitsToDouble(source.takeLong());
        String[] values = new String[dimensions];
        for (int d = 0; d < dimensions; d++) {
            values[d] = texts[source.takeCount()];
        }
        String sourceFile = texts[source.takeCount()];
        List<String> all = dimensions == 0 ? List.of() : Collections.unmodifiableList(Arrays.asList(values));
        return new Touchpoint(customerId, occurredAt, eventId, event, channel, value, all, sourceFile);
    }

    /** Takes the hash and the position of every row of a block. */
    interface RowIndex {
        void add(long hash, int position);
    }
}
