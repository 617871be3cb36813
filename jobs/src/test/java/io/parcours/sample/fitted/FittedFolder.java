package io.parcours.sample.fitted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.ingest.InputRules;
import io.parcours.ingest.TimestampFormat;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.touchpoint.Touchpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A folder that {@code parcours sample --map} wrote as CSV, read in the plainest way. */
final class FittedFolder {
    final JourneyMap map;
    final JsonNode truth;
    final Map<String, List<Touchpoint>> customers = new TreeMap<>();
    final Map<String, Long> rejected = new TreeMap<>();
    final Map<String, Map<String, String>> attributes = new TreeMap<>();
    long read;
    long duplicates;

    private final List<String> dimensions;
    private final InputRules input;

    FittedFolder(Path folder) throws IOException {
        map = JourneyMapReader.read(folder.resolve("journey-map.yaml"));
        truth = new ObjectMapper().readTree(folder.resolve("truth.json").toFile());
        input = map.input();
        dimensions = map.dimensions();
        if (map.features().customers().isPresent()) {
            readCustomers(folder);
        }
        List<List<String>> rows = rows(
                Files.readString(folder.resolve("touchpoints.csv"), StandardCharsets.UTF_8),
                input.csv().delimiter());
        Set<List<String>> seen = new HashSet<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            read++;
            add(rows.get(0), row, seen);
        }
        customers
                .values()
                .forEach(touches -> touches.sort(
                        Comparator.comparingLong(Touchpoint::occurredAt).thenComparing(Touchpoint::eventId)));
    }

    private void readCustomers(Path folder) throws IOException {
        var rules = map.features().customers().orElseThrow();
        List<List<String>> rows =
                rows(Files.readString(folder.resolve(rules.file())), input.csv().delimiter());
        List<String> header = rows.get(0);
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> known = new HashMap<>();
            rules.attributes().forEach(name -> known.put(name, row.get(header.indexOf(rules.column(name)))));
            attributes.put(row.get(header.indexOf(rules.column("customer_id"))), known);
        }
    }

    private void add(List<String> header, List<String> row, Set<List<String>> seen) {
        String reason = row.size() == header.size() ? reason(header, row) : "MALFORMED";
        if (reason != null) {
            rejected.merge(reason, 1L, Long::sum);
        } else if (!seen.add(row)) {
            duplicates++;
        } else {
            String customer = field(header, row, "customer_id");
            List<String> values = new ArrayList<>();
            for (String name : dimensions) {
                values.add(
                        input.dimensions().contains(name)
                                ? field(header, row, name)
                                : emptyIsNull(attributes.get(customer).get(name)));
            }
            String value = field(header, row, "value");
            customers
                    .computeIfAbsent(customer, any -> new ArrayList<>())
                    .add(new Touchpoint(
                            customer,
                            micros(field(header, row, "occurred_at")),
                            field(header, row, "event_id"),
                            field(header, row, "event"),
                            field(header, row, "channel"),
                            value == null ? Double.NaN : Double.parseDouble(value.replace(',', '.')),
                            values,
                            "touchpoints.csv"));
        }
    }

    private String reason(List<String> header, List<String> row) {
        if (field(header, row, "customer_id") == null) {
            return "MISSING_CUSTOMER";
        }
        if (field(header, row, "event") == null) {
            return "MISSING_EVENT";
        }
        try {
            micros(field(header, row, "occurred_at"));
        } catch (DateTimeException wrong) {
            return "BAD_TIMESTAMP";
        }
        String value = field(header, row, "value");
        if (value != null && !value.matches("-?\\d+([.,]\\d+)?")) {
            return "BAD_VALUE";
        }
        return map.features().surveys().stream().anyMatch(survey -> isBeyond(survey, header, row)) ? "BAD_SCORE" : null;
    }

    private boolean isBeyond(io.parcours.survey.SurveyRules survey, List<String> header, List<String> row) {
        String score = field(header, row, survey.score());
        return survey.touchpoints().events().contains(field(header, row, "event"))
                && score != null
                && Double.parseDouble(score) > survey.high();
    }

    private String field(List<String> header, List<String> row, String name) {
        return emptyIsNull(row.get(header.indexOf(input.sourceColumn(name))));
    }

    private static String emptyIsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private long micros(String text) {
        if (input.timestampFormat().kind() == TimestampFormat.Kind.ISO) {
            return Instant.parse(text).getEpochSecond() * 1_000_000;
        }
        DateTimeFormatter pattern =
                DateTimeFormatter.ofPattern(input.timestampFormat().pattern(), Locale.ROOT);
        return LocalDateTime.parse(text, pattern).atZone(input.zone()).toEpochSecond() * 1_000_000;
    }

    /** RFC 4180, one character after the other. */
    static List<List<String>> rows(String csv, char delimiter) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (isQuoted && c == '"' && csv.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (c == delimiter || c == '\n')) {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                field.append(c);
            }
        }
        return rows;
    }
}
