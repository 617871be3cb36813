package io.parcours.map;

import io.parcours.condition.TouchpointCondition;
import io.parcours.funnel.FunnelExclusion;
import io.parcours.funnel.FunnelExclusion.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what must not lie between the steps of a funnel. */
final class ExclusionReader {

    /** Two steps by their numbers, the first the earlier. */
    private record Gap(int from, int to) {
        private static final Gap EVERY = new Gap(FunnelExclusion.EVERY_GAP, FunnelExclusion.EVERY_GAP);
    }

    private final StagedConditions conditions;
    private final GivenSteps steps;

    ExclusionReader(StagedConditions conditions, GivenSteps steps) {
        this.conditions = conditions;
        this.steps = steps;
    }

    List<FunnelExclusion> read(MapValue value) {
        List<MapValue> items = value.items();
        if (value.isList() && items.isEmpty()) {
            value.refuse("is an empty list; leave the key out or say at least once what to exclude");
        }
        if (steps.isAlone()) {
            value.refuse("is refused in a funnel of one step, which has no gap that anything could lie in");
        }
        List<FunnelExclusion> exclusions = new ArrayList<>();
        for (MapValue item : items) {
            exclusions.add(exclusion(item));
        }
        return exclusions;
    }

    private FunnelExclusion exclusion(MapValue item) {
        MapFields fields = MapFields.of(item, MapSection.EXCLUSION);
        TouchpointCondition condition = conditions.read(item, fields);
        Gap gap = fields.at("between").flatMap(this::between).orElse(Gap.EVERY);
        Scope scope = fields.at("scope")
                .flatMap(given -> MapWord.choice(given, Scope.class))
                .orElse(Scope.ATTEMPT);
        return new FunnelExclusion(condition, gap.from(), gap.to(), scope);
    }

    private Optional<Gap> between(MapValue value) {
        if (steps.isUnordered()) {
            value.refuse("is refused with order: unordered, which has no gaps between named steps; leave it out to"
                    + " exclude in every gap");
            return Optional.empty();
        }
        List<MapValue> items = value.items();
        if (items.size() != 2) {
            if (value.isList()) {
                value.refuse("wants the names of two steps, the earlier first");
            }
            return Optional.empty();
        }
        Optional<Integer> from = end(items.get(0));
        Optional<Integer> to = end(items.get(1));
        return from.flatMap(first -> to.flatMap(second -> gap(value, first, second)));
    }

    private Optional<Integer> end(MapValue value) {
        return steps.named(value)
                .filter(number -> value.check(
                        !steps.step(number).isOptional(),
                        "step " + Shown.quoted(steps.step(number).name())
                                + " is optional; where a chain leaves it out the gap would have no end"));
    }

    private Optional<Gap> gap(MapValue value, int from, int to) {
        String first = Shown.quoted(steps.step(from).name());
        boolean isLegal = value.check(from != to, "names step " + first + " twice; a gap lies between two steps")
                && value.check(
                        from < to,
                        "names step " + first + " before step "
                                + Shown.quoted(steps.step(to).name()) + ", which comes earlier in the funnel");
        return isLegal ? Optional.of(new Gap(from, to)) : Optional.empty();
    }
}
