package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.condition.TouchpointCondition;
import io.parcours.funnel.FunnelComparison.Period;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Histories;
import io.parcours.stats.ChangePart;
import io.parcours.table.Column;
import io.parcours.table.TableContent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The rows of funnel_changes: which units count in which period, and what the columns hold. */
class FunnelChangesTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final int DAY = 24 * 60;
    /** 1 to 2 January and 4 to 5 January 2024; minute 0 is the first midnight. */
    private static final FunnelComparison DAYS = new FunnelComparison(
            new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 2)),
            new Period(LocalDate.of(2024, 1, 4), LocalDate.of(2024, 1, 5)),
            null);

    private static final FunnelComparison DAYS_BY_CHANNEL =
            new FunnelComparison(DAYS.before(), DAYS.after(), FunnelBreakdown.of("channel"));

    @Test
    void theColumnsTellTheirOwnPartsOfTheRow() {
        FunnelChangesRow row = new FunnelChangesRow(
                "f", "step", 2, "cart", "channel", 3, 4, .1, .2, new ChangePart(.3, .25, .35), .4, "delta");

        assertThat(FunnelChangesReport.TABLE.name()).isEqualTo("funnel_changes");
        assertThat(FunnelChangesReport.TABLE.columns().stream().map(Column::name))
                .containsExactly(
                        "funnel",
                        "part",
                        "step",
                        "step_name",
                        "breakdown",
                        "before_count",
                        "after_count",
                        "before_rate",
                        "after_rate",
                        "contribution",
                        "contribution_low",
                        "contribution_high",
                        "share_of_change",
                        "interval_basis");
        assertThat(FunnelChangesReport.TABLE.columns().stream()
                        .map(column -> column.value().apply(row)))
                .containsExactly("f", "step", 2L, "cart", "channel", 3L, 4L, .1, .2, .3, .25, .35, .4, "delta");
    }

    @Test
    void theExampleOfTheRulesByHand() {
        // Web 60 and 30 of them, app 40 and 4; then web 40 and 24, app 60 and 9.
        List<String> histories = new ArrayList<>();
        addCustomers(histories, "A0/web B1", 30);
        addCustomers(histories, "A0/web", 30);
        addCustomers(histories, "A0/app B1", 4);
        addCustomers(histories, "A0/app", 36);
        addCustomers(histories, "A4320/web B4321", 24);
        addCustomers(histories, "A4320/web", 16);
        addCustomers(histories, "A4320/app B4321", 9);
        addCustomers(histories, "A4320/app", 51);
        List<FunnelChangesRow> rows = changes(funnel("A B", DAYS_BY_CHANNEL), histories);

        assertThat(rows).extracting(FunnelChangesRow::part).containsExactly("total", "mix", "step");
        assertThat(rows).extracting(FunnelChangesRow::step).containsExactly(null, null, 2);
        assertThat(rows).extracting(FunnelChangesRow::stepName).containsExactly(null, null, "B");
        assertThat(rows).extracting(FunnelChangesRow::breakdown).containsOnly("channel");
        assertThat(rows).extracting(FunnelChangesRow::intervalBasis).containsOnly("delta");
        assertThat(rows).extracting(FunnelChangesRow::before).containsOnly(100L);
        assertThat(rows).extracting(FunnelChangesRow::after).containsOnly(100L);
        assertThat(rows).extracting(FunnelChangesRow::beforeRate).containsExactly(.34, null, .34);
        assertThat(rows).extracting(FunnelChangesRow::afterRate).containsExactly(.33, null, .33);
        assertThat(rows.get(0).change().contribution()).isEqualTo(-.01, EXACT);
        assertThat(rows.get(1).change().contribution()).isEqualTo(-.085, EXACT);
        assertThat(rows.get(2).change().contribution()).isEqualTo(.075, EXACT);
        assertThat(rows.get(0).shareOfChange()).isEqualTo(1);
        assertThat(rows.get(1).shareOfChange()).isEqualTo(8.5, within(1e-9));
        assertThat(rows.get(2).shareOfChange()).isEqualTo(-7.5, within(1e-9));
    }

    @Test
    void aStepsRowCountsThoseWhoReachedTheStepBefore() {
        List<FunnelChangesRow> rows = changes(
                funnel("A B C", DAYS),
                List.of("A0 B1 C2", "A0 B1", "A0 B1", "A0", "A4320 B4321 C4322", "A4320 B4321 C4322", "A4320"));

        assertThat(rows).extracting(FunnelChangesRow::part).containsExactly("total", "step", "step");
        assertThat(rows).extracting(FunnelChangesRow::before).containsExactly(4L, 4L, 3L);
        assertThat(rows).extracting(FunnelChangesRow::after).containsExactly(3L, 3L, 2L);
        assertThat(rows).extracting(FunnelChangesRow::beforeRate).containsExactly(.25, .75, 1.0 / 3);
        assertThat(rows).extracting(FunnelChangesRow::afterRate).containsExactly(2.0 / 3, 2.0 / 3, 1.0);
        assertThat(rows).extracting(FunnelChangesRow::breakdown).containsOnlyNulls();
        // -1/12 x mean of 1/3 and 1, and 2/3 x mean of 3/4 and 2/3.
        assertThat(rows.get(1).change().contribution()).isEqualTo(-1.0 / 18, EXACT);
        assertThat(rows.get(2).change().contribution()).isEqualTo(17.0 / 36, EXACT);
        assertThat(rows.get(0).change().contribution()).isEqualTo(5.0 / 12, EXACT);
    }

    @Test
    void aUnitBelongsToThePeriodOfItsFirstEntryWhateverChainCounts() {
        // The chain of A4320 counts, the unit entered on 1 January.
        FunnelChangesRow total = changes(funnel("A B", DAYS), List.of("A0 A4320 B4321", "A4320", "A4320"))
                .get(0);

        assertThat(total.before()).isEqualTo(1);
        assertThat(total.beforeRate()).isEqualTo(1);
        assertThat(total.after()).isEqualTo(2);
        assertThat(total.afterRate()).isZero();
    }

    @Test
    void periodsBeginAndEndWithTheirDays() {
        // Last minute of 2 January and first of 3; last of 3 and first of 4; last of 5 and first of 6.
        FunnelChangesRow total = changes(
                        funnel("A B", DAYS),
                        List.of(
                                "A0",
                                "A" + (2 * DAY - 1),
                                "A" + 2 * DAY,
                                "A" + (3 * DAY - 1),
                                "A" + 3 * DAY,
                                "A" + (5 * DAY - 1),
                                "A" + 5 * DAY))
                .get(0);

        assertThat(total.before()).isEqualTo(2);
        assertThat(total.after()).isEqualTo(2);
    }

    @Test
    void daysAreThoseOfTheMapsZone() {
        // In Tokyo 1 January begins nine hours earlier: minute -540; minute 2340 is the first of 3 January there.
        AsOf tokyo = new AsOf(Histories.asOfMinute(100_000).instant(), ZoneId.of("Asia/Tokyo"));
        LetterFunnel utc = funnel("A B", DAYS);
        LetterFunnel funnel = new LetterFunnel(utc.steps(), utc.unit(), utc.chains(), utc.cuts(), tokyo);
        List<String> histories = List.of("A2339", "A2340", "A" + (3 * DAY - 541), "A" + (3 * DAY - 540));

        assertThat(changes(funnel, histories).get(0).before()).isEqualTo(1);
        assertThat(changes(funnel, histories).get(0).after()).isEqualTo(1);
    }

    @Test
    void withAWindowOnlyMatureEntriesCount() {
        // As of the first minute of 5 January: the window of the last entry still lasts.
        LetterFunnel funnel = funnel("A B", DAYS).within(DAY).asOfMinute(4 * DAY);
        FunnelChangesRow total = changes(
                        funnel, List.of("A0 B1", "A0", "A4320 B4400", "A4320 A5000 B5800", "A5000 B5001"))
                .get(0);

        assertThat(total.before()).isEqualTo(2);
        assertThat(total.after()).isEqualTo(2);
        assertThat(total.afterRate()).isEqualTo(.5);
    }

    @Test
    void optionalStepsTakeNoPart() {
        // Steps A, (B), C: written as rules, as only the plan knows of optional steps here.
        List<FunnelStep> steps = List.of(
                new FunnelStep("first", TouchpointCondition.ofEvents("A")),
                new FunnelStep("aside", TouchpointCondition.ofEvents("B")).optional(),
                new FunnelStep("last", TouchpointCondition.ofEvents("C")));
        FunnelRules rules = FunnelRules.of("f", steps).withCuts(FunnelCuts.DEFAULT.withComparison(DAYS));
        FunnelPlan plan = plan(rules);
        PeriodCounts counts = new PeriodCounts(plan.periods().orElseThrow(), false);
        addUnit(counts, 0, 0, -1, 1);
        addUnit(counts, 0, 0, 1, 2);
        addUnit(counts, 0, 0, 1, -1);
        addUnit(counts, 3 * DAY, 0, 1, -1);
        List<FunnelChangesRow> rows = FunnelChangesRow.of(plan, counts);

        assertThat(rows).extracting(FunnelChangesRow::part).containsExactly("total", "step");
        assertThat(rows.get(1).step()).isEqualTo(3);
        assertThat(rows.get(1).stepName()).isEqualTo("last");
        assertThat(rows.get(1).before()).isEqualTo(3);
        assertThat(rows.get(1).beforeRate()).isEqualTo(2.0 / 3);
        assertThat(rows.get(1).after()).isEqualTo(1);
        assertThat(rows.get(1).afterRate()).isZero();
    }

    @Test
    void aPeriodWithoutEntrantsHasNoRateAndNoChange() {
        List<FunnelChangesRow> rows = changes(funnel("A B", DAYS_BY_CHANNEL), List.of("A0 B1", "B4320"));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).afterRate()).isNull();
        assertThat(rows).extracting(FunnelChangesRow::after).containsOnly(0L);
        assertThat(rows).extracting(FunnelChangesRow::change).containsOnlyNulls();
        assertThat(rows).extracting(FunnelChangesRow::shareOfChange).containsOnlyNulls();
        assertThat(FunnelChangesReport.TABLE.columns().stream()
                        .map(column -> column.value().apply(rows.get(1))))
                .containsExactly(
                        "A B", "mix", null, null, "channel", 1L, 0L, null, null, null, null, null, null, "delta");
    }

    @Test
    void withoutAChangeThereAreNoShares() {
        List<FunnelChangesRow> rows =
                changes(funnel("A B", DAYS_BY_CHANNEL), List.of("A0 B1", "A0", "A4320 B4321", "A4320"));

        assertThat(rows).extracting(row -> row.change().contribution()).containsOnly(0.0);
        assertThat(rows).extracting(FunnelChangesRow::shareOfChange).containsOnlyNulls();
        assertThat(rows.get(0).change().high()).isPositive();
    }

    @Test
    void aFunnelThatComparesNothingHasNoRows() {
        assertThat(changes(LetterFunnel.of("A B"), List.of("A0 B1", "A4320"))).isEmpty();
    }

    @Test
    void whereUnitsAreSessionsTheIntervalKnowsTheirCustomers() {
        // All sessions of a customer end alike: what looks like 600 units are 60.
        List<String> histories = new ArrayList<>();
        addCustomers(histories, sessions(0, "A%d B%d"), 30);
        addCustomers(histories, sessions(0, "A%d X%d"), 30);
        addCustomers(histories, sessions(3 * DAY, "A%d B%d"), 20);
        addCustomers(histories, sessions(3 * DAY, "A%d X%d"), 40);
        FunnelChangesRow total = changes(funnel("A B", DAYS).per(FunnelRules.Unit.SESSION), histories)
                .get(0);

        assertThat(total.before()).isEqualTo(600);
        assertThat(total.intervalBasis()).isEqualTo("jackknife_by_customer");
        // Two proportions of 60 customers: 1.96 x sqrt(.25 / 60 + .2222 / 60) = .174, by Student's quantile a little
        // more; of 600 sessions it would be .055.
        assertThat(total.change().high() - total.change().contribution()).isBetween(.13, .25);
    }

    @Test
    void sessionsThatNeverConvertAreNoMoreCertainThanTheirCustomers() {
        LetterFunnel perSession = funnel("A B", DAYS).per(FunnelRules.Unit.SESSION);
        List<String> many = new ArrayList<>();
        addCustomers(many, sessions(0, "A%d X%d") + " " + sessions(3 * DAY, "A%d X%d"), 5);
        List<String> single = new ArrayList<>();
        addCustomers(single, "A0 A4320", 50);

        assertThat(changes(perSession, many).get(0).change().high())
                .isGreaterThan(2 * changes(perSession, single).get(0).change().high());
    }

    @Test
    void theCustomersOfPartsAreThoseOfTheWhole() {
        // Nobody converts, so the interval knows of customers by their number alone.
        LetterFunnel funnel = funnel("A B", DAYS).per(FunnelRules.Unit.SESSION);
        String[] customers = Collections.nCopies(4, sessions(0, "A%d X%d") + " " + sessions(3 * DAY, "A%d X%d"))
                .toArray(String[]::new);
        FunnelCounts merged = funnel.count(customers);
        merged.merge(funnel.count(customers));
        FunnelCounts whole = funnel.count(customers);
        for (int customer = 1; customer <= customers.length; customer++) {
            whole.add(funnel.history(Histories.touchpoints("c" + customer, customers[customer - 1])));
        }

        assertThat(rows(funnel.question().report(merged)))
                .isEqualTo(rows(funnel.question().report(whole)));
    }

    @Test
    void partsMergedInAnyOrderAreTheWhole() {
        for (FunnelRules.Unit unit : FunnelRules.Unit.values()) {
            LetterFunnel funnel = funnel("A B C", DAYS_BY_CHANNEL).per(unit);
            Random random = new Random(5);
            List<FunnelCounts> parts = new ArrayList<>();
            FunnelCounts whole = funnel.question().begin(funnel.asOf());
            for (int part = 0; part < 6; part++) {
                FunnelCounts counts = funnel.question().begin(funnel.asOf());
                for (int customer = 0; customer < 40; customer++) {
                    String letters = randomHistory(random);
                    String name = part + "-" + customer;
                    counts.add(funnel.history(Histories.touchpoints(name, letters)));
                    whole.add(funnel.history(Histories.touchpoints(name, letters)));
                }
                parts.add(counts);
            }
            Collections.shuffle(parts, random);
            FunnelCounts merged = funnel.question().begin(funnel.asOf());
            parts.forEach(merged::merge);

            List<FunnelChangesRow> expected = rows(funnel.question().report(whole));
            assertThat(expected.get(0).change().contribution()).isNotZero();
            assertThat(rows(funnel.question().report(merged))).isEqualTo(expected);
        }
    }

    private static LetterFunnel funnel(String steps, FunnelComparison comparison) {
        return LetterFunnel.of(steps).with(FunnelCuts.DEFAULT.withComparison(comparison));
    }

    private static FunnelPlan plan(FunnelRules rules) {
        return FunnelPlan.of(
                rules, new ConditionIndex(rules.conditions().toList()), List.of(), Histories.asOfMinute(100_000));
    }

    /** A customer who matched these touchpoints, by step; -1 for none. */
    private static void addUnit(PeriodCounts counts, int minute, int... matched) {
        LetterFunnel any = LetterFunnel.of("A B C");
        FunnelProgress progress = new FunnelProgress(
                matched,
                0,
                new boolean[matched.length],
                FunnelProgress.Outcome.DROPPED,
                matched[0],
                FunnelProgress.NEVER);
        counts.add(
                new FunnelUnit(any.history("A%d B%d C%d".formatted(minute, minute, minute)), null, null, 1, progress));
    }

    private static void addCustomers(List<String> histories, String letters, int count) {
        histories.addAll(Collections.nCopies(count, letters));
    }

    /** Ten sessions of two touchpoints from a minute on. */
    private static String sessions(int from, String letters) {
        List<String> sessions = new ArrayList<>();
        for (int minute = from; minute < from + 1000; minute += 100) {
            sessions.add(letters.formatted(minute, minute + 1));
        }
        return String.join(" ", sessions);
    }

    /** Some visits of a few touchpoints each, within six days. */
    private static String randomHistory(Random random) {
        List<String> words = new ArrayList<>();
        for (int visit = random.nextInt(6); visit < 6; visit += 1 + random.nextInt(3)) {
            int minute = visit * DAY + random.nextInt(600);
            for (int touchpoints = 1 + random.nextInt(5); touchpoints > 0; touchpoints--) {
                minute += random.nextInt(25);
                words.add("ABC".charAt(random.nextInt(3))
                        + String.valueOf(minute)
                        + List.of("", "/web", "/app").get(random.nextInt(3)));
            }
        }
        return String.join(" ", words);
    }

    private static List<FunnelChangesRow> changes(LetterFunnel funnel, List<String> histories) {
        return rows(funnel.question().report(funnel.count(histories.toArray(String[]::new))));
    }

    @SuppressWarnings("unchecked")
    private static List<FunnelChangesRow> rows(List<TableContent<?>> report) {
        return (List<FunnelChangesRow>) report.stream()
                .filter(content -> content.table() == FunnelChangesReport.TABLE)
                .findFirst()
                .orElseThrow()
                .rows();
    }
}
