package io.parcours.friction;

import static io.parcours.table.Column.real;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.whole;

import io.parcours.stats.Interval;
import io.parcours.stats.StratifiedMeans;
import io.parcours.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The columns of {@code friction} that every outcome has. */
final class ComparedColumns {
    private ComparedColumns() {}

    static List<Column<FrictionRow>> outcome(String name, String meaning, Function<FrictionRow, Compared> outcome) {
        List<Column<FrictionRow>> columns = new ArrayList<>();
        columns.add(whole(
                name + "_with_count",
                "Customers compared from the friction on, in classes of length that also have some without it.",
                row -> outcome.apply(row).withCount()));
        columns.add(whole(
                name + "_without_count",
                "Customers compared from the place on who had not met the friction there by then, in the same classes.",
                row -> outcome.apply(row).withoutCount()));
        String with = name + "_rate_with";
        columns.addAll(rate(
                with,
                "Of the former, the part of " + meaning + ".",
                row -> outcome.apply(row).with()));
        String without = name + "_rate_without";
        columns.addAll(rate(
                without,
                "Of the latter, weighted to the classes of length of the former.",
                row -> outcome.apply(row).without()));
        columns.add(real(
                name + "_odds_ratio",
                "The odds with the friction over those without, pooled over classes of length (Mantel-Haenszel); null"
                        + " where not tested, or infinite.",
                row -> outcome.apply(row).oddsRatio()));
        columns.addAll(ends(name + "_odds_ratio", row -> outcome.apply(row).oddsRatioInterval()));
        columns.add(real(
                name + "_p",
                "How likely so large a difference would be without any effect of the friction; null where not tested.",
                row -> outcome.apply(row).pValue()));
        columns.add(real(
                name + "_q",
                "The same as a false discovery rate among all tested rows of the table (Benjamini-Hochberg); below 0.05"
                        + " is a finding.",
                row -> outcome.apply(row).qValue()));
        columns.add(text(
                name + "_test",
                "fisher_exact, exact_stratified or cmh_chi_square; nothing_to_compare where no class of length has both,"
                        + " too_few below 10 with or without it or 5 of either outcome.",
                row -> outcome.apply(row).test()));
        return columns;
    }

    private static List<Column<FrictionRow>> rate(
            String name, String comment, Function<FrictionRow, Compared.RateOf> rate) {
        return List.of(
                real(
                        name,
                        comment + " Null where there are none.",
                        row -> rate.apply(row).value()),
                real(
                        name + "_low",
                        "Lower end of the 95 % interval.",
                        row -> rate.apply(row).low()),
                real(
                        name + "_high",
                        "Upper end of the 95 % interval.",
                        row -> rate.apply(row).high()));
    }

    private static List<Column<FrictionRow>> ends(String name, Function<FrictionRow, Interval> interval) {
        return List.of(
                real(
                        name + "_low",
                        "Lower end of the 95 % interval; null where there is none.",
                        row -> interval.apply(row) == null
                                ? null
                                : interval.apply(row).low()),
                real(
                        name + "_high",
                        "Upper end of the same; null with it.",
                        row -> interval.apply(row) == null
                                ? null
                                : interval.apply(row).high()));
    }

    static List<Column<FrictionRow>> estimate(
            String name, String comment, Function<FrictionRow, StratifiedMeans.Estimate> estimate) {
        List<Column<FrictionRow>> columns = new ArrayList<>();
        columns.add(real(
                name,
                comment,
                row -> estimate.apply(row) == null ? null : estimate.apply(row).value()));
        columns.addAll(ends(
                name,
                row -> estimate.apply(row) == null
                        ? null
                        : estimate.apply(row).interval().orElse(null)));
        return columns;
    }
}
