package io.parcours.run;

import io.parcours.quality.RecordCounts;
import io.parcours.quality.RecordOutcome;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What reading the log counts, before duplicates are known. Mergeable. */
final class ReadCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The outcomes known at reading: rejected, filtered, after as_of. */
    private final RecordCounts outcomes = new RecordCounts();

    /** The records that became touchpoints or attributes, as accepted ones: which are duplicates is not yet known. */
    private final RecordCounts packed = new RecordCounts();

    private final BitSet quarantines = new BitSet();
    private long read;
    private long precisionCut;
    /** By history partition the latest instant of the records dealt to it, some of which may be duplicates. */
    private final Map<Integer, Long> latest = new HashMap<>();

    private long firstAt = Long.MAX_VALUE;
    private long lastDay = Long.MIN_VALUE;
    private long dayBeforeLast = Long.MIN_VALUE;

    RecordCounts outcomes() {
        return outcomes;
    }

    /** The numbers of the quarantine partitions that hold anything. */
    BitSet quarantines() {
        return quarantines;
    }

    void countRead() {
        read++;
    }

    /** A record became a touchpoint that is not after as_of; duplicates are still among them. */
    void countPacked(String sourceFile, long occurredAt, long day, boolean isPrecisionCut) {
        firstAt = Math.min(firstAt, occurredAt);
        packed.add(sourceFile, RecordOutcome.ACCEPTED, null);
        precisionCut += isPrecisionCut ? 1 : 0;
        takeDay(day);
    }

    /** A record became attributes of a customer, who may have no touchpoints, or others. */
    void countAttributes(String sourceFile) {
        packed.add(sourceFile, RecordOutcome.ACCEPTED, null);
    }

    /** The latest of the records dealt to this history partition lies at this instant. */
    void countInstant(int partition, long occurredAt) {
        latest.merge(partition, occurredAt, Math::max);
    }

    void merge(ReadCounts other) {
        outcomes.merge(other.outcomes);
        quarantines.or(other.quarantines);
        read += other.read;
        packed.merge(other.packed);
        precisionCut += other.precisionCut;
        other.latest.forEach(this::countInstant);
        firstAt = Math.min(firstAt, other.firstAt);
        takeDay(other.lastDay);
        takeDay(other.dayBeforeLast);
    }

    long read() {
        return read;
    }

    RecordCounts packed() {
        return packed;
    }

    /** Touchpoints whose instant had digits finer than microseconds, which were cut. */
    long precisionCut() {
        return precisionCut;
    }

    /** Whether no record became a touchpoint. */
    boolean isWithoutTouchpoints() {
        return latest.isEmpty();
    }

    /**
     * The first touchpoint, in microseconds since the epoch; nothing where there is none. It is accepted for sure: of
     * duplicates the earliest is, and of a customer over the limit the earliest are.
     */
    OptionalLong firstAt() {
        return isWithoutTouchpoints() ? OptionalLong.empty() : OptionalLong.of(firstAt);
    }

    /** The history partitions that hold anything, the one with the latest record first, and that record's instant. */
    List<Map.Entry<Integer, Long>> partitionsByLatest() {
        return latest.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    Optional<LocalDate> lastDay() {
        return day(lastDay);
    }

    /** The last day with touchpoints before the last day. */
    Optional<LocalDate> dayBeforeLast() {
        return day(dayBeforeLast);
    }

    private static Optional<LocalDate> day(long epochDay) {
        return epochDay == Long.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(epochDay));
    }

    private void takeDay(long day) {
        if (day > lastDay) {
            dayBeforeLast = lastDay;
            lastDay = day;
        } else if (day < lastDay && day > dayBeforeLast) {
            dayBeforeLast = day;
        }
    }
}
