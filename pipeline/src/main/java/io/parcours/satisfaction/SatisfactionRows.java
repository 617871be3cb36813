package io.parcours.satisfaction;

import io.parcours.survey.SurveyRules;
import io.parcours.touchpoint.Labels;
import io.parcours.touchpoint.Utf8Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows in their order: surveys as in the map; {@code all}, then the levels as {@link Level.Kind} has them, breakdowns
 * as in the map; stages as in the lifecycle, periods in time, everything else by answers, then customers, the most first,
 * then by name; {@code (other)} last.
 */
final class SatisfactionRows {
    private static final String STEP = " > ";

    private final SatisfactionCounts counts;
    private final SatisfactionPlan plan;

    SatisfactionRows(SatisfactionCounts counts, SatisfactionPlan plan) {
        this.counts = counts;
        this.plan = plan;
    }

    List<SatisfactionRow> all() {
        List<SatisfactionRow> rows = new ArrayList<>();
        if (counts.customers() == 0) {
            return rows;
        }
        for (int survey = 0; survey < plan.surveys().size(); survey++) {
            SurveyRules rules = plan.surveys().get(survey);
            rows.add(ofEverybody(survey, Level.ALL, Labels.ALL));
            for (int level : plan.levelsOf(survey)) {
                Level of = plan.levels().get(level);
                if (of.isOfTouchpoint() && rules.aboutIfPrevious().isEmpty()) {
                    // Answers about journeys say nothing of any one touchpoint.
                    rows.add(ofEverybody(survey, of.label(), Labels.NONE));
                } else {
                    rows.addAll(ofLevel(survey, level));
                }
            }
        }
        return rows;
    }

    private SatisfactionRow ofEverybody(int survey, String level, String name) {
        return new SatisfactionRow(plan.surveys().get(survey), level, name, counts.customers(), counts.all(survey));
    }

    private List<SatisfactionRow> ofLevel(int survey, int level) {
        Level of = plan.levels().get(level);
        LevelGroups groups = counts.groups(level);
        List<SatisfactionRow> rows = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            AnswerTally counted = groups.tallyIfAny(survey, group);
            AnswerTally tally = counted == null ? new AnswerTally() : counted;
            long customers = groups.customers(group) + tally.furtherCustomers();
            if (customers > 0) {
                String name = group == BoundedNames.OTHER ? SatisfactionCounts.OTHER : name(of, groups.name(group));
                rows.add(new SatisfactionRow(plan.surveys().get(survey), of.label(), name, customers, tally));
            }
        }
        rows.sort(order(of));
        return rows;
    }

    private String name(Level level, String name) {
        if (level.kind() != Level.Kind.PATH) {
            return name;
        }
        return name.isEmpty()
                ? Labels.NONE
                : name.chars().mapToObj(plan.stages()::get).collect(Collectors.joining(STEP));
    }

    private Comparator<SatisfactionRow> order(Level level) {
        Comparator<SatisfactionRow> otherLast =
                Comparator.comparing(row -> row.name().equals(SatisfactionCounts.OTHER));
        Comparator<SatisfactionRow> byName = Comparator.comparing(SatisfactionRow::name, Utf8Order.COMPARATOR);
        Comparator<SatisfactionRow> mostFirst = Comparator.comparingLong(SatisfactionRow::answers)
                .thenComparingLong(SatisfactionRow::customers)
                .reversed();
        return switch (level.kind()) {
            case STAGE -> otherLast.thenComparingInt(row -> place(row.name())).thenComparing(byName);
            case PERIOD -> otherLast.thenComparing(byName);
            default -> otherLast.thenComparing(mostFirst).thenComparing(byName);
        };
    }

    /** A stage's place in the lifecycle; what is no stage comes behind. */
    private int place(String stage) {
        int place = plan.stages().indexOf(stage);
        return place < 0 ? plan.stages().size() : place;
    }
}
