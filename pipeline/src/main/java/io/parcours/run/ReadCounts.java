package io.parcours.run;

import io.parcours.quality.RecordCounts;
import io.parcours.quality.RecordOutcome;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Optional;

/** What reading the log counts, before duplicates are known. Mergeable. */
final class ReadCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The outcomes known at reading: rejected, filtered, after as_of. */
    private final RecordCounts outcomes = new RecordCounts();

    /** The records that became touchpoints, as accepted ones: which of them are duplicates is not yet known. */
    private final RecordCounts packed = new RecordCounts();

    private final BitSet quarantines = new BitSet();
    private long read;
    private long precisionCut;
    private long latest = Long.MIN_VALUE;
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
        packed.add(sourceFile, RecordOutcome.ACCEPTED, null);
        precisionCut += isPrecisionCut ? 1 : 0;
        latest = Math.max(latest, occurredAt);
        takeDay(day);
    }

    void merge(ReadCounts other) {
        outcomes.merge(other.outcomes);
        quarantines.or(other.quarantines);
        read += other.read;
        packed.merge(other.packed);
        precisionCut += other.precisionCut;
        latest = Math.max(latest, other.latest);
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

    /** The latest touchpoint's instant in microseconds, or nothing where there is none. */
    Optional<Long> latest() {
        return latest == Long.MIN_VALUE ? Optional.empty() : Optional.of(latest);
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
