package io.parcours.journey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.parcours.touchpoint.Touchpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;

/**
 * A public log beside the project, read the simplest way: none of these files has a quote. Its touchpoints are ordered
 * by time, then by line, as the published figures were counted.
 */
public final class PublicLog {
    private final List<String> lines;
    private final List<String> header;

    private PublicLog(List<String> lines, List<String> header) {
        this.lines = lines;
        this.header = header;
    }

    /** The lines of a file under the public data; the test is skipped where it is absent. */
    public static List<String> lines(String file) {
        Path path = Path.of(System.getProperty("parcours.data", "../../shared/data"))
                .resolve(file);
        assumeTrue(Files.exists(path), "public data absent: " + path);
        try {
            return Files.readAllLines(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log with every line that it has. */
    public static PublicLog read(String file) {
        List<String> lines = lines(file);
        return new PublicLog(
                lines.subList(1, lines.size()), List.of(lines.get(0).split(",")));
    }

    /** The log without lines that repeat an earlier one exactly. */
    public PublicLog withoutDuplicates() {
        return new PublicLog(new ArrayList<>(new LinkedHashSet<>(lines)), header);
    }

    /** The histories of all customers, touchpoints after as_of left out; columns by their names, "" for no column. */
    public List<CustomerHistory> histories(
            String customer,
            String channel,
            List<String> dimensions,
            JourneyRules rules,
            ConditionIndex index,
            AsOf asOf) {
        HistoryBuilder builder = new HistoryBuilder(rules, index, asOf);
        List<CustomerHistory> histories = new ArrayList<>();
        for (List<Touchpoint> touchpoints : byCustomer(customer, channel, dimensions)) {
            List<Touchpoint> kept = touchpoints.stream()
                    .filter(touchpoint -> touchpoint.occurredAt() <= asOf.micros())
                    .sorted(Comparator.comparingLong(Touchpoint::occurredAt).thenComparing(Touchpoint::eventId))
                    .toList();
            if (!kept.isEmpty()) {
                histories.add(builder.build(kept));
            }
        }
        return histories;
    }

    private Collection<List<Touchpoint>> byCustomer(String customer, String channel, List<String> dimensions) {
        TreeMap<String, List<Touchpoint>> customers = new TreeMap<>();
        for (int line = 0; line < lines.size(); line++) {
            String[] fields = lines.get(line).split(",", -1);
            String stamp = field(fields, "timestamp").replace(' ', 'T');
            Instant occurredAt = Instant.parse(stamp.endsWith("Z") ? stamp : stamp + "Z");
            String value = field(fields, "value");
            customers
                    .computeIfAbsent(field(fields, customer), id -> new ArrayList<>())
                    .add(new Touchpoint(
                            field(fields, customer),
                            occurredAt.getEpochSecond() * 1_000_000,
                            "%07d".formatted(line),
                            field(fields, "event"),
                            field(fields, channel).isEmpty() ? null : field(fields, channel),
                            value.isEmpty() ? Double.NaN : Double.parseDouble(value),
                            dimensions.stream().map(name -> field(fields, name)).toList(),
                            "log"));
        }
        return customers.values();
    }

    private String field(String[] fields, String column) {
        int index = header.indexOf(column);
        return index < 0 ? "" : fields[index];
    }
}
