package io.parcours.map;

import io.parcours.condition.TouchpointCondition;
import io.parcours.funnel.ChainRules;
import io.parcours.funnel.FunnelBreakdown;
import io.parcours.funnel.FunnelCuts;
import io.parcours.funnel.FunnelRules;
import io.parcours.funnel.FunnelStep;
import io.parcours.journey.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads funnels and their steps, and makes the one over the stages. */
final class FunnelReader {
    /** The name of the funnel over the stages. */
    static final String LIFECYCLE = "lifecycle";

    private static final String CHANNEL = "channel";

    private final List<Stage> stages;
    private final List<String> breakdowns = new ArrayList<>(List.of(CHANNEL));
    private final ConditionReader conditions;
    private final NeverMatched neverMatched;

    FunnelReader(List<Stage> stages, List<String> dimensions, ConditionReader conditions) {
        this.stages = stages;
        this.breakdowns.addAll(dimensions);
        this.conditions = conditions;
        this.neverMatched = new NeverMatched(stages);
    }

    /** The funnels of the map and, where there are stages, the one over them. */
    List<FunnelRules> read(Optional<MapValue> given) {
        List<FunnelRules> funnels = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        if (!stages.isEmpty()) {
            names.add(LIFECYCLE);
        }
        given.ifPresent(value -> {
            if (value.isList() && value.items().isEmpty()) {
                value.refuse("is an empty list; leave the key out or name at least one funnel");
            }
            value.items().forEach(item -> funnel(item, names).ifPresent(funnels::add));
        });
        if (!stages.isEmpty()) {
            funnels.add(lifecycle());
        }
        return funnels;
    }

    /** A condition of the conversion or of the activity. */
    TouchpointCondition condition(MapValue value) {
        return condition(value, MapFields.of(value, MapSection.CONDITION));
    }

    private Optional<FunnelRules> funnel(MapValue value, Set<String> names) {
        MapFields fields = MapFields.of(value, MapSection.FUNNEL);
        Optional<String> name = fields.required("name").flatMap(given -> freshName(given, names));
        List<FunnelStep> steps = fields.required("steps").map(this::steps).orElse(List.of());
        fields.at("order")
                .ifPresent(order -> MapWord.choice(order, List.of("ordered"), List.of("strict", "unordered")));
        fields.at("entry").ifPresent(entry -> MapWord.choice(entry, List.of("best"), List.of("first", "every")));
        FunnelRules.Unit unit = fields.at("unit")
                .flatMap(given -> MapWord.choice(given, FunnelRules.Unit.class))
                .orElse(FunnelRules.Unit.CUSTOMER);
        ChainRules.Ties ties = fields.at("ties")
                .flatMap(given -> MapWord.choice(given, ChainRules.Ties.class))
                .orElse(ChainRules.Ties.TOGETHER);
        Duration window = fields.at("window")
                .map(given -> MapWord.durationOrNone(given, null))
                .orElse(null);
        List<FunnelBreakdown> breakdown =
                fields.at("breakdown").map(this::breakdown).orElse(List.of());
        return name.isEmpty() || steps.isEmpty()
                ? Optional.empty()
                : Optional.of(FunnelRules.of(name.get(), steps)
                        .withUnit(unit)
                        .withChains(ChainRules.DEFAULT.withWindow(window).withTies(ties))
                        .withCuts(FunnelCuts.DEFAULT.withBreakdowns(breakdown)));
    }

    private Optional<String> freshName(MapValue value, Set<String> names) {
        return value.text().filter(name -> {
            if (names.add(name)) {
                return true;
            }
            value.refuse(
                    name.equals(LIFECYCLE) && !stages.isEmpty()
                            ? "lifecycle is the funnel over the stages, which is always there; choose another name"
                            : "there are two funnels named " + Shown.quoted(name));
            return false;
        });
    }

    private List<FunnelStep> steps(MapValue value) {
        List<MapValue> items = value.items();
        if (value.isList() && items.isEmpty()) {
            value.refuse("is an empty list; a funnel has at least one step");
        }
        StepNames names = new StepNames();
        List<TouchpointCondition> wanted = new ArrayList<>();
        for (MapValue item : items) {
            wanted.add(step(item, names));
        }
        List<FunnelStep> steps = new ArrayList<>();
        List<String> finalNames = names.inOrder();
        for (int i = 0; i < wanted.size(); i++) {
            steps.add(new FunnelStep(finalNames.get(i), wanted.get(i)));
        }
        return steps;
    }

    private TouchpointCondition step(MapValue item, StepNames names) {
        if (item.isScalar()) {
            TouchpointCondition condition =
                    item.text().map(TouchpointCondition::ofEvents).orElse(TouchpointCondition.ANY);
            names.derive(condition);
            return condition;
        }
        MapFields fields = MapFields.of(item, MapSection.STEP);
        TouchpointCondition condition = condition(item, fields);
        fields.at("name")
                .ifPresentOrElse(given -> names.take(given.text().orElse(""), given), () -> names.derive(condition));
        return condition;
    }

    private TouchpointCondition condition(MapValue value, MapFields fields) {
        int before = value.problems().count();
        TouchpointCondition condition = conditions.ofTouchpoint(fields, stages);
        if (value.problems().count() == before) {
            neverMatched.reason(condition).ifPresent(value::refuse);
        }
        return condition;
    }

    private List<FunnelBreakdown> breakdown(MapValue value) {
        List<FunnelBreakdown> legal = new ArrayList<>();
        ConditionReader.namesInPlace(value).forEach((name, place) -> {
            if (breakdowns.contains(name)) {
                legal.add(FunnelBreakdown.of(name));
            } else {
                place.refuse("there is no " + Shown.quoted(name) + " to break down by" + Shown.instead(name, breakdowns)
                        + "; further columns are named under input.dimensions");
            }
        });
        return legal;
    }

    private FunnelRules lifecycle() {
        List<FunnelStep> steps = stages.stream()
                .map(stage -> new FunnelStep(stage.name(), TouchpointCondition.ofStage(stage.name())))
                .toList();
        return FunnelRules.of(LIFECYCLE, steps)
                .withCuts(FunnelCuts.DEFAULT.withBreakdowns(List.of(FunnelBreakdown.of(CHANNEL))));
    }
}
