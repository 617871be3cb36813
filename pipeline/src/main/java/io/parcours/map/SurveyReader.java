package io.parcours.map;

import io.parcours.condition.TouchpointCondition;
import io.parcours.survey.SurveyRules;
import io.parcours.survey.SurveyRules.Period;
import io.parcours.survey.SurveyRules.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads surveys: a list of them, or one alone. */
final class SurveyReader {
    /** How a survey about the journey as a whole is written. */
    static final String JOURNEY = "journey";

    private static final NumberPair NPS_SCALE = new NumberPair(0, 10);

    private final MapNames names;
    private final ConditionReader conditions;
    private final CutColumns columns;
    private final Set<String> taken = new HashSet<>();

    SurveyReader(MapNames names, ConditionReader conditions, CutColumns columns) {
        this.names = names;
        this.conditions = conditions;
        this.columns = columns;
    }

    List<SurveyRules> read(MapValue value) {
        List<MapValue> items = value.isBlock() ? List.of(value) : value.items();
        if (value.isList() && items.isEmpty()) {
            value.refuse("is an empty list; leave the key out or name at least one survey");
        }
        List<SurveyRules> surveys = new ArrayList<>();
        items.forEach(item -> surveys.add(survey(item)));
        return surveys;
    }

    private SurveyRules survey(MapValue item) {
        MapFields fields = MapFields.of(item, MapKeys.SURVEY);
        TouchpointCondition touchpoints = conditions.ofSurvey(item, fields);
        String name = name(item, fields, touchpoints);
        String score = fields.at("score").flatMap(this::score).orElse(SurveyRules.VALUE);
        Rule rule = fields.at("rule")
                .flatMap(given -> MapWord.choice(given, Rule.class))
                .orElse(Rule.NPS);
        NumberPair scale = scale(fields, rule);
        return new SurveyRules(
                name,
                touchpoints,
                score,
                scale.first(),
                scale.second(),
                rule,
                about(fields),
                fields.at("text").flatMap(this::text).orElse(null),
                fields.at("period")
                        .flatMap(given -> MapWord.choice(given, Period.class))
                        .orElse(Period.MONTH),
                columns.breakdown(fields));
    }

    private String name(MapValue item, MapFields fields, TouchpointCondition touchpoints) {
        Optional<MapValue> given = touchpoints.events().isEmpty() ? fields.required("name") : fields.at("name");
        String name = given.isPresent()
                ? given.get().text().orElse("")
                : touchpoints.events().stream().findFirst().orElse("");
        if (!name.isEmpty() && !taken.add(name)) {
            given.orElse(item)
                    .refuse("there are two surveys named " + Shown.quoted(name)
                            + (given.isPresent() ? "" : ", after their first event; name one of them"));
        }
        return name;
    }

    private Optional<String> score(MapValue value) {
        List<String> legal = new ArrayList<>(List.of(SurveyRules.VALUE));
        legal.addAll(names.dimensions());
        return ofLog(value, legal, "to take scores from");
    }

    private Optional<String> text(MapValue value) {
        return ofLog(value, names.dimensions(), "to take words from");
    }

    /** A column of the log: what a customer said differs from answer to answer, as no attribute does. */
    private static Optional<String> ofLog(MapValue value, List<String> legal, String purpose) {
        return value.text()
                .filter(name -> value.check(
                        legal.contains(name),
                        "there is no " + Shown.quoted(name) + " " + purpose
                                + (legal.isEmpty() ? ": the log has no dimensions" : Shown.instead(name, legal))
                                + "; further columns are named under input.dimensions"));
    }

    private static NumberPair scale(MapFields fields, Rule rule) {
        Optional<MapValue> given = rule == Rule.NPS ? fields.at("scale") : fields.required("scale");
        return given.flatMap(value -> scale(value, rule)).orElse(NPS_SCALE);
    }

    private static Optional<NumberPair> scale(MapValue value, Rule rule) {
        return NumberPair.read(value, "the worst and the best score, such as [0, 10]")
                .filter(scale -> value.check(
                        scale.first() < scale.second(),
                        "does not rise; the worst score comes first, then the best, such as [0, 10]"))
                .filter(scale -> value.check(
                        rule != Rule.NPS || scale.equals(NPS_SCALE),
                        "is refused with rule: nps, whose promoters and detractors are told on the scale [0, 10]"
                                + " (legal: [0, 10], or rule csat or ces)"));
    }

    /** Null where answers are about the journey as a whole. */
    private static Duration about(MapFields fields) {
        Optional<MapValue> given = fields.at("about");
        return given.isPresent()
                ? MapWord.durationOr(JOURNEY, given.get(), SurveyRules.DEFAULT_ABOUT)
                : SurveyRules.DEFAULT_ABOUT;
    }
}
