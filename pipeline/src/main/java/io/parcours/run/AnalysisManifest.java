package io.parcours.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Set;

/**
 * Writes an analysis into the manifest of its day. What the day's run read and counted stays; the analysis is one more
 * entry of {@code analyses}, with its map and the tables it replaced. A table stands in one entry at most, that of the
 * analysis whose map it answers; in none, and it answers the map of the run.
 */
final class AnalysisManifest {
    static final String ANALYSES = "analyses";

    private AnalysisManifest() {}

    static String of(PublishedManifest former, AnalysisRecord analysis) {
        ObjectNode root = former.copy();
        ObjectNode tables = root.withObjectProperty("tables");
        analysis.tableRows().forEach(tables::put);
        if (analysis.topics().contains(Topic.JOURNEY)) {
            Manifest.histories(analysis.totals(), root.putObject("histories"));
        }
        ArrayNode analyses = root.withArrayProperty(ANALYSES);
        forget(analyses, analysis.tableRows().keySet());
        add(analyses.addObject(), analysis);
        return Manifest.toText(root);
    }

    /** Takes the tables that are replaced now out of earlier entries, and out go entries without any. */
    private static void forget(ArrayNode analyses, Set<String> replaced) {
        for (Iterator<JsonNode> entries = analyses.iterator(); entries.hasNext(); ) {
            Iterator<JsonNode> tables = entries.next().path("tables").iterator();
            int left = 0;
            while (tables.hasNext()) {
                if (replaced.contains(tables.next().asText())) {
                    tables.remove();
                } else {
                    left++;
                }
            }
            if (left == 0) {
                entries.remove();
            }
        }
    }

    private static void add(ObjectNode entry, AnalysisRecord analysis) {
        entry.put("started_at", analysis.request().startedAt().toString());
        Manifest.map(analysis.request().map(), entry.putObject("map"));
        ArrayNode tables = entry.putArray("tables");
        analysis.tableRows().keySet().forEach(tables::add);
        ArrayNode warnings = entry.putArray("warnings");
        analysis.warnings().forEach(warnings::add);
        ObjectNode versions = entry.putObject("versions");
        Manifest.versions(versions);
        analysis.sparkVersion().ifPresent(version -> versions.put("spark", version));
        Manifest.seconds(analysis.phases(), entry.putObject("seconds"));
    }
}
