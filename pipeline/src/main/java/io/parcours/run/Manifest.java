package io.parcours.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.ingest.InputFile;
import io.parcours.quality.RecordOutcome;
import java.util.Locale;
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
        ObjectNode map = root.putObject("map");
        map.put("name", run.request().map().name());
        map.put("sha256", run.request().map().fingerprint());
        map.put("effective", run.request().map().effective());
        inputs(run, root.putArray("inputs"));
        counts(run, root.putObject("records"));
        ObjectNode history = root.putObject("histories");
        history.put("customers", run.totals().customers());
        history.put("touchpoints", run.totals().touchpoints());
        history.put("sessions", run.totals().sessions());
        history.put("journeys", run.totals().journeys());
        history.put("truncated_customers", run.totals().truncatedCustomers());
        ObjectNode tables = root.putObject("tables");
        run.tableRows().forEach(tables::put);
        ArrayNode warnings = root.putArray("warnings");
        run.warnings().forEach(warnings::add);
        versions(root.putObject("versions"));
        ObjectNode seconds = root.putObject("seconds");
        run.phases().forEach((phase, time) -> seconds.put(phase, Math.round(time * 1000) / 1000.0));
        return new Manifest(root);
    }

    String toText() {
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void inputs(RunRecord run, ArrayNode inputs) {
        for (InputFile file : run.inputs()) {
            ObjectNode input = inputs.addObject();
            input.put("name", file.name());
            input.put("location", file.location());
            input.put("bytes", file.length());
            input.put("format", file.format().name().toLowerCase(Locale.ROOT));
        }
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

    private static void versions(ObjectNode versions) {
        String own = Manifest.class.getPackage().getImplementationVersion();
        versions.put("parcours", own == null ? "development" : own);
        versions.put("spark", package$.MODULE$.SPARK_VERSION());
        versions.put("java", System.getProperty("java.version"));
    }
}
