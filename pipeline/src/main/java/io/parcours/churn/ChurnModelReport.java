package io.parcours.churn;

import static io.parcours.table.Column.real;
import static io.parcours.table.Column.text;

import io.parcours.table.ReportTable;
import java.util.List;

/** The table {@code churn_model}: what was fitted, how well, and where it was not, why. */
final class ChurnModelReport {
    static final ReportTable<ChurnModelRow> TABLE = new ReportTable<>(
            "churn_model",
            "a parameter of a model, or a figure of its fit",
            List.of(
                    text(
                            "model",
                            "bg_nbd, mbg_nbd, pareto_nbd, gamma_gamma, leaving; rule_of_thumb and base_rate, beside which"
                                    + " the models are judged.",
                            ChurnModelRow::model),
                    text(
                            "fit",
                            "final: on everything up to as_of, the fit of churn_customers; calibration: on what lies"
                                    + " before the back-test's day; for leaving, final: learned at the latter cut,"
                                    + " inactive_after days before as_of, calibration: at the former, as long before"
                                    + " that, and judged at the latter.",
                            ChurnModelRow::fit),
                    text("name", "The parameter or figure; all of them: docs/churn.md.", ChurnModelRow::name),
                    real(
                            "estimate",
                            "Its value; null where there is none, and note says why.",
                            ChurnModelRow::estimate),
                    real(
                            "standard_error",
                            "Its standard error, from the curvature of the likelihood at its maximum (of areas:"
                                    + " docs/churn.md); null where it has none.",
                            ChurnModelRow::standardError),
                    text("note", "What the value alone does not tell; mostly null.", ChurnModelRow::note)));

    private ChurnModelReport() {}
}
