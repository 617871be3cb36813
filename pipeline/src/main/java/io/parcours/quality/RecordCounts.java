package io.parcours.quality;

import io.parcours.touchpoint.Utf8Order;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** How many records of which file had which outcome, and why. Mergeable. */
public final class RecordCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The reason of a record left out because its customer has more touchpoints than the map's limit. */
    public static final String OVER_LIMIT = "OVER_LIMIT";

    /** The reason of a record left out by the map's {@code where}. */
    public static final String WHERE = "WHERE";

    /** The reason of a record left out because {@code where} could not be worked out on its values. */
    public static final String WHERE_FAILED = "WHERE_FAILED";

    /** The reason of a record of the table of customers left out because its customer has no touchpoints. */
    public static final String NO_TOUCHPOINTS = "NO_TOUCHPOINTS";

    /** The reason of a record of the table of customers whose customer has another one, which says other attributes. */
    public static final String CONFLICTING_CUSTOMER = "CONFLICTING_CUSTOMER";

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::sourceFile, Utf8Order.COMPARATOR)
            .thenComparing(Key::outcome)
            .thenComparing(Key::reason, Utf8Order.COMPARATOR);

    /** Whose records are counted; the reason is null for an outcome that needs none. */
    record Key(String sourceFile, RecordOutcome outcome, String reason) implements Serializable {}

    private final Map<Key, long[]> counts = new HashMap<>();

    /** The key counted last and its count: neighbouring records mostly share both file and outcome. */
    private transient Key lastKey;

    private transient long[] lastCount;

    /**
     * Counts one record.
     *
     * @param reason why, or null for an outcome that needs no reason
     */
    public void add(String sourceFile, RecordOutcome outcome, String reason) {
        add(sourceFile, outcome, reason, 1);
    }

    /** Counts so many records of one file. */
    public void add(String sourceFile, RecordOutcome outcome, String reason, long count) {
        if (lastKey == null
                || lastKey.outcome() != outcome
                || !lastKey.sourceFile().equals(sourceFile)
                || !Objects.equals(lastKey.reason(), reason)) {
            lastKey = new Key(sourceFile, outcome, reason);
            lastCount = counts.computeIfAbsent(lastKey, key -> new long[1]);
        }
        lastCount[0] += count;
    }

    /** Takes in what was counted elsewhere. */
    public void merge(RecordCounts other) {
        other.counts.forEach((key, count) -> counts.computeIfAbsent(key, k -> new long[1])[0] += count[0]);
    }

    /** How many records had this outcome. */
    public long count(RecordOutcome outcome) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().outcome() == outcome)
                .mapToLong(entry -> entry.getValue()[0])
                .sum();
    }

    /** How many records were counted. */
    public long total() {
        return counts.values().stream().mapToLong(count -> count[0]).sum();
    }

    /** How many records had this outcome, by reason, in the reasons' order. */
    public Map<String, Long> byReason(RecordOutcome outcome) {
        Map<String, Long> reasons = new TreeMap<>(Utf8Order.COMPARATOR);
        counts.forEach((key, count) -> {
            if (key.outcome() == outcome && key.reason() != null) {
                reasons.merge(key.reason(), count[0], Long::sum);
            }
        });
        return reasons;
    }

    /** How many records of each file were counted, whatever their outcome. */
    public Map<String, Long> byFile() {
        Map<String, Long> files = new TreeMap<>(Utf8Order.COMPARATOR);
        counts.forEach((key, count) -> files.merge(key.sourceFile(), count[0], Long::sum));
        return files;
    }

    Map<Key, Long> ordered() {
        Map<Key, Long> ordered = new TreeMap<>(ORDER);
        counts.forEach((key, count) -> ordered.put(key, count[0]));
        return ordered;
    }
}
