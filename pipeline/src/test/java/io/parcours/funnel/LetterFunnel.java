package io.parcours.funnel;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Span;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A funnel in letters over histories in letters: the steps {@code "A BC"} are event A, then event B or C. A step {@code B?}
 * is optional, {@code B!} must be met by the first B ever, {@code B<5} and {@code B<5?} lie within 5 minutes of the step before. Measured as of
 * minute 100,000 unless said otherwise, so that every window has passed.
 */
record LetterFunnel(String steps, FunnelRules.Unit unit, ChainRules chains, FunnelCuts cuts, AsOf asOf) {

    static LetterFunnel of(String steps) {
        return new LetterFunnel(
                steps,
                FunnelRules.Unit.CUSTOMER,
                ChainRules.DEFAULT,
                FunnelCuts.DEFAULT,
                Histories.asOfMinute(100_000));
    }

    LetterFunnel within(int minutes) {
        return with(chains.withWindow(Duration.ofMinutes(minutes)));
    }

    LetterFunnel per(FunnelRules.Unit newUnit) {
        return new LetterFunnel(steps, newUnit, chains, cuts, asOf);
    }

    LetterFunnel strictTies() {
        return with(chains.withTies(ChainRules.Ties.STRICT));
    }

    LetterFunnel with(ChainRules newChains) {
        return new LetterFunnel(steps, unit, newChains, cuts, asOf);
    }

    /** With exclusions in every gap. */
    LetterFunnel without(String letters, FunnelExclusion.Scope scope) {
        return with(chains.withExclusions(
                List.of(FunnelExclusion.everywhere(TouchpointCondition.ofEvents(letters.split("")), scope))));
    }

    LetterFunnel with(FunnelCuts newCuts) {
        return new LetterFunnel(steps, unit, chains, newCuts, asOf);
    }

    LetterFunnel by(String... names) {
        return with(cuts.withBreakdowns(
                Arrays.stream(names).map(FunnelBreakdown::of).toList()));
    }

    LetterFunnel asOfMinute(int minute) {
        return new LetterFunnel(steps, unit, chains, cuts, Histories.asOfMinute(minute));
    }

    FunnelRules rules() {
        return rules(steps);
    }

    FunnelRules rules(String name) {
        List<FunnelStep> funnelSteps = new ArrayList<>();
        for (String word : steps.split(" ")) {
            String step = word.replaceAll("[^A-Z].*", "");
            String repeat =
                    funnelSteps.stream().anyMatch(former -> former.name().equals(step))
                            ? " " + (funnelSteps.size() + 1)
                            : "";
            String minutes = word.replaceAll("[^0-9]", "");
            funnelSteps.add(new FunnelStep(
                    step + repeat,
                    TouchpointCondition.ofEvents(step.split("")),
                    minutes.isEmpty() ? null : Duration.ofMinutes(Integer.parseInt(minutes)),
                    word.endsWith("?"),
                    word.endsWith("!")));
        }
        return new FunnelRules(name, funnelSteps, unit, chains, cuts);
    }

    ConditionIndex index() {
        return new ConditionIndex(rules().conditions().toList());
    }

    FunnelQuestion question() {
        return new FunnelQuestion(List.of(rules()), index(), List.of());
    }

    /** The touchpoints of one customer as a history: a session ends after 30 minutes, a journey after 60. */
    CustomerHistory history(List<Touchpoint> touchpoints) {
        return history(index(), asOf, touchpoints);
    }

    /** The same with a condition index of more funnels than one. */
    static CustomerHistory history(ConditionIndex index, AsOf asOf, List<Touchpoint> touchpoints) {
        JourneyRules rules = new JourneyRules(
                Duration.ofMinutes(30), Duration.ofMinutes(60), List.of(), TouchpointCondition.ANY, 1_000_000);
        return new HistoryBuilder(rules, index, asOf).build(touchpoints);
    }

    CustomerHistory history(String letters) {
        return history(Histories.touchpoints("c", letters));
    }

    /** The progress of the customer as a whole. */
    LetterProgress track(String letters) {
        return track(history(letters)).orElseThrow();
    }

    /** The progress of a customer as a whole, or nothing where no touchpoint serves any step. */
    Optional<LetterProgress> track(CustomerHistory history) {
        return track(FunnelPlan.of(rules(), index(), List.of(), asOf), history);
    }

    static Optional<LetterProgress> track(FunnelPlan plan, CustomerHistory history) {
        ServedFunnels served = new ServedFunnels(List.of(plan));
        served.read(history);
        if (served.size() == 0) {
            return Optional.empty();
        }
        served.touchpoints(0).moveTo(new Span(1, 0, history.size(), false));
        return Optional.of(new LetterProgress(new FunnelTracker(plan).track(served.touchpoints(0), false)));
    }

    /** Hands over what a funnel counts of a customer, each with the touchpoints of its unit that serve any step. */
    static void forEachUnit(
            FunnelPlan plan, CustomerHistory history, BiConsumer<FunnelUnit, ServingTouchpoints> consumer) {
        ServedFunnels served = new ServedFunnels(List.of(plan));
        served.read(history);
        int number = 0;
        FunnelTracker tracker = new FunnelTracker(plan);
        ServingTouchpoints serving = served.touchpoints(0);
        for (Span span : served.size() == 0 ? List.<Span>of() : plan.units(history)) {
            if (serving.hasMore() && serving.nextIndex() < span.to()) {
                serving.moveTo(span);
                for (FunnelProgress progress :
                        tracker.track(serving, span.isOpen()).counted()) {
                    consumer.accept(new FunnelUnit(history, span, null, ++number, progress), serving);
                }
            }
        }
    }

    int level(String letters) {
        return track(letters).level();
    }

    /** The indices of the touchpoints that count, for step 1, 2, ... */
    int[] matched(String letters) {
        return track(letters).matched();
    }

    /** Counts of one customer for each history, numbered from 1. */
    FunnelCounts count(String... histories) {
        FunnelCounts counts = question().begin(asOf);
        int customer = 0;
        for (String letters : histories) {
            counts.add(history(Histories.touchpoints("c" + ++customer, letters)));
        }
        return counts;
    }

    /** The rows of one customer for each history, numbered from 1. */
    List<FunnelCustomersRow> customers(String... histories) {
        FunnelCounts counts = question().begin(asOf);
        List<FunnelCustomersRow> rows = new ArrayList<>();
        int customer = 0;
        for (String letters : histories) {
            counts.add(history(Histories.touchpoints("c" + ++customer, letters)));
            counts.latestRows(rows::add);
        }
        return rows;
    }

    List<FunnelStepsRow> steps(String... histories) {
        return steps(question().report(count(histories)));
    }

    List<DropOffsRow> dropOffs(String... histories) {
        return dropOffs(question().report(count(histories)));
    }

    @SuppressWarnings("unchecked")
    static List<FunnelStepsRow> steps(List<TableContent<?>> report) {
        return (List<FunnelStepsRow>) report.get(0).rows();
    }

    @SuppressWarnings("unchecked")
    static List<DropOffsRow> dropOffs(List<TableContent<?>> report) {
        return (List<DropOffsRow>) report.get(1).rows();
    }

    /** The rows of the report's table of this row. */
    static <R> List<R> rows(List<TableContent<?>> report, Class<R> row) {
        return report.stream()
                .flatMap(content -> content.rows().stream())
                .filter(row::isInstance)
                .map(row::cast)
                .toList();
    }

    /** reached_count of every step, all units together. */
    static long[] reached(List<FunnelStepsRow> rows) {
        return rows.stream()
                .filter(row -> row.breakdown().equals("all"))
                .mapToLong(FunnelStepsRow::reached)
                .toArray();
    }

    @Override
    public String toString() {
        return "%s, unit %s, %s, %s, as of %s".formatted(steps, unit, chains, cuts, asOf.instant());
    }
}
