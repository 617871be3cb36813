package io.parcours.quality;

import io.parcours.ingest.ParsedRecord;
import io.parcours.ingest.RejectReason;
import io.parcours.touchpoint.Utf8Order;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Rejected records on their way to the quarantine table, packed as bytes with the hash that orders them. */
public final class QuarantineBlock {
    private static final int FULL = 64 * 1024;

    private static final Comparator<ParsedRecord.Rejected> CONTENT = Comparator.comparing(
                    ParsedRecord.Rejected::rawRecord, Utf8Order.COMPARATOR)
            .thenComparing(ParsedRecord.Rejected::sourceFile, Utf8Order.COMPARATOR)
            .thenComparing(ParsedRecord.Rejected::reason)
            .thenComparing(ParsedRecord.Rejected::detail, Utf8Order.COMPARATOR);

    private static final Comparator<Entry> ORDER = (a, b) -> {
        int byHash = Long.compareUnsigned(a.hash(), b.hash());
        return byHash != 0 ? byHash : CONTENT.compare(a.record(), b.record());
    };

    private record Entry(long hash, ParsedRecord.Rejected record) {}

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** Adds a rejected record under the hash of its raw text. */
    public void add(long hash, ParsedRecord.Rejected rejected) {
        try {
            out.writeLong(hash);
            out.writeByte(rejected.reason().ordinal());
            writeText(rejected.detail());
            writeText(rejected.rawRecord());
            writeText(rejected.sourceFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isFull() {
        return bytes.size() >= FULL;
    }

    public boolean isEmpty() {
        return bytes.size() == 0;
    }

    /** The block's bytes; the block is empty afterwards. */
    public byte[] take() {
        byte[] taken = bytes.toByteArray();
        bytes.reset();
        return taken;
    }

    /** All records of a partition's blocks, in the quarantine's order: by hash, then by content. */
    public static List<ParsedRecord.Rejected> ordered(Iterator<byte[]> blocks) {
        List<Entry> entries = new ArrayList<>();
        while (blocks.hasNext()) {
            read(blocks.next(), entries);
        }
        entries.sort(ORDER);
        return entries.stream().map(Entry::record).toList();
    }

    private static void read(byte[] block, List<Entry> entries) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(block))) {
            while (in.available() > 0) {
                long hash = in.readLong();
                RejectReason reason = RejectReason.values()[in.readByte()];
                entries.add(
                        new Entry(hash, new ParsedRecord.Rejected(reason, readText(in), readText(in), readText(in))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeText(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
