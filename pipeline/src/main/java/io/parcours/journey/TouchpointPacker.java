package io.parcours.journey;

import io.parcours.touchpoint.Touchpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The sending side of the one grouping of touchpoints by customer: deals touchpoints to partitions and packs those of
 * each partition into blocks. {@link CustomerGrouping} is the receiving side.
 */
public final class TouchpointPacker {
    private static final int LARGEST_BLOCK = 64 << 10;
    private static final int SMALLEST_BLOCK = 4 << 10;

    /** What all blocks of a task may hold together, however many partitions there are. */
    private static final int ALL_BLOCKS = 128 << 20;

    private final int blockBytes;
    private final TouchpointBlock[] blocks;
    private final BiConsumer<Integer, byte[]> sink;

    /**
     * @param partitions how many partitions there are
     * @param sink takes a partition and a full block for it
     */
    public TouchpointPacker(int partitions, BiConsumer<Integer, byte[]> sink) {
        this.blockBytes = Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, ALL_BLOCKS / partitions));
        this.blocks = new TouchpointBlock[partitions];
        this.sink = sink;
    }

    /**
     * Packs one accepted touchpoint.
     *
     * @return its partition
     */
    public int add(Touchpoint touchpoint) {
        byte[] customerId = touchpoint.customerId().getBytes(StandardCharsets.UTF_8);
        long hash = CustomerHash.of(customerId);
        int partition = CustomerHash.partitionOf(hash, blocks.length);
        TouchpointBlock block = block(partition);
        block.add(hash, customerId, touchpoint);
        handOverIfFull(partition, block);
        return partition;
    }

    /** Packs what a record of the table of customers says of one, so that it arrives with the touchpoints. */
    public void addAttributes(String customer, List<String> attributes, String sourceFile) {
        byte[] customerId = customer.getBytes(StandardCharsets.UTF_8);
        long hash = CustomerHash.of(customerId);
        int partition = CustomerHash.partitionOf(hash, blocks.length);
        TouchpointBlock block = block(partition);
        block.addAttributes(hash, customerId, attributes, sourceFile);
        handOverIfFull(partition, block);
    }

    private TouchpointBlock block(int partition) {
        if (blocks[partition] == null) {
            blocks[partition] = new TouchpointBlock(1024);
        }
        return blocks[partition];
    }

    private void handOverIfFull(int partition, TouchpointBlock block) {
        if (block.size() >= blockBytes) {
            sink.accept(partition, block.take());
        }
    }

    /** Hands over what is left, partition by partition. */
    public void finish() {
        for (int partition = 0; partition < blocks.length; partition++) {
            if (blocks[partition] != null && !blocks[partition].isEmpty()) {
                sink.accept(partition, blocks[partition].take());
            }
        }
    }
}
