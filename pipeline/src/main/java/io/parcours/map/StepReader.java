package io.parcours.map;

import io.parcours.condition.TouchpointCondition;
import io.parcours.funnel.ChainRules.Order;
import io.parcours.funnel.FunnelRules;
import io.parcours.funnel.FunnelStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the steps of one funnel. */
final class StepReader {
    private final StagedConditions conditions;
    private final Order order;
    private final StepNames names = new StepNames();
    private final List<FunnelStep> steps = new ArrayList<>();

    private StepReader(StagedConditions conditions, Order order) {
        this.conditions = conditions;
        this.order = order;
    }

    static GivenSteps read(MapValue value, Order order, StagedConditions conditions) {
        int before = value.problems().count();
        List<MapValue> items = value.items();
        if (value.isList() && items.isEmpty()) {
            value.refuse("is an empty list; a funnel has at least one step");
        }
        StepReader reader = new StepReader(conditions, order);
        for (MapValue item : items) {
            reader.add(item, items.size());
        }
        value.check(
                reader.steps.stream().filter(FunnelStep::isOptional).count() <= FunnelRules.MOST_OPTIONAL_STEPS,
                "has more than " + FunnelRules.MOST_OPTIONAL_STEPS + " optional steps");
        return new GivenSteps(order, reader.named(), value.problems().count() == before);
    }

    private void add(MapValue item, int count) {
        if (item.isScalar()) {
            TouchpointCondition condition =
                    item.text().map(TouchpointCondition::ofEvents).orElse(TouchpointCondition.ANY);
            names.derive(condition);
            steps.add(new FunnelStep("", condition));
            return;
        }
        MapFields fields = MapFields.of(item, MapSection.STEP);
        TouchpointCondition condition = conditions.read(item, fields);
        fields.at("name")
                .ifPresentOrElse(given -> names.take(given.text().orElse(""), given), () -> names.derive(condition));
        FunnelStep step = new FunnelStep("", condition).withWithin(within(fields));
        step = isOptional(fields, count) ? step.optional() : step;
        steps.add(isFirstEver(fields, condition) ? step.firstEver() : step);
    }

    private Duration within(MapFields fields) {
        Optional<MapValue> given = fields.at("within");
        Duration within =
                given.map(value -> MapWord.durationOrNone(value, null)).orElse(null);
        if (within != null && order == Order.UNORDERED) {
            given.get()
                    .refuse("is refused with order: unordered, where no step has another before it; window limits the"
                            + " whole");
        } else if (within != null && steps.isEmpty()) {
            given.get().refuse("is refused on the first step: nothing comes before it");
        }
        return within;
    }

    private boolean isOptional(MapFields fields, int count) {
        Optional<MapValue> flag = whereSet(fields, "optional");
        flag.ifPresent(value -> {
            if (order == Order.UNORDERED) {
                value.refuse("is refused with order: unordered, where any k of n steps count and each may be left out");
            } else if (steps.isEmpty()) {
                value.refuse("the first step cannot be left out: it is the entry");
            } else if (steps.size() == count - 1) {
                value.refuse("the last step cannot be left out: reaching it is the conversion");
            }
        });
        return flag.isPresent();
    }

    private static boolean isFirstEver(MapFields fields, TouchpointCondition condition) {
        Optional<MapValue> flag = whereSet(fields, "first_ever");
        flag.ifPresent(value -> value.check(
                fields.at("events").isPresent(), "the step names no event that could be the first ever; give events"));
        return flag.isPresent() && !condition.events().isEmpty();
    }

    /** The place of a flag that is true; nothing where it is false or not given. */
    private static Optional<MapValue> whereSet(MapFields fields, String key) {
        return fields.at(key).filter(value -> value.flag().orElse(false));
    }

    /** The steps under their final names, which are known when all have been read. */
    private List<FunnelStep> named() {
        List<String> finalNames = names.inOrder();
        List<FunnelStep> named = new ArrayList<>();
        for (FunnelStep step : steps) {
            named.add(new FunnelStep(
                    finalNames.get(named.size()),
                    step.condition(),
                    step.within(),
                    step.isOptional(),
                    step.isFirstEver()));
        }
        return named;
    }
}
