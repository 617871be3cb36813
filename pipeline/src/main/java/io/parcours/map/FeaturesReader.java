package io.parcours.map;

import io.parcours.journey.Stage;
import io.parcours.satisfaction.SatisfactionRules;
import io.parcours.survey.SurveyRules;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rules of what is asked only where the map has the key for it. */
final class FeaturesReader {
    private final MapFields map;
    private final MapNames names;
    private final List<Stage> stages;
    private final ConditionReader conditions;
    private final ZoneId zone;

    FeaturesReader(MapFields map, MapNames names, List<Stage> stages, ConditionReader conditions, ZoneId zone) {
        this.map = map;
        this.names = names;
        this.stages = stages;
        this.conditions = conditions;
        this.zone = zone;
    }

    FeatureRules read(Optional<MapFields> customers) {
        CutColumns columns = CutColumns.of(names);
        StagedConditions staged = new StagedConditions(stages, conditions);
        return new FeatureRules(
                map.at("inventory").map(value -> InventoryReader.read(value, columns)),
                ChannelsReader.read(map, columns),
                satisfaction(columns),
                map.at("friction").map(new FrictionReader(names.dimensions(), staged)::read),
                new AttributionReader(names, staged).read(map),
                map.at("triggers").map(new TriggerReader(staged, columns)::read).orElse(List.of()),
                map.at("expected").flatMap(new ExpectedReader(stages, columns)::read),
                customers.map(fields -> CustomersReader.read(fields, names.attributes())),
                new SegmentReader(names, zone).read(map));
    }

    private Optional<SatisfactionRules> satisfaction(CutColumns columns) {
        Optional<MapValue> given = map.at("surveys");
        List<SurveyRules> surveys =
                given.map(new SurveyReader(names, conditions, columns)::read).orElse(List.of());
        Map<String, List<String>> themes =
                map.at("themes").map(value -> ThemesReader.read(value, surveys)).orElse(Map.of());
        return given.map(value -> new SatisfactionRules(surveys, themes));
    }
}
