package io.parcours.journey;

/** A block as it arrived at its partition; reads its touchpoints one by one. */
final class ReceivedBlock {
    /** Where a row's customer id begins: after its hash and its instant. */
    private static final int CUSTOMER_ID = 2 * Long.BYTES;

    private final ByteSource source;
    private final int[] codes;
    private final int dimensions;
    private final int attributes;
    private final int rowCount;

    /**
     * @param bytes what {@link TouchpointBlock#take} gave
     * @param dimensions how many dimensions a touchpoint has
     * @param attributes how many attributes a row of them has
     * @param texts the texts known to the task
     */
    ReceivedBlock(byte[] bytes, int dimensions, int attributes, TextCodes texts) {
        this.source = new ByteSource(bytes);
        this.dimensions = dimensions;
        this.attributes = attributes;
        source.moveTo((int) source.takeLong());
        rowCount = source.takeCount();
        codes = new int[source.takeCount() + 1];
        for (int i = 1; i < codes.length; i++) {
            codes[i] = texts.of(source.takeText());
        }
    }

    /** Hands each row's hash and position to the index. */
    void index(RowIndex index) {
        source.moveTo(8);
        for (int i = 0; i < rowCount; i++) {
            int position = source.position();
            long hash = source.takeLong();
            int width = widthAt(source.takeLong());
            source.skipText();
            source.skipText();
            source.takeCount();
            source.takeCount();
            source.skip(Long.BYTES);
            for (int d = 0; d <= width; d++) {
                source.takeCount();
            }
            index.add(hash, position);
        }
    }

    /** The customer id of the row at a position given to the index. */
    String customerId(int position) {
        source.moveTo(position + CUSTOMER_ID);
        return source.takeText();
    }

    /** Whether the customer ids of two rows, perhaps of two blocks, are equal. */
    boolean hasCustomerOf(int position, ReceivedBlock other, int otherPosition) {
        return source.hasSameBytes(position + CUSTOMER_ID, other.source, otherPosition + CUSTOMER_ID);
    }

    /** Whether the row at a position given to the index holds attributes and is no touchpoint. */
    boolean hasAttributes(int position) {
        source.moveTo(position + Long.BYTES);
        return source.takeLong() == TouchpointBlock.ATTRIBUTES;
    }

    private int widthAt(long occurredAt) {
        return occurredAt == TouchpointBlock.ATTRIBUTES ? attributes : dimensions;
    }

    /** Fills in a row of a customer from the row at a position given to the index. */
    void read(int position, CustomerTouchpoints touchpoints, int row) {
        source.moveTo(position + Long.BYTES);
        long occurredAt = source.takeLong();
        source.skipText();
        int length = source.takeCount();
        int idFrom = source.position();
        source.skip(length);
        int event = codes[source.takeCount()];
        int channel = codes[source.takeCount()];
        double value = Double.longBitsToDouble(source.takeLong());
        int rowWidth = widthAt(occurredAt);
        for (int d = 0; d < rowWidth; d++) {
            touchpoints.setDimension(row, d, codes[source.takeCount()]);
        }
        touchpoints.set(row, occurredAt, value, source.bytes(), idFrom, idFrom + length);
        touchpoints.setTexts(row, event, channel, codes[source.takeCount()]);
    }

    /** Takes the hash and the position of every row of a block. */
    interface RowIndex {
        void add(long hash, int position);
    }
}
