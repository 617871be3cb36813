package io.parcours.sample.fitted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.journey.Stage;
import io.parcours.sample.SampleRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a right analysis of a fitted log finds, as {@code truth.json}. Fields: docs/sample-data.md. */
final class FittedTruthFile {
    private static final String GENERATOR = "parcours sample";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FittedRules rules;
    private final Scene scene;
    private final Noise noise;
    private final SideFiles side;
    private final ObjectNode root = JSON.createObjectNode();

    FittedTruthFile(FittedRules rules, Scene scene, Noise noise, SideFiles side) {
        this.rules = rules;
        this.scene = scene;
        this.noise = noise;
        this.side = side;
    }

    /** The file's content, the same on every machine. */
    String content() {
        root.put("generator", GENERATOR);
        root.put("map", scene.map.name());
        options(root.putObject("options"));
        ArrayNode files = root.putArray("files");
        side.names().forEach(files::add);
        root.put("as_of", Instant.ofEpochSecond(scene.time.end()).toString());
        records(root.putObject("records"));
        histories(scene.truth.histories);
        surveys(scene.truth.surveys);
        triggers(root.putArray("triggers"));
        segments(root.putArray("segments"));
        ObjectNode costs = root.putObject("costs");
        side.costs.forEach((channel, cost) -> costs.put(channel, cost.toPlainString()));
        new PlantNodes(scene, root.putArray("planted")).write();
        ArrayNode notes = root.putArray("not_served");
        scene.notes().forEach(notes::add);
        try {
            return JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
                            .writeValueAsString(root)
                    + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void options(ObjectNode node) {
        node.put("customers", rules.customers());
        node.put("seed", rules.seed());
        node.put("first_day", scene.time.firstDay().toString());
        node.put("last_day", scene.time.lastDay().toString());
        node.put("format", rules.format().extension());
        node.put("clean", rules.noise() == SampleRules.Noise.CLEAN);
    }

    private void records(ObjectNode node) {
        Map<String, Long> reasons = noise.rejectedByReason();
        long rejected = reasons.values().stream().mapToLong(count -> count).sum();
        long duplicates = noise.duplicates() + scene.truth.repeated;
        FittedTruth truth = scene.truth;
        node.put("read", truth.accepted + duplicates + rejected + truth.filtered);
        node.put("accepted", truth.accepted);
        node.put("duplicate", duplicates);
        node.put("rejected", rejected);
        node.put("filtered", truth.filtered);
        node.put("after_as_of", 0);
        ObjectNode byReason = node.putObject("rejected_by_reason");
        reasons.forEach(byReason::put);
    }

    private void histories(HistoryTruth truth) {
        root.put("customers", truth.customers);
        root.put("sessions", truth.sessions);
        root.put("open_sessions", truth.openSessions);
        root.put("journeys", truth.journeys);
        root.put("open_journeys", truth.openJourneys);
        root.put("converted_journeys", truth.converted);
        root.put("in_progress_journeys", truth.inProgress);
        root.put("dropped_journeys", truth.journeys - truth.converted - truth.inProgress);
        root.put("valued_touchpoints", truth.valued);
        root.put("value", truth.value.toPlainString());
        counts(root.putObject("touchpoints_by_event"), truth.byEvent);
        counts(root.putObject("touchpoints_by_channel"), truth.byChannel);
        ArrayNode stages = root.putArray("stages");
        List<Stage> lifecycle = scene.map.journey().stages();
        for (int stage = 0; stage < lifecycle.size(); stage++) {
            stages.addObject()
                    .put("stage", lifecycle.get(stage).name())
                    .put("touchpoints", truth.touchpointsInStage[stage])
                    .put("journeys", truth.journeysInStage[stage])
                    .put("customers_with_furthest", truth.customersByFurthest[stage]);
        }
    }

    private static void counts(ObjectNode node, Map<String, Long> counts) {
        counts.forEach(node::put);
    }

    private void surveys(SurveyTruth truth) {
        ArrayNode surveys = root.putArray("surveys");
        for (int i = 0; i < truth.tallies.length; i++) {
            SurveyTruth.Tally tally = truth.tallies[i];
            ObjectNode survey = surveys.addObject();
            survey.put("survey", scene.map.features().surveys().get(i).name());
            survey.put("asked", tally.asked);
            survey.put("answered", tally.answered);
            counts(survey.putObject("answers_by_score"), tally.byScore);
        }
        means(root.putArray("satisfaction_by_event"), "event", truth.about);
        means(root.putArray("themes"), "theme", truth.themes);
    }

    private static void means(ArrayNode nodes, String key, Map<String, SurveyTruth.Mean> means) {
        means.forEach((name, mean) -> nodes.addObject()
                .put(key, name)
                .put("answers", mean.count)
                .put("satisfaction_mean", Math.round(1e6 * mean.sum / mean.count) / 1e6));
    }

    private void segments(ArrayNode nodes) {
        long[] customers = scene.truth.segments.customers;
        for (int i = 0; i < customers.length; i++) {
            nodes.addObject().put("segment", segmentName(i)).put("customers", customers[i]);
        }
    }

    private String segmentName(int number) {
        return scene.map
                .features()
                .segments()
                .orElseThrow()
                .segments()
                .get(number)
                .name();
    }

    private void triggers(ArrayNode nodes) {
        TriggerTruth truth = scene.truth.triggers;
        for (int i = 0; i < truth.firings.length; i++) {
            TriggerTruth.Firings firings = truth.firings[i];
            nodes.addObject()
                    .put("trigger", scene.map.features().triggers().get(i).name())
                    .put("cancelled", firings.cancelled)
                    .put("due", firings.due)
                    .put("pending", firings.pending);
        }
    }
}
