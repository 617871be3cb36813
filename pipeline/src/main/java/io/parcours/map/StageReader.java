package io.parcours.map;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.Stage;
import io.parcours.touchpoint.Labels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the stages of the lifecycle. */
final class StageReader {
    private static final Set<String> TAKEN = Set.of(Labels.NONE, Labels.START, Labels.END, Labels.OPEN, Labels.NOTHING);

    private final ConditionReader conditions;

    StageReader(ConditionReader conditions) {
        this.conditions = conditions;
    }

    List<Stage> read(MapValue value) {
        List<MapValue> items = value.items();
        if (value.isList() && items.isEmpty()) {
            value.refuse("is an empty list; leave the key out or name at least one stage");
        }
        int before = value.problems().count();
        List<Stage> stages = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (MapValue item : items) {
            MapFields fields = MapFields.of(item, MapSection.STAGE);
            String name =
                    fields.required("name").flatMap(given -> name(given, names)).orElse("");
            stages.add(new Stage(name, conditions.ofStage(fields)));
        }
        if (value.problems().count() == before) {
            refuseNeverMatched(stages, items);
        }
        return stages;
    }

    private static Optional<String> name(MapValue value, Set<String> names) {
        return value.text().filter(name -> {
            if (TAKEN.contains(name)) {
                value.refuse(Shown.quoted(name) + " stands for something else in reports; choose another name");
            } else if (!names.add(name)) {
                value.refuse("there are two stages named " + Shown.quoted(name));
            }
            return true;
        });
    }

    private static void refuseNeverMatched(List<Stage> stages, List<MapValue> items) {
        NeverMatched neverMatched = new NeverMatched(stages);
        for (int i = 0; i < stages.size(); i++) {
            TouchpointCondition whole =
                    TouchpointCondition.ofStage(stages.get(i).name());
            neverMatched.reason(whole).ifPresent(items.get(i)::refuse);
        }
    }
}
