package io.parcours.quality;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Stops a run whose log is too bad to publish anything of it. */
public final class QualityGate {
    private QualityGate() {}

    /** Rejected records as a share of those read; 0 when none were read. */
    public static double rejectedShare(long rejected, long read) {
        return read == 0 ? 0 : (double) rejected / read;
    }

    /** Why the run must stop, in one line, or nothing where the log is good enough. */
    public static Optional<String> objection(QualityRules rules, RecordCounts counts, long read) {
        return objection(rules, counts.byReason(RecordOutcome.REJECTED), read);
    }

    /**
     * The same of counts that were written down.
     *
     * @param rejectedByReason how many records were rejected for each reason
     */
    public static Optional<String> objection(QualityRules rules, Map<String, Long> rejectedByReason, long read) {
        long rejected =
                rejectedByReason.values().stream().mapToLong(Long::longValue).sum();
        if (rejectedShare(rejected, read) <= rules.maxRejectedShare()) {
            return Optional.empty();
        }
        String reasons = rejectedByReason.entrySet().stream()
                .map(reason -> String.format(Locale.ROOT, "%s %,d", reason.getKey(), reason.getValue()))
                .collect(Collectors.joining(", "));
        return Optional.of(String.format(
                Locale.ROOT,
                "%,d of %,d records were rejected (%.3f %%, the map allows %.3f %%): %s",
                rejected,
                read,
                100 * rejectedShare(rejected, read),
                100 * rules.maxRejectedShare(),
                reasons));
    }
}
