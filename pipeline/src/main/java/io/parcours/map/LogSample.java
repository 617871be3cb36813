package io.parcours.map;

import io.parcours.ingest.CloseableIterator;
import io.parcours.ingest.FieldLayout;
import io.parcours.ingest.InputException;
import io.parcours.ingest.InputFile;
import io.parcours.ingest.InputRules;
import io.parcours.ingest.ParsedRecord;
import io.parcours.ingest.RecordParser;
import io.parcours.ingest.RecordReaders;
import io.parcours.ingest.RejectReason;
import io.parcours.ingest.SourceRecord;
import io.parcours.touchpoint.Labels;
import io.parcours.touchpoint.Touchpoint;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;

/** What becomes of the first records of a log under a map's rules, found out without Spark. */
public final class LogSample {
    /** How many records are looked at. */
    public static final int SIZE = 10_000;

    private final List<Touchpoint> accepted = new ArrayList<>();
    private final Map<RejectReason, Integer> rejected = new EnumMap<>(RejectReason.class);
    private final Map<RejectReason, String> details = new EnumMap<>(RejectReason.class);
    private int filteredCount;
    private int readCount;

    private LogSample() {}

    /**
     * Reads the first {@link #SIZE} records of the files, one file after another.
     *
     * @throws InputException where a file cannot be read or lacks a column the rules name
     */
    public static LogSample of(List<InputFile> files, InputRules rules, Configuration hadoop) {
        return of(files, rules, hadoop, SIZE);
    }

    static LogSample of(List<InputFile> files, InputRules rules, Configuration hadoop, int limit) {
        LogSample sample = new LogSample();
        FieldLayout layout = FieldLayout.of(rules);
        RecordParser parser = new RecordParser(rules, layout, OptionalLong.empty());
        for (InputFile file : files) {
            try (CloseableIterator<SourceRecord> records = RecordReaders.open(file, layout, rules, hadoop)) {
                while (records.hasNext() && sample.readCount < limit) {
                    sample.add(parser.parse(records.next()));
                }
            }
            if (sample.readCount == limit) {
                break;
            }
        }
        return sample;
    }

    /** How many records were read. */
    public int readCount() {
        return readCount;
    }

    /** The records that are touchpoints, in the order read; duplicates are still among them. */
    public List<Touchpoint> accepted() {
        return List.copyOf(accepted);
    }

    /** How many records the map's {@code where} leaves out. */
    public int filteredCount() {
        return filteredCount;
    }

    /** How many records are rejected, by reason. */
    public Map<RejectReason, Integer> rejected() {
        return Map.copyOf(rejected);
    }

    /** How many records are rejected. */
    public int rejectedCount() {
        return rejected.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What exactly is wrong with the first record rejected for this reason. */
    public String detail(RejectReason reason) {
        return Shown.message(details.get(reason));
    }

    /** The events of accepted records with their counts, the most frequent first. */
    public Map<String, Integer> events() {
        Map<String, Integer> counts = new TreeMap<>();
        accepted.forEach(touchpoint -> counts.merge(touchpoint.event(), 1, Integer::sum));
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** The channels of accepted records. */
    public Set<String> channels() {
        Set<String> channels = new TreeSet<>();
        accepted.forEach(touchpoint -> channels.add(Labels.orNone(touchpoint.channel())));
        return channels;
    }

    private void add(ParsedRecord record) {
        readCount++;
        if (record instanceof ParsedRecord.Accepted isAccepted) {
            accepted.add(isAccepted.touchpoint());
        } else if (record instanceof ParsedRecord.Rejected isRejected) {
            rejected.merge(isRejected.reason(), 1, Integer::sum);
            details.putIfAbsent(isRejected.reason(), isRejected.detail());
        } else {
            filteredCount++;
        }
    }
}
