package io.parcours.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;

/** The records of a file with one JSON object a line, in UTF-8, or of a part of it. */
final class JsonRecords extends RecordIterator {
    private final InputFile file;
    private final TextLines lines;
    private final JsonFields fields;
    private boolean isAtStart;

    private JsonRecords(InputSlice slice, TextLines lines, JsonFields fields) {
        super(slice.file());
        this.file = slice.file();
        this.lines = lines;
        this.fields = fields;
        this.isAtStart = slice.start() == 0;
    }

    static CloseableIterator<SourceRecord> open(InputSlice slice, FieldLayout layout, Configuration hadoop)
            throws IOException {
        return new JsonRecords(slice, lines(slice, hadoop), new JsonFields(layout));
    }

    static TextLines lines(InputSlice slice, Configuration hadoop) throws IOException {
        return new TextLines(
                InputStreams.open(slice.file().location(), Math.max(0, slice.start() - 1), hadoop),
                slice.start(),
                slice.end());
    }

    @Override
    SourceRecord read() throws IOException {
        do {
            if (!lines.advance()) {
                return null;
            }
        } while (isBlank(lines));
        byte[] line = Arrays.copyOfRange(lines.bytes(), lines.lineFrom(), lines.lineTo());
        if (isAtStart) {
            checkFirst(file, line);
            isAtStart = false;
        }
        if (lines.isTooLong()) {
            return malformed(line, "its line is longer than " + TextLines.LONGEST + " bytes");
        }
        Object[] values = fields.read(line);
        return values == null
                ? malformed(line, fields.problem())
                : SourceRecord.of(file.name(), values, () -> text(line));
    }

    private SourceRecord malformed(byte[] line, String problem) {
        return SourceRecord.malformed(file.name(), problem, () -> text(line));
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    static boolean isBlank(TextLines lines) {
        for (int i = lines.lineFrom(); i < lines.lineTo(); i++) {
            if (lines.bytes()[i] != ' ' && lines.bytes()[i] != '\t' && lines.bytes()[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Tells JSON that is not cut into lines from the first line that is not blank. */
    static void checkFirst(InputFile file, byte[] line) {
        String start = new String(line, 0, Math.min(line.length, 64), StandardCharsets.UTF_8).strip();
        if (start.startsWith("[") || start.equals("{")) {
            throw new InputException(file.name() + " is JSON, but not one object per line;"
                    + " write each record as an object on a line of its own (jq -c '.[]' does it)");
        }
    }

    @Override
    void closeSource() throws IOException {
        lines.close();
    }
}
