package io.parcours.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of {@code churn_calibration}. */
final class CalibrationRows {
    private static final List<String> ALL = List.of("all");
    private static final List<String> FREQUENCIES = List.of("0", "1", "2", "3", "4", "5", "6", "7+");
    /** What tenths are called, the first one first. */
    static final List<String> TENTHS = List.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "10");

    private static final List<String> RISKS =
            Arrays.stream(ChurnRisk.values()).map(ChurnRisk::label).toList();

    private final List<ChurnCalibrationReport.Row> rows = new ArrayList<>();

    List<ChurnCalibrationReport.Row> rows() {
        return List.copyOf(rows);
    }

    /** Days with activity after the cut. */
    void addDays(TestedModel tested) {
        OutcomeGroups groups = tested.groups();
        ScoreTallies byAlive = ScoreTallies.of(groups, tested.alive());
        int[] tenths = byAlive.risingTenths();
        new GroupTallies(tested.name(), "all", ALL)
                .addAll(groups, group -> 0, group -> tested.expectedDays()[group], groups::laterDays)
                .addDays(rows);
        new GroupTallies(tested.name(), "frequency", FREQUENCIES)
                .addAll(
                        groups,
                        group -> frequency(groups, group),
                        group -> tested.expectedDays()[group],
                        groups::laterDays)
                .addDays(rows);
        new GroupTallies(tested.name(), "p_alive", TENTHS)
                .addAll(
                        groups,
                        group -> tenths[byAlive.place(tested.alive()[group])],
                        group -> tested.expectedDays()[group],
                        groups::laterDays)
                .addDays(rows);
    }

    /** Who left, by what the model itself foresaw. */
    void addLeft(TestedModel tested) {
        OutcomeGroups groups = tested.groups();
        ScoreTallies bySilent = ScoreTallies.of(groups, tested.silent());
        int[] tenths = bySilent.fallingTenths();
        new GroupTallies(tested.name(), "all", ALL)
                .addAll(groups, group -> 0, group -> tested.silent()[group], groups::left)
                .addLeft(rows);
        new GroupTallies(tested.name(), "frequency", FREQUENCIES)
                .addAll(groups, group -> frequency(groups, group), group -> tested.silent()[group], groups::left)
                .addLeft(rows);
        new GroupTallies(tested.name(), "tenth", TENTHS)
                .addAll(
                        groups,
                        group -> tenths[bySilent.place(tested.silent()[group])],
                        group -> tested.silent()[group],
                        groups::left)
                .addLeftWithGain(rows);
    }

    /** Who left, by risk; the probabilities were learned from the other half each. */
    void addLeftByRisk(TestedModel tested, double[] probabilities, BuyingRules rules) {
        new GroupTallies(tested.name(), "risk", RISKS)
                .addAll(
                        tested.groups(),
                        group -> ChurnRisk.of(probabilities[group], rules).ordinal(),
                        group -> probabilities[group],
                        tested.groups()::left)
                .addLeft(rows);
    }

    /** Who left, by the rule of thumb. */
    void addLeft(RuleOfThumb rule, StateOutcomes states, BuyingRules rules) {
        GroupTallies all = new GroupTallies(RuleOfThumb.NAME, "all", ALL);
        GroupTallies byState = new GroupTallies(
                RuleOfThumb.NAME,
                "state",
                Arrays.stream(ChurnState.values()).map(ChurnState::label).toList());
        GroupTallies byRisk = new GroupTallies(RuleOfThumb.NAME, "risk", RISKS);
        for (ChurnState state : ChurnState.values()) {
            for (int half = 0; half < 2; half++) {
                ChurnRisk risk = ChurnRisk.of(state);
                long customers = states.customers(state, half);
                double expected = customers * rule.share(risk, half);
                all.add(0, customers, expected, states.left(state, half));
                byState.add(state.ordinal(), customers, expected, states.left(state, half));
                ChurnRisk band = ChurnRisk.of(rule.share(risk, half), rules);
                byRisk.add(band.ordinal(), customers, expected, states.left(state, half));
            }
        }
        all.addLeft(rows);
        byState.addLeft(rows);
        byRisk.addLeft(rows);
    }

    private static int frequency(OutcomeGroups groups, int group) {
        return Math.min(groups.x(group), FREQUENCIES.size() - 1);
    }
}
