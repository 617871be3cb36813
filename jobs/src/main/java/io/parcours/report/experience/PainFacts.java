package io.parcours.report.experience;

import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import io.parcours.report.page.ReportContext;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What speaks for a touchpoint's place among the pain points, in sentences. */
final class PainFacts {
    private static final int MOST_FRICTIONS = 3;

    private final Words words;
    private final FigureCells cells;
    private final Map<String, List<Row>> frictions = new HashMap<>();

    /**
     * @param words the language
     * @param friction the table whose findings the pain points refer to
     */
    PainFacts(Words words, WrittenTable friction) {
        this.words = words;
        this.cells = new FigureCells(words);
        FrictionOutcome outcome = FrictionOutcome.CONVERSION;
        friction.first(1000, outcome.order(), row -> outcome.isFinding(row) && outcome.isWorse(row))
                .forEach(row -> frictions
                        .computeIfAbsent(row.text("place"), missing -> new ArrayList<>())
                        .add(row));
    }

    /** Kinds of friction, named and set beside each other. */
    static String kinds(Words words, List<String> kinds) {
        return kinds.stream()
                .map(kind -> words.name("experience.pain.friction", kind))
                .collect(Collectors.joining(", "));
    }

    List<String> of(Row row) {
        List<String> facts = new ArrayList<>();
        long lost = row.whole("drop_off_count");
        if (lost > 0) {
            facts.add(words.say(
                    "experience.pain.fact.lost", lost, words.count(lost), FigureCells.brief(row.text("funnel"))));
        }
        facts.addAll(friction(row));
        satisfaction(row, facts);
        return facts;
    }

    private List<String> friction(Row row) {
        List<String> kinds = row.texts("friction_kinds");
        List<Row> found = frictions.getOrDefault(row.text("touchpoint"), List.of()).stream()
                .filter(finding -> kinds.contains(finding.text("kind")))
                .toList();
        if (found.isEmpty()) {
            return kinds.isEmpty() ? List.of() : List.of(words.say("experience.pain.fact.kinds", kinds(words, kinds)));
        }
        List<String> facts = new ArrayList<>();
        for (Row finding : found.subList(0, Math.min(MOST_FRICTIONS, found.size()))) {
            String fact = words.say(
                    "experience.pain.fact.friction",
                    FrictionFigures.phrase(words, finding),
                    cells.percentWithRange(finding.estimate("conversion_rate_with")),
                    cells.percentWithRange(finding.estimate("conversion_rate_without")),
                    words.count(finding.whole("conversion_with_count")),
                    cells.chance(finding.number("conversion_q")));
            long fewest = Math.min(finding.whole("conversion_with_count"), finding.whole("conversion_without_count"));
            facts.add(marked(fact, fewest));
        }
        if (found.size() > MOST_FRICTIONS) {
            facts.add(words.say("experience.pain.fact.more", words.count(found.size() - MOST_FRICTIONS)));
        }
        return facts;
    }

    private String marked(String fact, long base) {
        return base < ReportContext.FEW ? words.say("experience.pain.fact.few", fact) : fact;
    }

    private void satisfaction(Row row, List<String> facts) {
        Estimate difference = row.estimate("satisfaction_difference");
        if (difference == null || !difference.hasInterval()) {
            return;
        }
        boolean isLower = difference.high() < 0;
        if (isLower || difference.low() > 0) {
            long answers = row.whole("satisfaction_count");
            String fact = words.say(
                    isLower ? "experience.pain.fact.unhappy" : "experience.pain.fact.happy",
                    FigureCells.brief(row.text("satisfaction_survey")),
                    words.number(row.number("satisfaction")),
                    cells.withRange(difference, words::number),
                    words.count(answers));
            facts.add(marked(fact, answers));
        }
    }
}
