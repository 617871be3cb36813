package io.parcours.table;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Where the pages of a table are put together and compressed, one at a time. */
final class PageCompressor {
    private final PageBytes page = new PageBytes();
    private final BytesInputCompressor compressor;

    PageCompressor(PageCodecs codecs) {
        this.compressor = codecs.getCompressor(CompressionCodecName.ZSTD);
    }

    /** An empty page to fill. */
    PageBytes begin() {
        page.cutAt(0);
        return page;
    }

    /** The page as it is now, compressed. */
    BytesInput compressed() {
        try {
            return compressor.compress(page.view());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    CompressionCodecName codec() {
        return compressor.getCodecName();
    }
}
