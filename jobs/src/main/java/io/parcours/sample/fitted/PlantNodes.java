package io.parcours.sample.fitted;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.sample.fitted.Plants.Deviating;
import io.parcours.sample.fitted.Plants.Deviation;
import io.parcours.sample.fitted.Plants.Friction;
import io.parcours.sample.fitted.Plants.Mood;
import java.util.Locale;

/** What was planted, each finding with the place in the reports where it should show. */
final class PlantNodes {
    private final Scene scene;
    private final Plants plants;
    private final PlantCounts counts;
    private final ArrayNode nodes;

    PlantNodes(Scene scene, ArrayNode nodes) {
        this.scene = scene;
        this.plants = scene.plants;
        this.counts = scene.truth.plants;
        this.nodes = nodes;
    }

    void write() {
        plants.drop.ifPresent(
                plant -> finding("drop", "touchpoint_inventory", "last_touch_share", "event = " + plant.event())
                        .put("event", plant.event())
                        .put("share", rounded(plant.share()))
                        .put("journeys_there", counts.mayDrop)
                        .put("journeys_lost", counts.dropped));
        plants.friction.ifPresent(this::friction);
        plants.low.ifPresent(plant -> mood("low_satisfaction", plant));
        plants.delight.ifPresent(plant -> mood("delight", plant));
        plants.theme.ifPresent(theme -> finding("sore_theme", "satisfaction", "score_mean", "name = " + theme)
                .put("theme", theme));
        plants.favour.ifPresent(plant -> finding(
                        "channel",
                        "funnel_steps",
                        "rate_from_first",
                        "breakdown = channel and breakdown_value = " + plant.channel())
                .put("channel", plant.channel())
                .put("odds_ratio_to_convert", rounded(plant.odds())));
        plants.deviation.ifPresent(this::deviation);
        plants.persuasion.ifPresent(plant -> finding(
                        "persuasion", "attribution", "credit_conversions", "by = channel and name = " + plant.channel())
                .put("channel", plant.channel())
                .put("odds_ratio_to_convert", rounded(plant.odds()))
                .put("journeys_exposed", counts.exposed)
                .put("incremental_conversions", counts.incremental)
                .put("harvesting_channel", plant.harvesting()));
    }

    private void friction(Friction plant) {
        String kind = switch (plant.kind()) {
            case LOOP -> "loop";
            case REPEAT -> "immediate_repeat";
            case STALL -> "stall";
            case CONTACT_AGAIN -> "contact_again";
        };
        finding("friction", "friction", "conversion_odds_ratio", "place = " + plant.event())
                .put("kind", kind)
                .put("event", plant.event())
                .put("share", rounded(plant.share()))
                .put("odds_ratio_to_go_on", rounded(plant.odds()))
                .put("journeys_there", counts.mayMeetFriction)
                .put("journeys_with_it", counts.metFriction);
    }

    private void deviation(Deviation plant) {
        int level = plant.kind() == Deviating.MOVED_BACK ? plant.level() - 1 : plant.level();
        String stage = scene.repertoire.levels.get(level).name();
        String kind = plant.kind().name().toLowerCase(Locale.ROOT);
        finding("deviation", "conformance", "journey_share", "deviation = " + kind + " and stage = " + stage)
                .put("kind", kind)
                .put("stage", stage)
                .put("share", rounded(plant.share()))
                .put("journeys_there", counts.mayDeviate)
                .put("journeys_deviating", counts.deviated);
    }

    private void mood(String name, Mood plant) {
        finding(name, "satisfaction", "score_mean", "name = " + plant.event())
                .put("event", plant.event())
                .put("shift", rounded(plant.shift()));
    }

    private ObjectNode finding(String name, String table, String column, String where) {
        return nodes.addObject()
                .put("finding", name)
                .put("table", table)
                .put("column", column)
                .put("where", where);
    }

    private static double rounded(double size) {
        return Math.round(size * 1e4) / 1e4;
    }
}
