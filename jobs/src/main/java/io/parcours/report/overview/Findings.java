package io.parcours.report.overview;

import io.parcours.funnel.FunnelRules;
import io.parcours.report.chart.TextFit;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block.Link;
import io.parcours.report.page.ReportContext;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The few sentences that whoever has a minute should read. */
final class Findings {
    private final ReportContext context;
    private final Words words;
    private final Optional<CustomerStates> states;

    Findings(ReportContext context, Optional<CustomerStates> states) {
        this.context = context;
        this.words = context.words();
        this.states = states;
    }

    List<Link> links() {
        List<Link> links = new ArrayList<>();
        List<Row> steps = firstFunnel();
        if (steps.size() > 1 && steps.get(0).whole("reached_count") > 0) {
            links.add(finalRate(steps));
            greatestLoss(steps).ifPresent(links::add);
        }
        states.filter(counts -> isRiskTelling(counts) || counts.dormant() == counts.customers())
                .map(this::atRisk)
                .ifPresent(links::add);
        firstPain().ifPresent(links::add);
        return links;
    }

    private List<Row> firstFunnel() {
        List<FunnelRules> funnels =
                context.tables().manifest().mapOf("funnel_steps").funnels();
        if (funnels.isEmpty()) {
            return List.of();
        }
        String name = funnels.get(0).name();
        return context.table("funnel_steps")
                .rows(
                        row -> row.text("breakdown").equals("all")
                                && row.text("funnel").equals(name),
                        "funnel",
                        "breakdown",
                        "step",
                        "step_name",
                        "reached_count",
                        "dropped_count",
                        "in_progress_count",
                        "rate_from_first",
                        "rate_from_first_low",
                        "rate_from_first_high");
    }

    private Link finalRate(List<Row> steps) {
        Row last = steps.get(steps.size() - 1);
        long inProgress = steps.stream()
                .mapToLong(step -> step.whole("in_progress_count"))
                .sum();
        Estimate rate = last.estimate("rate_from_first");
        return Link.to(
                words.say(
                        "overview.finding.rate",
                        words.percent(last.number("rate_from_first")),
                        words.percentInterval(rate),
                        words.count(steps.get(0).whole("reached_count")),
                        TextFit.brief(last.text("funnel")),
                        TextFit.brief(last.text("step_name")),
                        words.count(inProgress),
                        inProgress),
                "funnels");
    }

    private Optional<Link> greatestLoss(List<Row> steps) {
        Row greatest = steps.get(0);
        for (Row step : steps) {
            if (step.whole("dropped_count") > greatest.whole("dropped_count")) {
                greatest = step;
            }
        }
        long lost = greatest.whole("dropped_count");
        if (lost == 0) {
            return Optional.empty();
        }
        return Optional.of(Link.to(
                words.say(
                        "overview.finding.loss",
                        words.count(lost),
                        lost,
                        TextFit.brief(greatest.text("funnel")),
                        TextFit.brief(greatest.text("step_name")),
                        stake(greatest)),
                "drop-offs",
                "funnels"));
    }

    /** What the lost at a step are worth: the sum over what they did next, of whose counts the table makes each value. */
    private String stake(Row step) {
        double[] sums = {0, 0, 0};
        boolean[] isMissing = {false};
        context.table("drop_offs")
                .forEach(
                        row -> {
                            if (row.text("funnel").equals(step.text("funnel"))
                                    && row.whole("step") == step.whole("step")) {
                                isMissing[0] |= row.isMissing("value_at_stake") || row.isMissing("value_at_stake_low");
                                sums[0] += orZero(row.number("value_at_stake"));
                                sums[1] += orZero(row.number("value_at_stake_low"));
                                sums[2] += orZero(row.number("value_at_stake_high"));
                            }
                        },
                        "funnel",
                        "step",
                        "value_at_stake",
                        "value_at_stake_low",
                        "value_at_stake_high");
        return isMissing[0] || sums[0] == 0
                ? ""
                : words.say(
                        "overview.finding.stake",
                        words.number(sums[0], 0),
                        words.number(sums[1], 0),
                        words.number(sums[2], 0));
    }

    private static double orZero(Double number) {
        return number == null ? 0 : number;
    }

    /** A risk that a model tells apart: by the rule of thumb it only repeats the state, and one for all says nothing. */
    private boolean isRiskTelling(CustomerStates counts) {
        return counts.highRisk() > 0
                && counts.highRisk() < counts.customers() - counts.dormant()
                && context
                        .table("churn_model")
                        .rows(row -> row.text("name").equals("rule_of_thumb_used"), "name", "estimate")
                        .stream()
                        .noneMatch(row -> orZero(row.number("estimate")) > 0);
    }

    private Link atRisk(CustomerStates counts) {
        long present = counts.customers() - counts.dormant();
        return Link.to(
                words.say(
                        present == 0 ? "overview.finding.dormant" : "overview.finding.risk",
                        words.count(counts.highRisk()),
                        words.count(present),
                        present,
                        words.percent(present == 0 ? null : (Double) ((double) counts.highRisk() / present)),
                        words.count(counts.dormant()),
                        counts.dormant()),
                "at-risk",
                "churn");
    }

    private Optional<Link> firstPain() {
        return context
                .table("pain_points")
                .rows(
                        row -> row.whole("rank") == 1 && "pain".equals(row.text("kind")),
                        "rank",
                        "kind",
                        "touchpoint",
                        "funnel",
                        "drop_off_count",
                        "friction_customer_count",
                        "value_at_stake")
                .stream()
                .findFirst()
                .map(row -> Link.to(
                        words.say(
                                "overview.finding.pain",
                                TextFit.brief(row.text("touchpoint")),
                                row.isMissing("funnel") || row.whole("drop_off_count") == 0
                                        ? ""
                                        : words.say(
                                                "overview.finding.pain.lost",
                                                words.count(row.whole("drop_off_count")),
                                                row.whole("drop_off_count"),
                                                TextFit.brief(row.text("funnel"))),
                                row.whole("friction_customer_count") == 0
                                        ? ""
                                        : words.say(
                                                "overview.finding.pain.friction",
                                                words.count(row.whole("friction_customer_count")),
                                                row.whole("friction_customer_count"))),
                        "pain-points",
                        "experience"));
    }
}
