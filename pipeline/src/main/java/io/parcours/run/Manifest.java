package io.parcours.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.ingest.InputFile;
import io.parcours.journey.AsOf;
import io.parcours.journey.HistoryTotals;
import io.parcours.map.JourneyMap;
import io.parcours.quality.RecordOutcome;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.package$;

/** The record of a run that stays beside its tables: what was read, under which rules, and what came of it. */
final class Manifest {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectNode root;

    private Manifest(ObjectNode root) {
        this.root = root;
    }

    static Manifest of(RunRecord run) {
        ObjectNode root = JSON.createObjectNode();
        root.put("as_of", run.asOf().instant().toString());
        root.put("started_at", run.request().startedAt().toString());
        map(run.request().map(), root.putObject("map"));
        inputs(run, root.putArray("inputs"));
        counts(run, root.putObject("records"));
        histories(run.totals(), root.putObject("histories"));
        ObjectNode tables = root.putObject("tables");
        run.tableRows().forEach(tables::put);
        ArrayNode warnings = root.putArray("warnings");
        run.warnings().forEach(warnings::add);
        ObjectNode versions = root.putObject("versions");
        versions(versions);
        versions.put("spark", package$.MODULE$.SPARK_VERSION());
        seconds(run.phases(), root.putObject("seconds"));
        return new Manifest(root);
    }

    String toText() {
        return toText(root);
    }

    static String toText(ObjectNode manifest) {
        try {
            return JSON.writeValueAsString(manifest) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static void map(JourneyMap map, ObjectNode node) {
        node.put("name", map.name());
        node.put("sha256", map.fingerprint());
        node.put("effective", map.effective());
    }

    static void histories(HistoryTotals totals, ObjectNode node) {
        node.put("customers", totals.customers());
        node.put("touchpoints", totals.touchpoints());
        node.put("sessions", totals.sessions());
        node.put("journeys", totals.journeys());
        node.put("truncated_customers", totals.truncatedCustomers());
        totals.firstAt()
                .ifPresent(first -> node.put(
                        "first_at",
                        AsOf.ofMicros(first, ZoneOffset.UTC).instant().toString()));
    }

    static void seconds(Map<String, Double> phases, ObjectNode node) {
        phases.forEach((phase, time) -> node.put(phase, Math.round(time * 1000) / 1000.0));
    }

    private static void inputs(RunRecord run, ArrayNode inputs) {
        run.inputs().log().files().forEach(file -> input(file, inputs.addObject()));
        run.inputs().customerFiles().forEach(file -> {
            ObjectNode input = inputs.addObject();
            input(file, input);
            input.put("holds", "customers");
        });
    }

    private static void input(InputFile file, ObjectNode input) {
        input.put("name", file.name());
        input.put("location", file.location());
        input.put("bytes", file.length());
        input.put("format", file.format().name().toLowerCase(Locale.ROOT));
    }

    private static void counts(RunRecord run, ObjectNode records) {
        records.put("read", run.read().read());
        for (RecordOutcome outcome : RecordOutcome.values()) {
            records.put(outcome.label(), run.counts().count(outcome));
        }
        ObjectNode rejected = records.putObject("rejected_by_reason");
        run.read().outcomes().byReason(RecordOutcome.REJECTED).forEach(rejected::put);
        records.put("precision_cut", run.read().precisionCut());
    }

    /** The versions of what every run and analysis needs. */
    static void versions(ObjectNode versions) {
        String own = Manifest.class.getPackage().getImplementationVersion();
        versions.put("parcours", own == null ? "development" : own);
        versions.put("java", System.getProperty("java.version"));
    }
}
