package io.parcours.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Puts a Parquet file's footer in an order of its own. The library lists a column's encodings in the order of a hash set
 * of enum constants, which is another one on another JVM; nothing else in a file differs.
 */
public final class ParquetFooter {
    /** The footer's length and the magic number behind it. */
    private static final int TAIL = 8;

    private static final Comparator<PageEncodingStats> BY_PAGE_AND_ENCODING =
            Comparator.comparing(PageEncodingStats::getPage_type).thenComparing(PageEncodingStats::getEncoding);

    private ParquetFooter() {}

    /** Rewrites the footer of a finished file in place. */
    public static void settle(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size() - TAIL;
            ByteBuffer tail = read(channel, end, TAIL);
            long start = end - tail.getInt(0);
            FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(
                    read(channel, start, (int) (end - start)).array()));
            sort(footer);
            ByteArrayOutputStream sorted = new ByteArrayOutputStream();
            Util.writeFileMetaData(footer, sorted);
            if (sorted.size() != end - start) {
                throw new IOException("the footer of " + file.getFileName() + " has changed its length");
            }
            channel.position(start);
            ByteBuffer bytes = ByteBuffer.wrap(sorted.toByteArray());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private static void sort(FileMetaData footer) {
        for (RowGroup group : footer.getRow_groups()) {
            for (ColumnChunk column : group.getColumns()) {
                ColumnMetaData data = column.getMeta_data();
                data.getEncodings().sort(Comparator.naturalOrder());
                if (data.isSetEncoding_stats()) {
                    data.getEncoding_stats().sort(BY_PAGE_AND_ENCODING);
                }
            }
        }
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new IOException("the file ends before its footer");
            }
        }
        return bytes;
    }
}
