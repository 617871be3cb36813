package io.parcours.jobs;

import io.parcours.churn.ChurnModelRow;
import io.parcours.funnel.DropOffsRow;
import io.parcours.funnel.FunnelStepsRow;
import io.parcours.run.Findings;
import io.parcours.touchpoint.Labels;
import io.parcours.touchpoint.Plural;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What histories showed: some seven lines, and a few more for what else the map asks. */
final class FindingsLines {
    private static final int FUNNEL_LINES = 8;

    /**
     * A line of a summary.
     *
     * @param label what it is about
     * @param text what is told
     */
    record Line(String label, String text) {}

    private FindingsLines() {}

    static List<Line> of(Findings findings) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                "found",
                String.join(
                        ", ",
                        Plural.of(findings.totals().customers(), "customer", "customers"),
                        Plural.of(findings.totals().sessions(), "session", "sessions"),
                        Plural.of(findings.totals().journeys(), "journey", "journeys"))));
        funnels(findings).forEach(text -> lines.add(new Line("funnel", text)));
        biggestDropOff(findings).ifPresent(text -> lines.add(new Line("drop-off", text)));
        if (!findings.states().isEmpty()) {
            lines.add(new Line("churn", states(findings)));
        }
        risk(findings.churnModel()).ifPresent(text -> lines.add(new Line("risk", text)));
        lines.addAll(JourneyLines.of(findings.tables()));
        return lines;
    }

    private static List<String> funnels(Findings findings) {
        Map<String, List<FunnelStepsRow>> funnels = new LinkedHashMap<>();
        for (FunnelStepsRow row : findings.funnelSteps()) {
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
    private static Optional<String> biggestDropOff(Findings findings) {
        return findings.funnelSteps().stream()
                .filter(row -> row.breakdown().equals(Labels.ALL) && row.dropped() > 0)
                .max(Comparator.comparingLong(FunnelStepsRow::dropped))
                .map(lost -> format(
                        "%s loses most before %s: %,d%s",
                        SafeText.of(lost.funnel()),
                        SafeText.of(lost.stepName()),
                        lost.dropped(),
                        next(findings, lost)));
    }

    private static String next(Findings findings, FunnelStepsRow lost) {
        return findings.dropOffs().stream()
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

    private static String states(Findings findings) {
        String states = findings.states().entrySet().stream()
                .map(state -> format("%,d %s", state.getValue(), state.getKey().replace('_', ' ')))
                .collect(Collectors.joining(", "));
        return states
                + (findings.withoutActivity() == 0 ? "" : format(", %,d without activity", findings.withoutActivity()));
    }

    /** How well the models foresaw what came after the back-test's day, or why they are not used. */
    private static Optional<String> risk(List<ChurnModelRow> figures) {
        Optional<ChurnModelRow> thumb = figure(figures, "rule_of_thumb_used");
        if (thumb.filter(row -> row.estimate() == 1).isPresent()) {
            return thumb.map(ChurnModelRow::note);
        }
        return figure(figures, "expected_activity_days")
                .map(row -> format(
                        "%s expected %s after its back-test's day, %,.0f came%s",
                        row.model(),
                        Plural.of(Math.round(row.estimate()), "active day", "active days"),
                        figure(figures, "actual_activity_days").orElseThrow().estimate(),
                        discrimination(figures, row.model())));
    }

    private static String discrimination(List<ChurnModelRow> figures, String model) {
        List<Double> areas = Stream.of(model, "rule_of_thumb")
                .flatMap(judged -> figures.stream()
                        .filter(row -> row.model().equals(judged) && row.name().equals("auc")))
                .map(ChurnModelRow::estimate)
                .filter(Objects::nonNull)
                .toList();
        return areas.size() == 2
                ? format("; who left: AUC %.2f, by rule of thumb %.2f", areas.get(0), areas.get(1))
                : "";
    }

    /** The first figure of this name: the chosen model's stand before those of others. */
    private static Optional<ChurnModelRow> figure(List<ChurnModelRow> figures, String name) {
        return figures.stream()
                .filter(row -> row.name().equals(name) && row.estimate() != null)
                .findFirst();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
