package io.parcours.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/** The columns that the first records of JSON files have: JSON has no header that would say. */
final class JsonSample {
    private static final int RECORDS = 1000;

    private JsonSample() {}

    /** The names of a file's fields in order of appearance, those inside objects with dots. */
    static Set<String> columns(InputFile file, Configuration hadoop) {
        Set<String> columns = new LinkedHashSet<>();
        try (TextLines lines = JsonRecords.lines(InputSlice.whole(file), hadoop)) {
            for (int read = 0; read < RECORDS && lines.advance(); ) {
                if (!JsonRecords.isBlank(lines) && !lines.isTooLong()) {
                    byte[] line = Arrays.copyOfRange(lines.bytes(), lines.lineFrom(), lines.lineTo());
                    if (read == 0) {
                        JsonRecords.checkFirst(file, line);
                    }
                    addColumns(line, columns);
                    read++;
                }
            }
            return columns;
        } catch (IOException problem) {
            throw RecordIterator.damaged(file, problem);
        }
    }

    private static void addColumns(byte[] line, Set<String> columns) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        try (JsonParser parser = JsonFields.FACTORY.createParser(line)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                addColumns(parser, "", found);
                columns.addAll(found);
            }
        } catch (JsonProcessingException malformed) {
            // Judged when the record is read; it says nothing about columns.
            found.clear();
        }
    }

    private static void addColumns(JsonParser parser, String prefix, Set<String> columns) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                addColumns(parser, name + ".", columns);
            } else {
                parser.skipChildren();
                columns.add(name);
            }
        }
    }

    /** Whether one of the columns is this one, or lies inside it. */
    static boolean has(Set<String> columns, String column) {
        return columns.contains(column) || columns.stream().anyMatch(name -> name.startsWith(column + "."));
    }
}
