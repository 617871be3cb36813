package io.parcours.map;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.Stage;
import java.util.List;

/** Reads conditions of touchpoints whose stage is known, and refuses those that no touchpoint can meet. */
final class StagedConditions {
    private final List<Stage> stages;
    private final ConditionReader conditions;
    private final NeverMatched neverMatched;

    StagedConditions(List<Stage> stages, ConditionReader conditions) {
        this.stages = stages;
        this.conditions = conditions;
        this.neverMatched = new NeverMatched(stages);
    }

    /** A condition with nothing beside it, such as the conversion's. */
    TouchpointCondition read(MapValue value) {
        return read(value, MapFields.of(value, MapSection.CONDITION));
    }

    /** A condition whose keys stand among others. */
    TouchpointCondition read(MapValue value, MapFields fields) {
        int before = value.problems().count();
        TouchpointCondition condition = conditions.ofTouchpoint(fields, stages);
        if (value.problems().count() == before) {
            neverMatched.reason(condition).ifPresent(value::refuse);
        }
        return condition;
    }
}
