package io.parcours.jobs;

import io.parcours.journey.AsOf;
import io.parcours.quality.RecordCounts;
import io.parcours.quality.RecordOutcome;
import io.parcours.run.AnalysisSummary;
import io.parcours.run.Findings;
import io.parcours.run.RunSummary;
import io.parcours.touchpoint.Plural;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The story of a run, or of an analysis, in some ten lines. */
final class SummaryPrinter {
    private final PrintWriter out;

    SummaryPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(RunSummary summary) {
        asOf(summary.findings().asOf());
        line("read", records(summary.records()));
        FindingsLines.of(summary.findings()).forEach(found -> line(found.label(), found.text()));
        line(
                "tables",
                format(
                        "%d under %s, as_of=%s, in %.1f s",
                        summary.tableRows().size(),
                        summary.output(),
                        summary.findings().asOf().date(),
                        summary.seconds()));
        next("report", summary.output(), "");
    }

    void print(AnalysisSummary summary) {
        Findings findings = summary.findings();
        asOf(findings.asOf());
        line("analysed", Plural.of(findings.totals().touchpoints(), "touchpoint", "touchpoints"));
        FindingsLines.of(findings).forEach(found -> line(found.label(), found.text()));
        line(
                "tables",
                format(
                        "%d replaced under %s, as_of=%s, in %.1f s: %s",
                        summary.tableRows().size(),
                        summary.output(),
                        findings.asOf().date(),
                        summary.seconds(),
                        String.join(", ", summary.tableRows().keySet())));
        line("kept", String.join(", ", summary.keptTables()));
        next(
                "show " + first(summary.tableRows().keySet()),
                summary.output(),
                " --as-of " + findings.asOf().date());
    }

    /** The table to look at first. */
    private static String first(Set<String> tables) {
        return tables.contains("funnel_steps")
                ? "funnel_steps"
                : tables.iterator().next();
    }

    private void asOf(AsOf asOf) {
        line("as of", asOf.instant() + " (" + asOf.date() + " in " + asOf.zone() + ")");
    }

    private void next(String command, String output, String options) {
        line("next", Invocation.name() + " " + command + " --output " + quoted(output) + options);
        out.flush();
    }

    private static String records(RecordCounts records) {
        List<String> parts = new ArrayList<>();
        parts.add(format("%,d accepted", records.count(RecordOutcome.ACCEPTED)));
        long duplicates = records.count(RecordOutcome.DUPLICATE);
        if (duplicates > 0) {
            parts.add(Plural.of(duplicates, "duplicate", "duplicates"));
        }
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
        return Plural.of(records.total(), "record", "records") + ": " + String.join(", ", parts);
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
