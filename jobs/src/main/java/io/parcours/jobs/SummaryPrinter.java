package io.parcours.jobs;

import io.parcours.funnel.DropOffsRow;
import io.parcours.funnel.FunnelStepsRow;
import io.parcours.quality.RecordCounts;
import io.parcours.quality.RecordOutcome;
import io.parcours.run.RunSummary;
import io.parcours.touchpoint.Labels;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The story of a run in some ten lines. */
final class SummaryPrinter {
    private static final int FUNNEL_LINES = 8;

    private final PrintWriter out;

    SummaryPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(RunSummary summary) {
        line(
                "as of",
                summary.asOf().instant() + " (" + summary.asOf().date() + " in "
                        + summary.asOf().zone() + ")");
        line("read", records(summary.records()));
        line(
                "found",
                format(
                        "%,d customers, %,d sessions, %,d journeys",
                        summary.totals().customers(),
                        summary.totals().sessions(),
                        summary.totals().journeys()));
        funnels(summary).forEach(text -> line("funnel", text));
        biggestDropOff(summary).ifPresent(text -> line("drop-off", text));
        line("churn", states(summary.states()));
        line(
                "tables",
                format(
                        "%d under %s, as_of=%s, in %.1f s",
                        summary.tableRows().size(),
                        summary.output(),
                        summary.asOf().date(),
                        summary.seconds()));
        line("next", Invocation.name() + " show funnel_steps --output " + quoted(summary.output()));
        out.flush();
    }

    private static String records(RecordCounts records) {
        List<String> parts = new ArrayList<>();
        parts.add(format("%,d accepted", records.count(RecordOutcome.ACCEPTED)));
        add(parts, "%,d duplicates", records.count(RecordOutcome.DUPLICATE));
        long rejected = records.count(RecordOutcome.REJECTED);
        if (rejected > 0) {
            parts.add(format(
                    "%,d rejected (%s)",
                    rejected,
                    records.byReason(RecordOutcome.REJECTED).entrySet().stream()
                            .map(reason -> format("%s %,d", reason.getKey(), reason.getValue()))
                            .collect(Collectors.joining(", "))));
        }
        add(parts, "%,d filtered", records.count(RecordOutcome.FILTERED));
        add(parts, "%,d after as_of", records.count(RecordOutcome.AFTER_AS_OF));
        return format("%,d records: %s", records.total(), String.join(", ", parts));
    }

    private static List<String> funnels(RunSummary summary) {
        Map<String, List<FunnelStepsRow>> funnels = new LinkedHashMap<>();
        for (FunnelStepsRow row : summary.funnelSteps()) {
            if (row.breakdown().equals(Labels.ALL)) {
                funnels.computeIfAbsent(row.funnel(), name -> new ArrayList<>()).add(row);
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<FunnelStepsRow> steps : funnels.values()) {
            if (lines.size() == FUNNEL_LINES) {
                lines.add(format("and %d more in funnel_steps", funnels.size() - FUNNEL_LINES));
                break;
            }
            lines.add(funnel(steps));
        }
        return lines;
    }

    private static String funnel(List<FunnelStepsRow> steps) {
        FunnelStepsRow last = steps.get(steps.size() - 1);
        String counts =
                steps.stream().map(step -> format("%,d", step.reached())).collect(Collectors.joining(" > "));
        String rate = last.fromFirst().value() == null
                ? "nobody entered"
                : format(
                        "%.1f %% reached %s (95 %% interval %.1f to %.1f)",
                        100 * last.fromFirst().value(),
                        SafeText.of(last.stepName()),
                        100 * last.fromFirst().low(),
                        100 * last.fromFirst().high());
        long inProgress = steps.stream().mapToLong(FunnelStepsRow::inProgress).sum();
        String open = inProgress == 0 ? "" : format(", %,d in progress", inProgress);
        return SafeText.of(last.funnel()) + ": " + counts + "; " + rate + open;
    }

    /** The step of all funnels that lost the most units, and what most of them did next. */
    private static Optional<String> biggestDropOff(RunSummary summary) {
        return summary.funnelSteps().stream()
                .filter(row -> row.breakdown().equals(Labels.ALL) && row.dropped() > 0)
                .max(Comparator.comparingLong(FunnelStepsRow::dropped))
                .map(lost -> format(
                        "%s loses most before %s: %,d%s",
                        SafeText.of(lost.funnel()), SafeText.of(lost.stepName()), lost.dropped(), next(summary, lost)));
    }

    private static String next(RunSummary summary, FunnelStepsRow lost) {
        return summary.dropOffs().stream()
                .filter(row -> row.funnel().equals(lost.funnel()) && row.step() == lost.step())
                .collect(Collectors.groupingBy(
                        DropOffsRow::nextEvent, LinkedHashMap::new, Collectors.summingLong(DropOffsRow::dropped)))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(next -> format(
                        "; next, %.0f %% did %s",
                        100.0 * next.getValue() / lost.dropped(),
                        next.getKey().equals(Labels.NOTHING) ? "nothing more" : SafeText.of(next.getKey())))
                .orElse("");
    }

    private static String states(Map<String, Long> states) {
        return states.entrySet().stream()
                .map(state -> format("%,d %s", state.getValue(), state.getKey().replace('_', ' ')))
                .collect(Collectors.joining(", "));
    }

    private static void add(List<String> parts, String format, long count) {
        if (count > 0) {
            parts.add(format(format, count));
        }
    }

    private static String quoted(String location) {
        return location.matches("[\\w./:@=-]+") ? location : "'" + location.replace("'", "'\\''") + "'";
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private void line(String label, String text) {
        out.println(format("%-9s %s", label, text));
    }
}
