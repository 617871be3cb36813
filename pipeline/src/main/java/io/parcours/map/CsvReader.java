package io.parcours.map;

import io.parcours.ingest.CsvRules;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Optional;

/** Reads how CSV files are written. */
final class CsvReader {
    private static final List<String> COMMON_CHARSETS =
            List.of("UTF-8", "ISO-8859-1", "ISO-8859-15", "US-ASCII", "UTF-16", "windows-1252");

    private CsvReader() {}

    static CsvRules read(MapValue value) {
        MapFields csv = MapFields.of(value, MapSection.CSV);
        CsvRules defaults = CsvRules.DEFAULT;
        return new CsvRules(
                csv.at("delimiter").flatMap(CsvReader::delimiter).orElse(defaults.delimiter()),
                csv.at("header").flatMap(MapValue::flag).orElse(defaults.hasHeader()),
                csv.at("charset").flatMap(CsvReader::charset).orElse(defaults.charset()),
                csv.at("decimal").flatMap(CsvReader::decimal).orElse(defaults.decimal()));
    }

    private static Optional<Character> delimiter(MapValue value) {
        return value.characters().flatMap(text -> {
            if (text.length() == 1 && "\"\r\n\0".indexOf(text.charAt(0)) < 0) {
                return Optional.of(text.charAt(0));
            }
            value.refuse(
                    Shown.quoted(text) + " is no delimiter (legal: one character but no quote or line end; a tab is"
                            + " written \"\\t\" in double quotes)");
            return Optional.empty();
        });
    }

    private static Optional<Character> decimal(MapValue value) {
        return value.characters().flatMap(text -> {
            if (text.equals(".") || text.equals(",")) {
                return Optional.of(text.charAt(0));
            }
            value.refuse(Shown.quoted(text) + " is no decimal mark (legal: \".\", \",\")");
            return Optional.empty();
        });
    }

    private static Optional<String> charset(MapValue value) {
        return value.text().flatMap(name -> {
            try {
                if (Charset.isSupported(name)) {
                    return Optional.of(Charset.forName(name).name());
                }
            } catch (IllegalCharsetNameException wrong) {
                // Falls through: a name with illegal letters is as unknown as any other.
            }
            value.refuse(
                    Shown.quoted(name) + " is no charset this machine knows" + Shown.instead(name, COMMON_CHARSETS));
            return Optional.empty();
        });
    }
}
