package io.parcours.report.funnel;

import io.parcours.report.data.Row;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.List;

/** How long each step took those who reached it. */
final class StepTimesListing {

    private StepTimesListing() {}

    /** The listing; nothing where nobody reached a second step. */
    static List<Block> of(Words words, FunnelFacts funnel) {
        List<Row> steps = funnel.steps().subList(1, funnel.steps().size());
        if (steps.stream().allMatch(step -> step.isMissing("seconds_from_previous_p50"))) {
            return List.of();
        }
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("funnels.step"))
                .number(words.say("funnels.reached"))
                .number(words.say("timing.previous.median"))
                .number(words.say("timing.ninetieth"))
                .number(words.say("timing.mean"))
                .number(words.say("timing.first.median"))
                .number(words.say("timing.ninetieth"));
        for (Row step : steps) {
            Cell median = FunnelCells.duration(words, step.number("seconds_from_previous_p50"));
            numbers.row(
                    Cell.text(funnel.label(words, step)),
                    FunnelCells.count(words, step.whole("reached_count")),
                    step.whole("reached_count") < ReportContext.FEW ? median.few() : median,
                    FunnelCells.duration(words, step.number("seconds_from_previous_p90")),
                    FunnelCells.duration(words, step.number("seconds_from_previous_mean")),
                    FunnelCells.duration(words, step.number("seconds_from_first_p50")),
                    FunnelCells.duration(words, step.number("seconds_from_first_p90")));
        }
        return List.of(new Listing(
                words.say("timing.steps"),
                words.say("timing.steps.reading"),
                numbers.build(),
                Source.of(
                        "step-times",
                        "funnel_steps",
                        "seconds_from_previous_p50",
                        "seconds_from_previous_p90",
                        "seconds_from_previous_mean",
                        "seconds_from_first_p50",
                        "seconds_from_first_p90")));
    }
}
