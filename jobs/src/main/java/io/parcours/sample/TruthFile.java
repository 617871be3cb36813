package io.parcours.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.touchpoint.Labels;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a right analysis of the generated log finds, as {@code truth.json}. Fields: docs/sample-data.md. */
final class TruthFile {
    static final String GENERATOR = "parcours sample";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SampleRules rules;
    private final SampleCalendar calendar;
    private final Truth truth;
    private final ObjectNode root = JSON.createObjectNode();

    TruthFile(SampleRules rules, SampleCalendar calendar, Truth truth) {
        this.rules = rules;
        this.calendar = calendar;
        this.truth = truth;
    }

    /** The file's content, the same on every machine. */
    String content() {
        root.put("generator", GENERATOR);
        options(root.putObject("options"));
        root.put("as_of", Instant.ofEpochMilli(calendar.end()).toString());
        records(root.putObject("records"));
        journeys();
        FunnelNodes nodes = new FunnelNodes(truth.funnels());
        nodes.funnels(root.putArray("funnels"));
        nodes.dropOffs(root.putArray("drop_offs"));
        plantedDropOff(root.putObject("planted_drop_off"));
        transitions(root.putObject("transitions"));
        churn(root.putObject("planted_churn"));
        cohorts(root.putArray("retention_cohorts"));
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try {
            return JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(lines))
                            .writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void options(ObjectNode node) {
        node.put("customers", rules.customers());
        node.put("seed", rules.seed());
        node.put("days", rules.days());
        node.put("touchpoints_per_customer", rules.touchpointsPerCustomer());
        node.put("format", rules.format().extension());
        node.put("clean", rules.noise() == SampleRules.Noise.CLEAN);
    }

    private void records(ObjectNode node) {
        RecordCounts counts = truth.records();
        node.put("read", counts.readCount());
        node.put("accepted", counts.acceptedCount());
        node.put("duplicate", counts.duplicateCount());
        node.put("rejected", counts.rejectedCount());
        node.put("filtered", counts.filteredCount());
        node.put("after_as_of", 0);
        ObjectNode reasons = node.putObject("rejected_by_reason");
        counts.rejectedByReason().forEach(reasons::put);
    }

    private void journeys() {
        JourneyTruth journeys = truth.journeys();
        root.put("customers", truth.customers().customerCount());
        root.put("sessions", journeys.sessionCount());
        root.put("open_sessions", journeys.openSessionCount());
        root.put("journeys", journeys.journeyCount());
        root.put("open_journeys", journeys.openJourneyCount());
        root.put("converted_journeys", journeys.convertedJourneyCount());
        root.put("valued_touchpoints", journeys.purchaseCount());
        root.put("value", BigDecimal.valueOf(journeys.cents(), 2).toPlainString());
        ObjectNode furthest = root.putObject("customers_by_furthest_stage");
        List<String> stages = LogFields.stages();
        for (int stage = 0; stage < stages.size(); stage++) {
            furthest.put(stages.get(stage), truth.customers().furthest(stage));
        }
    }

    private void plantedDropOff(ObjectNode node) {
        node.put("funnel", "checkout");
        node.put("step_name", "purchase");
        node.put("platform", Device.IOS.platform());
        node.put(
                "from",
                Instant.ofEpochMilli(calendar.day(PlantedDropOff.FROM_DAY)).toString());
        node.put("to", Instant.ofEpochMilli(calendar.day(PlantedDropOff.TO_DAY)).toString());
        node.put("customers_at_payment", truth.customers().atPlantedStep());
        Map<String, Long> lost = truth.customers().lostAtPlantedStep();
        node.put(
                "customers_lost",
                lost.values().stream().mapToLong(Long::longValue).sum());
        ObjectNode next = node.putObject("customers_lost_by_last_act");
        lost.forEach(next::put);
    }

    private void transitions(ObjectNode node) {
        transitions(
                node.putObject("event"), LogFields.events(), truth.journeys().events());
        transitions(
                node.putObject("stage"), LogFields.stages(), truth.journeys().stages());
        transitions(
                node.putObject("channel"),
                LogFields.channels(),
                truth.journeys().channels());
    }

    private static void transitions(ObjectNode node, List<String> things, TransitionTruth counts) {
        List<String> names = new ArrayList<>(things);
        names.addAll(List.of(Labels.START, Labels.END, Labels.OPEN));
        node.put("transition_count", counts.total());
        ArrayNode pairs = node.putArray("pairs");
        for (int from = 0; from < counts.numbers(); from++) {
            for (int to = 0; to < counts.numbers(); to++) {
                if (counts.count(from, to) > 0) {
                    pairs.addArray().add(names.get(from)).add(names.get(to)).add(counts.count(from, to));
                }
            }
        }
    }

    private void churn(ObjectNode node) {
        node.put("divisor", Rhythm.DIVISOR);
        ObjectNode states = node.putObject("states");
        for (Rhythm rhythm : Rhythm.values()) {
            if (rhythm != Rhythm.UNPLANNED) {
                ObjectNode state = states.putObject(rhythm.label());
                ArrayNode remainders = state.putArray("remainders");
                for (int remainder = 0; remainder < Rhythm.DIVISOR; remainder++) {
                    if (Rhythm.of(remainder) == rhythm) {
                        remainders.add(remainder);
                    }
                }
                state.put("customers", truth.customers().count(rhythm));
            }
        }
    }

    private void cohorts(ArrayNode node) {
        for (int cohort = 0; cohort < calendar.months().size(); cohort++) {
            ObjectNode row = node.addObject();
            row.put("cohort", calendar.months().get(cohort).toString());
            row.put("customers", truth.customers().active(cohort, 0));
            ArrayNode active = row.putArray("active");
            for (int later = 0; cohort + later < calendar.months().size(); later++) {
                active.add(truth.customers().active(cohort, later));
            }
        }
    }
}
