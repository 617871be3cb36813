package io.parcours.report.churn;

import io.parcours.churn.ChurnRules;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Block.Notice;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Customers who are not gone, but late or likely to fall silent: those of whom most value is expected, or who have most, first. */
final class AtRiskSection {
    private static final Comparator<Row> MOST_EXPECTED =
            falling("expected_value").thenComparing(falling("value")).thenComparing(falling("churn_probability"));

    private final Words words;
    private final ReportContext context;
    private final StateCounts states;
    private final ChurnRules rules;
    private final ChurnFeatures features;

    AtRiskSection(ReportContext context, StateCounts states) {
        this.words = context.words();
        this.context = context;
        this.states = states;
        this.rules = context.tables().manifest().mapOf("churn_customers").churn();
        this.features = ChurnFeatures.of(context);
    }

    Optional<Section> section() {
        if (states.total() == 0) {
            return Optional.empty();
        }
        long count = StateCounts.STATES.stream()
                .filter(state -> !state.equals("dormant"))
                .mapToLong(state -> state.equals("at_risk")
                        ? states.ofState(state)
                        : states.of(state, "high") + states.of(state, "medium"))
                .sum();
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Prose(words.say("churn.risky.headline", words.count(count), words.count(states.total()), count)));
        if (count > 0) {
            blocks.addAll(context.atRisk() == 0 ? unnamed() : named(count));
        }
        return Optional.of(
                new Section("at-risk", words.say("churn.risky.title"), words.say("churn.risky.lead"), blocks));
    }

    private List<Block> unnamed() {
        return List.of(new Prose(words.say(
                "churn.risky.unnamed",
                "parcours show churn_customers --output DIR --where \"state = at_risk\" --sort -value")));
    }

    private List<Block> named(long count) {
        List<Row> rows = context.table("churn_customers")
                .first(
                        context.atRisk(),
                        MOST_EXPECTED,
                        AtRiskSection::isRisky,
                        "customer_id",
                        "state",
                        "churn_risk",
                        "churn_probability",
                        "p_alive",
                        "days_since_last",
                        "frequency",
                        "value",
                        "expected_value",
                        "reasons");
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("churn.risky.customer"))
                .text(words.say("churn.state"))
                .number(words.say("churn.risky.probability"))
                .number(words.say("churn.risky.alive"))
                .number(words.say("churn.risky.silent"))
                .number(words.say("churn.risky.frequency"))
                .number(words.say("churn.risky.value"))
                .number(words.say("churn.risky.expected"))
                .text(words.say("churn.risky.reasons"));
        rows.forEach(row -> numbers.row(cells(row)));
        if (rows.size() < count) {
            numbers.remark(
                    words.say("churn.risky.cut", words.count(rows.size()), words.count(count), "churn_customers"));
        }
        boolean isExpected = rows.stream().anyMatch(row -> !row.isMissing("expected_value"));
        return List.of(
                new Notice(words.say("churn.risky.share")),
                new Listing(
                        words.say(isExpected ? "churn.risky.listing" : "churn.risky.listing.value"),
                        words.say(
                                isExpected ? "churn.risky.reading" : "churn.risky.reading.value",
                                ChurnCells.duration(words, rules.inactiveAfter()),
                                ChurnCells.duration(words, rules.buying().horizon())),
                        numbers.build(),
                        Source.of(
                                "churn-at-risk",
                                "churn_customers",
                                "state",
                                "churn_risk",
                                "churn_probability",
                                "p_alive",
                                "expected_value",
                                "reasons")));
    }

    private Cell[] cells(Row row) {
        return new Cell[] {
            Cell.text(row.text("customer_id")),
            Cell.text(words.name("churn.state", row.text("state"))),
            probability(row),
            ChurnCells.percent(words, row.number("p_alive")),
            ChurnCells.count(words, row.whole("days_since_last")),
            ChurnCells.count(words, row.whole("frequency")),
            ChurnCells.number(words, row.number("value")),
            ChurnCells.number(words, row.number("expected_value")),
            Cell.text(row.texts("reasons").stream().map(features::reason).collect(Collectors.joining(", ")))
        };
    }

    /** Where there is no probability, the risk that the state gives. */
    private Cell probability(Row row) {
        Double probability = row.number("churn_probability");
        return probability == null
                ? new Cell(words.name("churn.risk", row.text("churn_risk")), "", false)
                : ChurnCells.percent(words, probability);
    }

    private static boolean isRisky(Row row) {
        String risk = row.text("churn_risk");
        String state = row.text("state");
        return "at_risk".equals(state) || !"dormant".equals(state) && ("high".equals(risk) || "medium".equals(risk));
    }

    private static Comparator<Row> falling(String column) {
        return Comparator.comparing(
                (Row row) -> row.number(column), Comparator.nullsLast(Comparator.<Double>reverseOrder()));
    }
}
