package io.parcours.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A log of lines. */
final class TextLog implements LogWriter {
    private static final int FLUSHED_AT = 1 << 16;

    private final OutputStream out;
    private final TextLine.Style style;
    private final TextLine line = new TextLine();

    TextLog(Path file, TextLine.Style style) throws IOException {
        this.out = Files.newOutputStream(file);
        this.style = style;
        style.begin(line);
    }

    @Override
    public void write(LogRecord record) throws IOException {
        style.append(record, line);
        if (line.size() >= FLUSHED_AT) {
            line.drainTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            line.drainTo(out);
        }
    }
}
