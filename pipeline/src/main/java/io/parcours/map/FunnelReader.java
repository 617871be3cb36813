package io.parcours.map;

import io.parcours.condition.TouchpointCondition;
import io.parcours.funnel.ChainRules;
import io.parcours.funnel.FunnelBreakdown;
import io.parcours.funnel.FunnelCuts;
import io.parcours.funnel.FunnelRules;
import io.parcours.funnel.FunnelStep;
import io.parcours.journey.Stage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads funnels, and makes the one over the stages. */
final class FunnelReader {
    /** The name of the funnel over the stages. */
    static final String LIFECYCLE = "lifecycle";

    private final List<Stage> stages;
    private final StagedConditions conditions;
    private final ChainReader chainReader;
    private final CutReader cutReader;

    FunnelReader(List<Stage> stages, CutColumns columns, StagedConditions conditions) {
        this.stages = stages;
        this.conditions = conditions;
        this.chainReader = new ChainReader(conditions, columns.withoutSegment());
        this.cutReader = new CutReader(columns);
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

    private Optional<FunnelRules> funnel(MapValue value, Set<String> names) {
        int before = value.problems().count();
        MapFields fields = MapFields.of(value, MapSection.FUNNEL);
        Optional<String> name = fields.required("name").flatMap(given -> freshName(given, names));
        ChainRules.Order order = ChainReader.order(fields);
        GivenSteps steps = fields.required("steps")
                .map(given -> StepReader.read(given, order, conditions))
                .orElse(new GivenSteps(order, List.of(), false));
        FunnelRules.Unit unit = fields.at("unit")
                .flatMap(given -> MapWord.choice(given, FunnelRules.Unit.class))
                .orElse(FunnelRules.Unit.CUSTOMER);
        ChainRules chains = chainReader.read(fields, steps);
        FunnelCuts cuts = cutReader.read(fields, steps);
        return name.filter(given -> value.problems().count() == before)
                .map(given -> new FunnelRules(given, steps.steps(), unit, chains, cuts));
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

    private FunnelRules lifecycle() {
        List<FunnelStep> steps = stages.stream()
                .map(stage -> new FunnelStep(stage.name(), TouchpointCondition.ofStage(stage.name())))
                .toList();
        return FunnelRules.of(LIFECYCLE, steps)
                .withCuts(FunnelCuts.DEFAULT.withBreakdowns(List.of(FunnelBreakdown.of(CutColumns.CHANNEL))));
    }
}
