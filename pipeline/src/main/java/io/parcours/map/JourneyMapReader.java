package io.parcours.map;

import static io.parcours.journey.JourneyRules.DEFAULT_TOUCHPOINT_LIMIT;

import io.parcours.churn.ChurnRules;
import io.parcours.churn.RetentionRules;
import io.parcours.condition.TouchpointCondition;
import io.parcours.funnel.FunnelRules;
import io.parcours.funnel.FunnelStep;
import io.parcours.ingest.InputRules;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Stage;
import io.parcours.quality.QualityRules;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a journey map: one YAML file, every key of it checked, every default filled in. All keys are described in
 * docs/map.md.
 */
public final class JourneyMapReader {
    private final MapProblems problems;

    private JourneyMapReader(MapProblems problems) {
        this.problems = problems;
    }

    /**
     * Reads a map from its file.
     *
     * @throws MapException with everything that is wrong with it
     */
    public static JourneyMap read(Path file) {
        MapProblems problems = new MapProblems(file.toString());
        return read(YamlText.read(file, problems), file.toString());
    }

    /**
     * Reads a map from its text.
     *
     * @param fileName what error lines call it
     * @throws MapException with everything that is wrong with it
     */
    public static JourneyMap read(String text, String fileName) {
        MapProblems problems = new MapProblems(fileName);
        Node root = YamlText.compose(text, problems);
        return new JourneyMapReader(problems).map(new MapValue(root, "", problems));
    }

    private JourneyMap map(MapValue root) {
        MapFields map = MapFields.of(root, MapKeys.MAP);
        String name = map.required("name").flatMap(MapValue::text).orElse("");
        ZoneId zone = map.at("timezone").flatMap(ZoneReader::read).orElse(ZoneReader.UTC);
        MapFields input = map.section("input", MapSection.INPUT);
        Optional<MapFields> customers = map.at("customers").map(value -> MapFields.of(value, MapKeys.CUSTOMERS));
        MapNames names = DimensionNames.read(map, input, customers);
        ConditionReader conditions = new ConditionReader(names, zone);
        InputRules inputRules = new InputReader(zone).read(input, names.dimensions(), conditions);
        List<Stage> stages =
                map.at("stages").map(new StageReader(conditions)::read).orElse(List.of());
        StagedConditions staged = new StagedConditions(stages, conditions);
        CutColumns columns = CutColumns.of(names);
        List<FunnelRules> funnels = new FunnelReader(stages, columns, staged).read(map.at("funnels"));
        if (map.isSound() && map.at("stages").isEmpty() && map.at("funnels").isEmpty()) {
            root.refuse("has neither stages nor funnels; give one of them or both");
        }
        Optional<TouchpointCondition> conversion = map.at("conversion").map(staged::read);
        GapReader gaps = new GapReader(map);
        int limit = input.at("touchpoint_limit").flatMap(GapReader::limit).orElse(DEFAULT_TOUCHPOINT_LIMIT);
        RetentionRules retention = RetentionReader.read(map.section("retention", MapSection.RETENTION), columns);
        ChurnRules churn = new ChurnReader(staged, columns).read(map.section("churn", MapSection.CHURN));
        FeatureRules features = new FeaturesReader(map, names, stages, conditions, zone).read(customers);
        QualityRules quality = quality(map.section("quality", MapSection.QUALITY));
        TableChoice tables = TablesReader.read(map);
        problems.throwIfAny();
        JourneyRules journey = new JourneyRules(
                gaps.session(), gaps.journey(), stages, conversion.orElseGet(() -> lastStep(funnels)), limit);
        return new JourneyMap(name, zone, inputRules, journey, funnels, retention, churn, quality, features, tables);
    }

    /** The default conversion; the funnel over the stages comes after all others. */
    private static TouchpointCondition lastStep(List<FunnelRules> funnels) {
        List<FunnelStep> steps = funnels.get(0).steps();
        return steps.get(steps.size() - 1).condition();
    }

    private static QualityRules quality(MapFields fields) {
        return fields.at("max_rejected_share")
                .flatMap(value -> value.number().filter(share -> {
                    boolean isShare = share >= 0 && share <= 1;
                    if (!isShare) {
                        value.refuse("is no share (legal: 0 to 1, such as 0.01 for one in a hundred)");
                    }
                    return isShare;
                }))
                .map(QualityRules::new)
                .orElse(QualityRules.DEFAULT);
    }
}
