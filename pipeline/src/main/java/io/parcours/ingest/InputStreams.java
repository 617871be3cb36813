package io.parcours.ingest;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** Opens files at any Hadoop location, unpacked where their extension names a compression. */
final class InputStreams {
    private InputStreams() {}

    static InputStream open(String location, Configuration hadoop) throws IOException {
        return open(location, 0, hadoop);
    }

    /** The content from a position on; only files that are not compressed have positions other than 0. */
    static InputStream open(String location, long position, Configuration hadoop) throws IOException {
        Path path = FileNames.path(location);
        FSDataInputStream raw = path.getFileSystem(hadoop).open(path);
        try {
            if (position > 0) {
                raw.seek(position);
            }
            return unpacked(raw, path, hadoop);
        } catch (IOException | RuntimeException problem) {
            raw.close();
            throw problem;
        }
    }

    // Hadoop's own codec for zstd needs a native Hadoop library; the one Spark brings does not.
    private static InputStream unpacked(FSDataInputStream raw, Path path, Configuration hadoop) throws IOException {
        String name = path.getName().toLowerCase(Locale.ROOT);
        if (name.endsWith(".zst") || name.endsWith(".zstd")) {
            return new ZstdInputStream(new BufferedInputStream(raw, 1 << 16));
        }
        CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
        return codec == null ? raw : codec.createInputStream(raw);
    }
}
