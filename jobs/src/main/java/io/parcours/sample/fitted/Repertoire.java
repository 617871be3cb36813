package io.parcours.sample.fitted;

import io.parcours.attribution.AttributionRules;
import io.parcours.condition.TouchpointCondition;
import io.parcours.conformance.ExpectedJourney;
import io.parcours.conformance.ExpectedJourney.ExpectedStage;
import io.parcours.conformance.ExpectedJourney.Repeat;
import io.parcours.conformance.ExpectedJourney.Skip;
import io.parcours.friction.FrictionRules;
import io.parcours.funnel.FunnelStep;
import io.parcours.journey.Stage;
import io.parcours.map.JourneyMap;
import io.parcours.survey.SurveyRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** All that people can do in a map's world: stage by stage, and beside the stages. */
final class Repertoire {
    private final JourneyMap map;
    private final Solver solver;
    private final Judge judge;
    private final int logDimensions;
    private final List<Map<String, List<Recipe>>> byStage = new ArrayList<>();
    private final Map<String, List<Recipe>> beside = new LinkedHashMap<>();

    /** The stages of the walk in order. */
    final List<Level> levels = new ArrayList<>();
    /** What lies in no stage and is neither answer nor contact. */
    final List<Act> extras = new ArrayList<>();
    /** By the number of the survey. */
    final List<List<Recipe>> surveys = new ArrayList<>();

    /** The events that are steps of the map's own funnels. */
    final Set<String> funnelEvents = new LinkedHashSet<>();

    final List<Recipe> contacts;
    final Set<String> contactEvents;
    final Set<String> surveyEvents = new LinkedHashSet<>();
    final List<Recipe> conversions;
    /** The touchpoints that attribution credits: of the first stage where the map does not say. */
    final List<Recipe> exposures;
    /** The place in {@link #levels} in which journeys convert, or their number where none does. */
    final int conversionLevel;

    Repertoire(JourneyMap map, Solver solver, Judge judge) {
        this.map = map;
        this.solver = solver;
        this.judge = judge;
        this.logDimensions = map.input().dimensions().size();
        for (SurveyRules survey : map.features().surveys()) {
            List<Recipe> recipes = solver.solve(survey.touchpoints(), "survey " + survey.name());
            surveys.add(recipes);
            recipes.forEach(recipe -> surveyEvents.add(recipe.event()));
        }
        contacts = map.features()
                .friction()
                .flatMap(FrictionRules::contactsIfAny)
                .map(condition -> solver.solve(condition, "friction.contacts"))
                .orElse(List.of());
        contactEvents = events(contacts);
        conversions = solver.solve(map.journey().conversion(), "conversion");
        map.ownFunnels()
                .forEach(funnel -> funnel.steps()
                        .forEach(step -> funnelEvents.addAll(step.condition().events())));
        stages();
        others();
        addLevels();
        conversionLevel = conversionLevel();
        addExtras();
        exposures = exposures();
    }

    private List<Recipe> exposures() {
        List<Recipe> named = map.features()
                .attribution()
                .flatMap(AttributionRules::touchesIfGiven)
                .map(touches -> solver.solve(touches, "attribution.touches"))
                .orElse(List.of());
        if (!named.isEmpty() || levels.isEmpty()) {
            return named;
        }
        return levels.get(0).acts().stream()
                .flatMap(act -> act.recipes().stream())
                .toList();
    }

    private static Set<String> events(List<Recipe> recipes) {
        Set<String> events = new LinkedHashSet<>();
        recipes.forEach(recipe -> events.add(recipe.event()));
        return events;
    }

    private void stages() {
        for (int stage = 0; stage < map.journey().stages().size(); stage++) {
            byStage.add(new LinkedHashMap<>());
            solver.solveStage(stage).forEach(keep(byStage.get(stage)));
        }
    }

    private static Consumer<Recipe> keep(Map<String, List<Recipe>> acts) {
        return recipe -> {
            List<Recipe> known = acts.computeIfAbsent(recipe.event(), any -> new ArrayList<>());
            if (!known.contains(recipe)) {
                known.add(recipe);
            }
        };
    }

    /** What other conditions ask is done in the stage that it belongs to, or beside the stages. */
    private void others() {
        List<TouchpointCondition> stageConditions =
                map.journey().stages().stream().map(Stage::condition).toList();
        Vocabulary.conditions(map)
                .filter(condition -> !stageConditions.contains(condition))
                .filter(condition -> !condition.equals(TouchpointCondition.ANY))
                .filter(condition -> map.features().surveys().stream()
                        .noneMatch(survey -> survey.touchpoints().equals(condition)))
                .forEach(condition -> {
                    for (Recipe recipe : solver.solve(condition, shown(condition))) {
                        int stage = judge.stageOf(probe(recipe));
                        keep(stage < 0 ? beside : byStage.get(stage)).accept(recipe);
                    }
                });
    }

    private static String shown(TouchpointCondition condition) {
        String events = String.join("|", condition.events());
        return "the condition " + events
                + condition.whereClause().map(where -> " where " + where.text()).orElse("");
    }

    /** A touch by the recipe, in the first of its channels. */
    private Touch probe(Recipe recipe) {
        Touch touch = new Touch(
                0,
                recipe.event(),
                recipe.channels().isEmpty() ? null : recipe.channels().get(0),
                logDimensions);
        recipe.dimensions().forEach((number, value) -> touch.dimensions[number] = value);
        touch.value = recipe.value().orElse(Double.NaN);
        return touch;
    }

    private void addLevels() {
        if (byStage.isEmpty()) {
            for (FunnelStep step : map.funnels().get(0).steps()) {
                Map<String, List<Recipe>> acts = new LinkedHashMap<>();
                solver.solve(step.condition(), "step " + step.name()).forEach(keep(acts));
                level(step.name(), acts, Optional.empty());
            }
            return;
        }
        List<ExpectedStage> expected =
                map.features().expected().map(ExpectedJourney::stages).orElse(List.of());
        for (int stage = 0; stage < byStage.size(); stage++) {
            String name = map.journey().stages().get(stage).name();
            level(
                    name,
                    byStage.get(stage),
                    expected.stream().filter(one -> one.stage().equals(name)).findFirst());
        }
    }

    private void level(String name, Map<String, List<Recipe>> acts, Optional<ExpectedStage> expected) {
        List<Act> done = new ArrayList<>();
        acts.forEach((event, recipes) -> done.add(new Act(event, recipes)));
        if (done.isEmpty()) {
            return;
        }
        long allowed = expected.flatMap(ExpectedStage::allowedIfLimited)
                .map(limit -> limit.toSeconds())
                .orElse(Level.NO_LIMIT);
        levels.add(new Level(
                name,
                done,
                allowed,
                expected.filter(one -> one.skip() == Skip.YES).isPresent(),
                expected.filter(one -> one.repeat() == Repeat.NO).isEmpty()));
    }

    private int conversionLevel() {
        Set<String> events = events(conversions);
        for (int level = 0; level < levels.size(); level++) {
            if (levels.get(level).acts().stream().anyMatch(act -> events.contains(act.event()))) {
                return level;
            }
        }
        if (!conversions.isEmpty()) {
            Map<String, List<Recipe>> acts = new LinkedHashMap<>();
            conversions.forEach(keep(acts));
            level("conversion", acts, Optional.empty());
            return levels.size() - 1;
        }
        return levels.size();
    }

    private void addExtras() {
        Set<String> inLevels = new LinkedHashSet<>();
        levels.forEach(level -> level.acts().forEach(act -> inLevels.add(act.event())));
        Set<String> converting = events(conversions);
        beside.forEach((event, recipes) -> {
            boolean isOther = !inLevels.contains(event) && !surveyEvents.contains(event);
            if (isOther && !contactEvents.contains(event) && !converting.contains(event)) {
                extras.add(new Act(event, recipes));
            }
        });
    }

    /** Whether a touch of this event may convert. */
    boolean mayConvert(String event) {
        return conversions.stream().anyMatch(recipe -> recipe.event().equals(event));
    }
}
