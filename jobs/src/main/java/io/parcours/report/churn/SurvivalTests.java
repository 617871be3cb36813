package io.parcours.report.churn;

import io.parcours.report.data.Row;
import io.parcours.report.page.ReportContext;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Whether the curves of groups differ, as {@code survival_tests} says. */
final class SurvivalTests {
    private final Words words;
    private final ReportContext context;

    SurvivalTests(ReportContext context) {
        this.words = context.words();
        this.context = context;
    }

    /** The tests of a curve and column in words; the groups are those that are drawn. */
    List<String> sentences(String curve, String column, List<String> shown) {
        List<Row> rows = context.table("survival_tests")
                .rows(row -> row.text("curve").equals(curve)
                        && row.text("breakdown").equals(column)
                        && (row.text("group").equals(SurvivalGroups.ALL) || shown.contains(row.text("group"))));
        List<String> sentences = new ArrayList<>();
        rows.stream()
                .filter(row -> row.text("group").equals(SurvivalGroups.ALL))
                .findFirst()
                .ifPresent(row -> sentences.add(overall(row)));
        List<String> findings = rows.stream()
                .filter(row -> !row.isMissing("q_value") && row.number("q_value") <= ChurnCells.SURE)
                .map(row -> finding(row, column))
                .toList();
        if (!findings.isEmpty()) {
            sentences.add(words.say("churn.test.groups", String.join("; ", findings)));
        } else if (rows.stream().anyMatch(row -> !row.isMissing("q_value"))) {
            sentences.add(words.say("churn.test.no-groups"));
        }
        return sentences;
    }

    private String overall(Row row) {
        Double chance = row.number("p_value");
        if (chance == null) {
            return words.say("churn.test.none");
        }
        return words.say(
                chance <= ChurnCells.SURE ? "churn.test.differ" : "churn.test.alike",
                words.number(row.number("chi_square"), 2),
                words.count(row.whole("degrees_of_freedom")),
                ChurnCells.chanceText(words, chance));
    }

    private String finding(Row row, String column) {
        String value = row.text("group").substring(column.length() + 1);
        return words.say(
                "churn.test.group",
                words.name("churn.value", value),
                words.count(row.whole("observed")),
                words.number(row.number("expected"), 1),
                ChurnCells.chanceText(words, row.number("q_value")));
    }
}
