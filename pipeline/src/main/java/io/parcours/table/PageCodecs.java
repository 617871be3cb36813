package io.parcours.table;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.util.Native;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Zstandard for Parquet's pages. Parquet's own factory reaches its codecs through Hadoop's configuration, which costs a
 * reader that wants twenty rows more time than everything else it does.
 */
final class PageCodecs implements CompressionCodecFactory {
    /** The fastest: a higher level costs more time than the smaller file is worth. */
    private static final int LEVEL = 1;

    private final ZstdCompressor compressor = new ZstdCompressor();

    /** Loads the native library. */
    static void prepare() {
        Native.load();
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        requireZstd(name);
        return compressor;
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        requireZstd(name);
        return new ZstdDecompressor();
    }

    private static void requireZstd(CompressionCodecName name) {
        if (name != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("Parcours writes its tables with ZSTD, not with " + name);
        }
    }

    @Override
    public void release() {
        compressor.release();
    }

    private static ByteBuffer inHeap(BytesInput page) {
        ByteBuffer bytes = page.toByteBuffer(HeapByteBufferAllocator.getInstance(), unused -> {});
        return bytes.hasArray()
                ? bytes
                : ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    }

    private static int start(ByteBuffer bytes) {
        return bytes.arrayOffset() + bytes.position();
    }

    private static final class ZstdCompressor implements BytesInputCompressor {
        private ZstdCompressCtx context;
        private byte[] scratch = {};

        @Override
        public BytesInput compress(BytesInput input) {
            if (context == null) {
                context = new ZstdCompressCtx().setLevel(LEVEL);
            }
            ByteBuffer page = inHeap(input);
            int size = page.remaining();
            int bound = Math.toIntExact(Zstd.compressBound(size));
            if (scratch.length < bound) {
                scratch = new byte[bound];
            }
            int written = context.compressByteArray(scratch, 0, bound, page.array(), start(page), size);
            return BytesInput.from(Arrays.copyOf(scratch, written));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {
            if (context != null) {
                context.close();
                context = null;
            }
            scratch = new byte[0];
        }
    }

    private static final class ZstdDecompressor implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput page, int size) throws IOException {
            return BytesInput.from(decompressed(inHeap(page), size));
        }

        @Override
        public void decompress(ByteBuffer from, int compressedSize, ByteBuffer to, int size) throws IOException {
            byte[] page = new byte[compressedSize];
            from.get(page);
            to.put(decompressed(ByteBuffer.wrap(page), size));
        }

        private static byte[] decompressed(ByteBuffer page, int size) throws IOException {
            byte[] content = new byte[size];
            long written = Zstd.decompressByteArray(content, 0, size, page.array(), start(page), page.remaining());
            if (Zstd.isError(written)) {
                throw new IOException("a page cannot be decompressed: " + Zstd.getErrorName(written));
            }
            if (written != size) {
                throw new IOException("a page has " + written + " bytes instead of " + size);
            }
            return content;
        }

        @Override
        public void release() {
            // holds nothing
        }
    }
}
