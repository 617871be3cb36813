package io.parcours.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;

/** Tells what a file is: by its extension, else by its first bytes. */
final class FormatSniffer {
    private static final int SNIFFED = 4096;

    private FormatSniffer() {}

    static InputFormat formatOf(String location, Configuration hadoop) {
        return switch (FileNames.extension(location)) {
            case "csv", "tsv" -> InputFormat.CSV;
            case "json", "jsonl", "ndjson" -> InputFormat.JSON;
            case "parquet" -> InputFormat.PARQUET;
            case "avro" -> InputFormat.AVRO;
            default -> formatOf(location, firstBytes(location, hadoop));
        };
    }

    private static byte[] firstBytes(String location, Configuration hadoop) {
        try (InputStream in = InputStreams.open(location, hadoop)) {
            return in.readNBytes(SNIFFED);
        } catch (IOException problem) {
            throw new InputException("cannot read " + location + ": " + OneLine.of(problem), problem);
        }
    }

    private static InputFormat formatOf(String location, byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PAR1")) {
            return InputFormat.PARQUET;
        }
        if (text.startsWith("Obj\u0001")) {
            return InputFormat.AVRO;
        }
        if (text.startsWith("\u001f\u008b") || text.startsWith("\u0028\u00b5\u002f\u00fd")) {
            throw new InputException(location + " is compressed but its name does not say how;"
                    + " end the name in .csv.gz, .json.zst or the like");
        }
        String content = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
        String shown = content.stripLeading();
        return shown.startsWith("{") || shown.startsWith("[") ? InputFormat.JSON : InputFormat.CSV;
    }
}
