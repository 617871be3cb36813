package io.parcours.satisfaction;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.survey.SurveyRules;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The rows of the table as docs/satisfaction.md defines them, counted one sentence after the other. */
final class PlainSatisfaction {
    private static final Map<String, String> SURVEY_OF_EVENT = Map.of("N", "nps", "S", "stars", "M", "effort");

    private final List<CustomerHistory> histories;

    PlainSatisfaction(List<CustomerHistory> histories) {
        this.histories = histories;
    }

    /** A survey's touchpoint. */
    private record Answer(CustomerHistory history, int index, int about, double score) {}

    /** Level and name. */
    private record Group(String level, String name) {}

    List<SatisfactionRow> rows(SurveyRules survey) {
        Map<Group, List<Answer>> answers = new LinkedHashMap<>();
        Map<Group, Set<String>> customers = new HashMap<>();
        for (CustomerHistory history : histories) {
            for (int i = 0; i < history.size(); i++) {
                if (!SURVEY_OF_EVENT.containsKey(history.event(i))) {
                    for (Group group : touchpointGroups(survey, history, i)) {
                        customers.computeIfAbsent(group, any -> new TreeSet<>()).add(history.customerId());
                    }
                } else if (SURVEY_OF_EVENT.get(history.event(i)).equals(survey.name())) {
                    Answer answer = answer(survey, history, i);
                    for (Group group : answerGroups(survey, answer)) {
                        customers.computeIfAbsent(group, any -> new TreeSet<>()).add(history.customerId());
                        answers.computeIfAbsent(group, any -> new ArrayList<>()).add(answer);
                    }
                }
            }
            everybody(survey)
                    .forEach(group -> customers
                            .computeIfAbsent(group, any -> new TreeSet<>())
                            .add(history.customerId()));
            for (Span journey : history.journeys()) {
                customers
                        .computeIfAbsent(new Group("path", path(history, journey)), any -> new TreeSet<>())
                        .add(history.customerId());
            }
        }
        List<SatisfactionRow> rows = new ArrayList<>();
        customers.forEach((group, all) -> rows.add(new SatisfactionRow(
                survey, group.level, group.name, all.size(), tally(survey, answers.getOrDefault(group, List.of())))));
        return rows;
    }

    private static List<Group> everybody(SurveyRules survey) {
        List<Group> groups = new ArrayList<>(List.of(new Group("all", "all")));
        if (survey.aboutIfPrevious().isEmpty()) {
            List.of("stage", "touchpoint", "channel").forEach(level -> groups.add(new Group(level, "(none)")));
        }
        return groups;
    }

    private static Answer answer(SurveyRules survey, CustomerHistory history, int i) {
        int about = -1;
        for (int j = i - 1; j >= 0 && about < 0; j--) {
            about = SURVEY_OF_EVENT.containsKey(history.event(j)) ? -1 : j;
        }
        boolean isNear = about >= 0
                && survey.aboutIfPrevious().isPresent()
                && history.occurredAt(i) - history.occurredAt(about)
                        <= survey.aboutIfPrevious().get().toSeconds() * 1_000_000;
        String stars = history.dimension(i, 1);
        double ofStars = stars == null ? Double.NaN : Double.parseDouble(stars);
        return new Answer(history, i, isNear ? about : -1, survey.score().equals("value") ? history.value(i) : ofStars);
    }

    private static List<Group> touchpointGroups(SurveyRules survey, CustomerHistory history, int i) {
        List<Group> groups = new ArrayList<>();
        if (survey.aboutIfPrevious().isPresent()) {
            groups.add(new Group("stage", orNone(history.stageName(i))));
            groups.add(new Group("touchpoint", history.event(i)));
            groups.add(new Group("channel", orNone(history.channel(i))));
        }
        groups.add(new Group("period", period(survey, history.occurredAt(i))));
        for (String dimension : survey.breakdown()) {
            groups.add(new Group(level(dimension), orNone(history.dimension(i, dimension.equals("path") ? 3 : 0))));
        }
        return groups;
    }

    private static List<Group> answerGroups(SurveyRules survey, Answer answer) {
        CustomerHistory history = answer.history;
        boolean isKnown = answer.about >= 0;
        List<Group> groups = new ArrayList<>(List.of(new Group("all", "all")));
        groups.add(new Group("stage", isKnown ? orNone(history.stageName(answer.about)) : "(none)"));
        groups.add(new Group("touchpoint", isKnown ? history.event(answer.about) : "(none)"));
        groups.add(new Group("channel", isKnown ? orNone(history.channel(answer.about)) : "(none)"));
        groups.add(new Group("period", period(survey, history.occurredAt(answer.index))));
        Span journey = history.journeys().stream()
                .filter(span -> span.from() <= answer.index && answer.index < span.to())
                .findFirst()
                .orElseThrow();
        groups.add(new Group("path", path(history, journey)));
        for (String dimension : survey.breakdown()) {
            int number = dimension.equals("path") ? 3 : 0;
            String own = history.dimension(answer.index, number);
            String value = own == null && isKnown ? history.dimension(answer.about, number) : own;
            groups.add(new Group(level(dimension), orNone(value)));
        }
        String words = survey.textIfAny().isPresent() ? history.dimension(answer.index, 2) : null;
        if (words != null) {
            boolean isDelivery = words.contains("delivery") || words.contains("Livraison");
            boolean isPrice = words.contains("price");
            if (isDelivery) {
                groups.add(new Group("theme", "delivery"));
            }
            if (isPrice) {
                groups.add(new Group("theme", "price"));
            }
            if (!isDelivery && !isPrice) {
                groups.add(new Group("theme", "(no theme)"));
            }
        }
        return groups;
    }

    private static AnswerTally tally(SurveyRules survey, List<Answer> answers) {
        AnswerTally tally = new AnswerTally();
        ScoreBands bands = ScoreBands.of(survey);
        Map<CustomerHistory, List<Answer>> byCustomer = new LinkedHashMap<>();
        answers.forEach(answer -> byCustomer
                .computeIfAbsent(answer.history, any -> new ArrayList<>())
                .add(answer));
        byCustomer.values().forEach(own -> {
            own.forEach(answer -> {
                if (Double.isNaN(answer.score)) {
                    tally.addUnanswered();
                } else {
                    tally.add(answer.score, (answer.score - survey.low()) / (survey.high() - survey.low()), bands);
                }
            });
            tally.close();
        });
        return tally;
    }

    private static String level(String dimension) {
        return dimension.equals("path") ? "path_2" : dimension;
    }

    private static String path(CustomerHistory history, Span journey) {
        List<String> stages = new ArrayList<>();
        for (int i = journey.from(); i < journey.to(); i++) {
            String stage = history.stageName(i);
            if (stage != null
                    && (stages.isEmpty() || !stages.get(stages.size() - 1).equals(stage))) {
                stages.add(stage);
            }
        }
        return stages.size() > 20 ? "(other)" : stages.isEmpty() ? "(none)" : String.join(" > ", stages);
    }

    private static String period(SurveyRules survey, long micros) {
        LocalDate day = Instant.EPOCH
                .plus(micros, ChronoUnit.MICROS)
                .atZone(Surveys.ZONE)
                .toLocalDate();
        return switch (survey.period()) {
            case DAY -> day.toString();
            case WEEK ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
            case MONTH -> day.toString().substring(0, 7) + "-01";
        };
    }

    private static String orNone(String name) {
        return name == null ? "(none)" : name;
    }
}
