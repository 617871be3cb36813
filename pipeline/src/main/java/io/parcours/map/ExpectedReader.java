package io.parcours.map;

import io.parcours.conformance.ExpectedJourney;
import io.parcours.conformance.ExpectedJourney.ExpectedStage;
import io.parcours.conformance.ExpectedJourney.Repeat;
import io.parcours.conformance.ExpectedJourney.Skip;
import io.parcours.journey.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the journey as it is meant to go: a block with stages, or the stages alone. */
final class ExpectedReader {
    private final List<Stage> stages;
    private final CutColumns columns;
    private final Set<String> named = new HashSet<>();

    ExpectedReader(List<Stage> stages, CutColumns columns) {
        this.stages = stages;
        this.columns = columns;
    }

    Optional<ExpectedJourney> read(MapValue value) {
        if (value.isList()) {
            return journey(expected(value), List.of());
        }
        MapFields fields = MapFields.of(value, MapKeys.EXPECTED);
        // A value that is no block is a problem already.
        Optional<MapValue> given = value.isBlock() ? fields.required("stages") : Optional.empty();
        return journey(given.map(this::expected).orElse(List.of()), columns.breakdown(fields));
    }

    private static Optional<ExpectedJourney> journey(List<ExpectedStage> expected, List<String> breakdown) {
        return expected.isEmpty() ? Optional.empty() : Optional.of(new ExpectedJourney(expected, breakdown));
    }

    private List<ExpectedStage> expected(MapValue value) {
        List<MapValue> items = value.items();
        if (value.isList() && items.isEmpty()) {
            value.refuse("is an empty list; leave the key out or name at least one stage");
        }
        List<ExpectedStage> expected = new ArrayList<>();
        items.forEach(item -> stage(item).ifPresent(expected::add));
        return expected;
    }

    private Optional<ExpectedStage> stage(MapValue item) {
        if (item.isScalar()) {
            return name(item).map(name -> new ExpectedStage(name, Skip.NO, Repeat.NO, null));
        }
        MapFields fields = MapFields.of(item, MapKeys.EXPECTED_STAGE);
        Optional<MapValue> given = item.isBlock() ? fields.required("stage") : Optional.empty();
        Skip skip = isSet(fields, "skip") ? Skip.YES : Skip.NO;
        Repeat repeat = isSet(fields, "repeat") ? Repeat.YES : Repeat.NO;
        Duration allowed = fields.at("allowed")
                .map(value -> MapWord.durationOrNone(value, null))
                .orElse(null);
        return given.flatMap(this::name).map(name -> new ExpectedStage(name, skip, repeat, allowed));
    }

    private static boolean isSet(MapFields fields, String key) {
        return fields.at(key).flatMap(MapValue::flag).orElse(false);
    }

    private Optional<String> name(MapValue value) {
        return ConditionReader.stage(value, stages)
                .filter(name -> value.check(
                        named.add(name),
                        "stage " + Shown.quoted(name) + " is named twice; a stage that may be come back to has repeat:"
                                + " true"));
    }
}
