package io.parcours.run;

import io.parcours.ingest.ParsedRecord;
import io.parcours.ingest.RecordJudge;
import io.parcours.ingest.SourceRecord;
import io.parcours.journey.CustomerHash;
import io.parcours.journey.LocalDays;
import io.parcours.journey.TouchpointPacker;
import io.parcours.quality.QuarantineBlock;
import io.parcours.quality.RecordCounts;
import io.parcours.quality.RecordOutcome;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import scala.Tuple2;

/**
 * What a reading task does with its records: judges each, counts it, and deals touchpoints, attributes and rejected
 * records, packed in blocks, to their partitions. A block is handed on as soon as it is full.
 */
final class RecordDealer implements Iterator<Tuple2<Integer, byte[]>> {
    /** Earlier than every instant a touchpoint may have. */
    private static final long NOTHING = Long.MIN_VALUE;

    private final Iterator<SourceRecord> records;
    private final RecordJudge judge;
    private final PartitionPlan plan;
    private final LocalDays days;
    private final ReadCounts counts = new ReadCounts();
    private final Queue<Tuple2<Integer, byte[]>> full = new ArrayDeque<>();
    private final TouchpointPacker touchpoints;
    private final QuarantineBlock[] quarantines;
    /** By history partition the latest instant dealt to it. */
    private final long[] latest;

    private boolean isFinished;

    RecordDealer(Iterator<SourceRecord> records, RecordJudge judge, PartitionPlan plan, ZoneId zone) {
        this.records = records;
        this.judge = judge;
        this.plan = plan;
        this.days = new LocalDays(zone);
        this.touchpoints =
                new TouchpointPacker(plan.histories(), (partition, block) -> full.add(new Tuple2<>(partition, block)));
        this.quarantines = new QuarantineBlock[plan.quarantines()];
        this.latest = new long[plan.histories()];
        Arrays.fill(latest, NOTHING);
    }

    @Override
    public boolean hasNext() {
        while (full.isEmpty() && !isFinished) {
            if (records.hasNext()) {
                deal(judge.parse(records.next()));
            } else {
                finish();
            }
        }
        return !full.isEmpty();
    }

    @Override
    public Tuple2<Integer, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return full.remove();
    }

    private void deal(ParsedRecord parsed) {
        counts.countRead();
        if (parsed instanceof ParsedRecord.Accepted accepted) {
            long occurredAt = accepted.touchpoint().occurredAt();
            int partition = touchpoints.add(accepted.touchpoint());
            counts.countPacked(accepted.sourceFile(), occurredAt, days.dayOf(occurredAt), accepted.isPrecisionCut());
            latest[partition] = Math.max(latest[partition], occurredAt);
        } else if (parsed instanceof ParsedRecord.Attributed attributed) {
            touchpoints.addAttributes(attributed.customerId(), attributed.attributes(), attributed.sourceFile());
            counts.countAttributes(attributed.sourceFile());
        } else if (parsed instanceof ParsedRecord.Rejected rejected) {
            counts.outcomes()
                    .add(
                            rejected.sourceFile(),
                            RecordOutcome.REJECTED,
                            rejected.reason().name());
            quarantine(rejected);
        } else if (parsed instanceof ParsedRecord.Filtered filtered) {
            String reason = filtered.isConditionFailed() ? RecordCounts.WHERE_FAILED : RecordCounts.WHERE;
            counts.outcomes().add(filtered.sourceFile(), RecordOutcome.FILTERED, reason);
        } else if (parsed instanceof ParsedRecord.AfterAsOf after) {
            counts.outcomes().add(after.sourceFile(), RecordOutcome.AFTER_AS_OF, null);
        }
    }

    private void quarantine(ParsedRecord.Rejected rejected) {
        long hash = CustomerHash.of(rejected.rawRecord());
        int number = CustomerHash.partitionOf(hash, quarantines.length);
        if (quarantines[number] == null) {
            quarantines[number] = new QuarantineBlock();
            counts.quarantines().set(number);
        }
        quarantines[number].add(hash, rejected);
        if (quarantines[number].isFull()) {
            full.add(new Tuple2<>(plan.quarantine(number), quarantines[number].take()));
        }
    }

    private void finish() {
        touchpoints.finish();
        for (int number = 0; number < quarantines.length; number++) {
            if (quarantines[number] != null && !quarantines[number].isEmpty()) {
                full.add(new Tuple2<>(plan.quarantine(number), quarantines[number].take()));
            }
        }
        for (int partition = 0; partition < latest.length; partition++) {
            if (latest[partition] != NOTHING) {
                counts.countInstant(partition, latest[partition]);
            }
        }
        full.add(new Tuple2<>(plan.counts(), Bytes.of(counts)));
        isFinished = true;
    }
}
