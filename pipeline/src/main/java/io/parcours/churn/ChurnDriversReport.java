package io.parcours.churn;

import io.parcours.stats.FalseDiscoveryRate;
import io.parcours.stats.FeatureMoments;
import io.parcours.stats.Interval;
import io.parcours.stats.LogisticModel.Effect;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;

/** The table {@code churn_drivers}: what in the behaviour before a cut goes with leaving after it. */
final class ChurnDriversReport {
    /** No odds ratio beyond e to this power is written. */
    private static final double MOST = 700;

    static final ReportTable<Row> TABLE = new ReportTable<>(
            "churn_drivers",
            "a feature of behaviour before a cut, and how it goes with leaving after it: together with the others, not"
                    + " because of it",
            List.of(
                    Column.text(
                            "fit",
                            "calibration: learned at the former cut and judged at the latter; final: learned at the latter.",
                            Row::fit),
                    Column.text("feature", "The feature.", Row::feature),
                    Column.text("meaning", "How it is worked out.", Row::meaning),
                    Column.wholeInEveryRow(
                            "leaver_count",
                            "How many could leave and left; the same in all rows of a fit.",
                            Row::leavers),
                    Column.wholeInEveryRow("stayer_count", "How many could leave and did not.", Row::stayers),
                    Column.realOrNaN(
                            "leaver_mean",
                            "The feature's mean over those who left; null without any.",
                            Row::leaverMean),
                    Column.realOrNaN(
                            "stayer_mean", "Its mean over those who stayed; null without any.", Row::stayerMean),
                    Column.realOrNaN("standard_deviation", "Its standard deviation over all of them.", Row::deviation),
                    Column.real(
                            "coefficient",
                            "By how much one unit more of it raises the log-odds of leaving, all other features equal;"
                                    + " this and all that follows is null where note says why.",
                            Row::coefficient),
                    Column.real("std_err", "The coefficient's standard error.", Row::standardError),
                    Column.real("low", "The lower end of its 95 % interval.", row -> row.low()),
                    Column.real("high", "The upper end of it.", row -> row.high()),
                    Column.real(
                            "odds_ratio_per_sd",
                            "By what factor one standard deviation more of it changes the odds of leaving, all other"
                                    + " features equal.",
                            row -> row.oddsRatio(row.coefficient())),
                    Column.real(
                            "odds_ratio_low", "The lower end of its 95 % interval.", row -> row.oddsRatio(row.low())),
                    Column.real("odds_ratio_high", "The upper end of it.", row -> row.oddsRatio(row.high())),
                    Column.real(
                            "p_value",
                            "How likely a coefficient at least as far from 0 would be if the feature told nothing beyond"
                                    + " the others (Wald's test).",
                            Row::pValue),
                    Column.real(
                            "q_value",
                            "The false discovery rate at which it is a finding, by Benjamini and Hochberg over the"
                                    + " features of the fit.",
                            Row::qValue),
                    Column.text("note", "Why there is no coefficient; null where there is one.", Row::note)));

    private ChurnDriversReport() {}

    /**
     * A feature of a fit.
     *
     * @param leaverMean NaN where nobody left
     * @param stayerMean NaN where nobody stayed
     * @param deviation NaN where there was nobody
     * @param effect null where there is none
     * @param qValue null with it
     * @param note why there is none; null where there is one
     */
    record Row(
            String fit,
            String feature,
            String meaning,
            long leavers,
            long stayers,
            double leaverMean,
            double stayerMean,
            double deviation,
            Effect effect,
            Double qValue,
            String note) {

        Double coefficient() {
            return effect == null ? null : (Double) effect.estimate();
        }

        Double standardError() {
            return effect == null ? null : (Double) effect.standardError();
        }

        Double pValue() {
            return effect == null ? null : (Double) effect.pValue();
        }

        Double low() {
            return interval().map(Interval::low).orElse(null);
        }

        Double high() {
            return interval().map(Interval::high).orElse(null);
        }

        private Optional<Interval> interval() {
            return Optional.ofNullable(effect).map(Effect::interval);
        }

        private Double oddsRatio(Double perUnit) {
            return perUnit == null ? null : (Double) FastMath.exp(Math.min(Math.max(perUnit * deviation, -MOST), MOST));
        }
    }

    /** The rows of a fit, in the order of the features. */
    static List<Row> rows(LeavingFit fit, BehaviourFeatures features) {
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            int feature = i;
            effects.add(fit.model().flatMap(model -> model.effect(feature)).orElse(null));
        }
        double[] qValues = FalseDiscoveryRate.of(effects.stream()
                .filter(effect -> effect != null)
                .mapToDouble(Effect::pValue)
                .toArray());
        List<Row> rows = new ArrayList<>();
        int tested = 0;
        for (int i = 0; i < features.size(); i++) {
            Effect effect = effects.get(i);
            rows.add(row(fit, features, i, effect, effect == null ? null : (Double) qValues[tested++]));
        }
        return rows;
    }

    private static Row row(LeavingFit fit, BehaviourFeatures features, int feature, Effect effect, Double qValue) {
        FeatureMoments moments = fit.moments();
        return new Row(
                fit.name(),
                features.name(feature),
                features.meaning(feature),
                moments.hits(),
                moments.misses(),
                moments.hits() > 0 ? moments.hitMean(feature) : Double.NaN,
                moments.misses() > 0 ? moments.missMean(feature) : Double.NaN,
                moments.count() > 0 ? moments.deviation(feature) : Double.NaN,
                effect,
                qValue,
                note(fit, effect));
    }

    private static String note(LeavingFit fit, Effect effect) {
        if (effect != null) {
            return null;
        }
        return fit.refusal() == null ? "the same for all customers" : fit.refusal();
    }
}
