package io.parcours.map;

import io.parcours.condition.TouchpointCondition;
import io.parcours.friction.FrictionRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what counts as friction. */
final class FrictionReader {
    private static final int LARGEST_BURST = 1_000;

    private final List<String> dimensions;
    private final StagedConditions conditions;

    FrictionReader(List<String> dimensions, StagedConditions conditions) {
        this.dimensions = dimensions;
        this.conditions = conditions;
    }

    FrictionRules read(MapValue value) {
        FrictionRules defaults = FrictionRules.DEFAULT;
        MapFields fields = MapFields.of(value, MapKeys.FRICTION);
        Optional<TouchpointCondition> contacts = fields.at("contacts").map(conditions::read);
        Optional<String> thing = fields.at("thing").flatMap(this::thing);
        Duration again = fields.at("contact_again_within")
                .flatMap(MapWord::positiveDuration)
                .orElse(defaults.contactAgainWithin());
        if (contacts.isEmpty()) {
            thing.ifPresent(idle -> refuseIdle(fields, "thing"));
            if (!again.equals(defaults.contactAgainWithin())) {
                refuseIdle(fields, "contact_again_within");
            }
        }
        MapFields burst = fields.section("burst", MapKeys.BURST);
        return new FrictionRules(
                contacts.orElse(null),
                thing.orElse(null),
                again,
                burst.at("count").flatMap(FrictionReader::count).orElse(defaults.burstCount()),
                burst.at("within").flatMap(MapWord::duration).orElse(defaults.burstWithin()),
                fields.at("stall_after").flatMap(MapWord::positiveDuration).orElse(defaults.stallAfter()));
    }

    private static void refuseIdle(MapFields fields, String key) {
        fields.at(key)
                .ifPresent(value -> value.refuse(
                        "would do nothing without contacts; say which touchpoints are contacts or leave this out"));
    }

    private Optional<String> thing(MapValue value) {
        return value.text()
                .filter(name -> value.check(
                        dimensions.contains(name),
                        "there is no dimension " + Shown.quoted(name)
                                + (dimensions.isEmpty() ? ": the log has none" : Shown.instead(name, dimensions))
                                + "; further columns are named under input.dimensions"));
    }

    private static Optional<Integer> count(MapValue value) {
        return value.wholeNumber()
                .filter(count -> value.check(
                        count >= 2 && count <= LARGEST_BURST, "is no burst (legal: 2 to " + LARGEST_BURST + ")"))
                .map(Long::intValue);
    }
}
