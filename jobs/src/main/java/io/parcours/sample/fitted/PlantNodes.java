package io.parcours.sample.fitted;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** What was planted, each finding with the place in the reports where it should show. */
final class PlantNodes {
    private final Scene scene;
    private final Plants plants;
    private final PlantCounts counts;

    PlantNodes(Scene scene) {
        this.scene = scene;
        this.plants = scene.plants;
        this.counts = scene.truth.plants;
    }

    void write(ArrayNode nodes) {
        plants.drop.ifPresent(plant -> finding(nodes, "drop", "pain_points", "drop_off_rate")
                .put("event", plant.event())
                .put("share", rounded(plant.share()))
                .put("journeys_there", counts.mayDrop)
                .put("journeys_lost", counts.dropped));
        plants.friction.ifPresent(plant -> finding(nodes, "friction", "friction", "conversion_rate")
                .put("kind", plant.kind().name().toLowerCase(Locale.ROOT))
                .put("event", plant.event())
                .put("share", rounded(plant.share()))
                .put("odds_ratio_to_go_on", rounded(plant.odds()))
                .put("journeys_there", counts.mayMeetFriction)
                .put("journeys_with_it", counts.metFriction));
        plants.low.ifPresent(plant -> mood(nodes, "low_satisfaction", plant));
        plants.delight.ifPresent(plant -> mood(nodes, "delight", plant));
        plants.theme.ifPresent(theme ->
                finding(nodes, "sore_theme", "satisfaction", "score_mean").put("theme", theme));
        plants.favour.ifPresent(plant -> finding(nodes, "channel", "channel_mix", "conversion_rate")
                .put("channel", plant.channel())
                .put("odds_ratio_to_convert", rounded(plant.odds())));
        plants.deviation.ifPresent(plant -> finding(nodes, "deviation", "conformance", "journey_share")
                .put("kind", plant.kind().name().toLowerCase(Locale.ROOT))
                .put("stage", scene.repertoire.levels.get(plant.level()).name())
                .put("share", rounded(plant.share()))
                .put("journeys_there", counts.mayDeviate)
                .put("journeys_deviating", counts.deviated));
        plants.persuasion.ifPresent(plant -> finding(nodes, "persuasion", "attribution", "conversions")
                .put("channel", plant.channel())
                .put("odds_ratio_to_convert", rounded(plant.odds()))
                .put("journeys_exposed", counts.exposed)
                .put("incremental_conversions", counts.incremental)
                .put("harvesting_channel", plant.harvesting()));
        finding(nodes, "loyalty", "segments", "customer_count").put("share", rounded(plants.loyal));
    }

    private void mood(ArrayNode nodes, String name, Plants.Mood plant) {
        finding(nodes, name, "satisfaction", "satisfaction_mean")
                .put("event", plant.event())
                .put("shift", rounded(plant.shift()));
    }

    private static ObjectNode finding(ArrayNode nodes, String name, String table, String column) {
        return nodes.addObject().put("finding", name).put("table", table).put("column", column);
    }

    private static double rounded(double size) {
        return Math.round(size * 1e4) / 1e4;
    }
}
