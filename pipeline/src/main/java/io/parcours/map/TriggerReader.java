package io.parcours.map;

import io.parcours.condition.TouchpointCondition;
import io.parcours.trigger.TriggerRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads triggers. */
final class TriggerReader {
    private final StagedConditions conditions;
    private final CutColumns columns;

    TriggerReader(StagedConditions conditions, CutColumns columns) {
        this.conditions = conditions;
        this.columns = columns;
    }

    List<TriggerRules> read(MapValue value) {
        List<MapValue> items = value.items();
        if (value.isList() && items.isEmpty()) {
            value.refuse("is an empty list; leave the key out or name at least one trigger");
        }
        List<TriggerRules> triggers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (MapValue item : items) {
            triggers.add(trigger(item, names));
        }
        return triggers;
    }

    private TriggerRules trigger(MapValue item, Set<String> names) {
        MapFields fields = MapFields.of(item, MapKeys.TRIGGER);
        Optional<String> name = fields.required("name").flatMap(MapValue::text);
        name.filter(given -> !names.add(given))
                .ifPresent(twice -> item.refuse("there are two triggers named " + Shown.quoted(twice)));
        Optional<TouchpointCondition> when = fields.required("when").map(conditions::read);
        Optional<Duration> within = fields.required("within").flatMap(MapWord::positiveDuration);
        return new TriggerRules(
                name.orElse(""),
                when.orElse(TouchpointCondition.ANY),
                fields.at("unless").map(conditions::read).orElse(null),
                within.orElse(Duration.ZERO),
                fields.required("action").flatMap(MapValue::text).orElse(""),
                // No cooldown, which is written none, is one of no time.
                fields.at("cooldown")
                        .map(given -> MapWord.durationOrNone(given, Duration.ZERO))
                        .orElse(Duration.ZERO),
                columns.breakdown(fields));
    }
}
