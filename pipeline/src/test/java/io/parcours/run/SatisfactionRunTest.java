package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parcours.SparkSessions;
import io.parcours.condition.TouchpointCondition;
import io.parcours.ingest.InputFormat;
import io.parcours.map.FeatureRules;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.output.OutputStore;
import io.parcours.output.PublishedTables;
import io.parcours.satisfaction.SatisfactionRules;
import io.parcours.survey.SurveyRules;
import io.parcours.table.TableFiles;
import io.parcours.table.TableReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Surveys through a whole run: bad scores to the quarantine, the others to the table. */
class SatisfactionRunTest {
    private static final String MAP = """
            name: shop
            input: {dimensions: [stars, words]}
            stages: [{name: visit, events: [visit]}]
            quality: {max_rejected_share: 0.5}
            """;

    @TempDir
    private Path folder;

    @Test
    void scores_of_a_log_become_the_table_and_bad_ones_the_quarantine() throws IOException {
        Path log = folder.resolve("log.csv");
        Files.writeString(log, """
                customer_id,occurred_at,event,channel,value,stars,words
                a,2024-03-01T10:00:00Z,visit,store,,,
                a,2024-03-01T11:00:00Z,nps,mail,9,,the price
                b,2024-03-01T10:00:00Z,visit,store,,,
                b,2024-03-01T11:00:00Z,nps,mail,11,,
                c,2024-03-01T10:00:00Z,visit,web,,,
                c,2024-03-01T11:00:00Z,nps,mail,,,
                c,2024-03-02T11:00:00Z,rated,mail,,5,
                d,2024-03-02T11:00:00Z,rated,mail,,five,
                """, StandardCharsets.UTF_8);
        Path output = folder.resolve("out");
        RunRequest request = new RunRequest(
                withSurveys(JourneyMapReader.read(MAP, "map.yaml")),
                List.of(log.toString()),
                List.of(),
                InputFormat.AUTO,
                output.toString(),
                null,
                Instant.parse("2024-04-01T00:00:00Z"));
        new JourneyRun(SparkSessions.shared(), RunProgress.SILENT)
                .run(request, JourneyRun.inputs(request, new Configuration(false)));
        assertThat(rows(output, "quarantine", "reason", "detail"))
                .containsExactlyInAnyOrder(
                        tuple("BAD_SCORE", "value is '11', no whole score from 0 to 10"),
                        tuple("BAD_SCORE", "stars is 'five', not a finite number"));
        assertThat(rows(output, "satisfaction", "survey", "level", "name", "answer_count", "customer_count", "metric"))
                .containsSubsequence(
                        tuple("nps", "all", "all", 1L, 3L, 100.0),
                        tuple("nps", "stage", "visit", 1L, 3L, 100.0),
                        tuple("nps", "channel", "store", 1L, 2L, 100.0),
                        tuple("nps", "channel", "web", 0L, 1L, null),
                        tuple("nps", "theme", "price", 1L, 1L, 100.0),
                        tuple("stars", "all", "all", 1L, 3L, 1.0));
    }

    @Test
    void without_surveys_nothing_is_asked() {
        JourneyMap map = JourneyMapReader.read(MAP, "map.yaml");
        JourneyPlan plain = JourneyPlan.of(map);
        JourneyPlan asking = JourneyPlan.of(withSurveys(map));
        assertThat(plain.tableNames()).doesNotContain("satisfaction");
        assertThat(asking.tableNames()).contains("satisfaction");
        assertThat(JourneyPlan.of(withSurveys(map), java.util.Set.of(Topic.SATISFACTION))
                        .columns())
                .containsExactlyInAnyOrder("event", "channel", "value", "stars", "words");
        assertThat(map.input().scores()).isEmpty();
    }

    private static JourneyMap withSurveys(JourneyMap map) {
        SatisfactionRules rules = new SatisfactionRules(
                List.of(
                        survey("nps", "nps", SurveyRules.VALUE, 0, 10, SurveyRules.Rule.NPS, "words"),
                        survey("stars", "rated", "stars", 1, 5, SurveyRules.Rule.CSAT, null)),
                Map.of("price", List.of("price")));
        FeatureRules none = FeatureRules.NONE;
        FeatureRules features = new FeatureRules(
                none.inventory(),
                none.channels(),
                Optional.of(rules),
                none.friction(),
                none.attribution(),
                none.triggers(),
                none.expected(),
                none.customers(),
                none.segments());
        return new JourneyMap(
                map.name(),
                map.zone(),
                map.input(),
                map.journey(),
                map.funnels(),
                map.retention(),
                map.churn(),
                map.quality(),
                features);
    }

    private static SurveyRules survey(
            String name, String event, String score, double low, double high, SurveyRules.Rule rule, String text) {
        return new SurveyRules(
                name,
                TouchpointCondition.ofEvents(event),
                score,
                low,
                high,
                rule,
                Duration.ofDays(7),
                text,
                SurveyRules.Period.MONTH,
                List.of());
    }

    private static List<Tuple> rows(Path output, String table, String... columns) throws IOException {
        PublishedTables tables =
                new PublishedTables(OutputStore.open(output.toString(), () -> new Configuration(false)));
        List<Tuple> rows = new ArrayList<>();
        for (String file : tables.files(table, tables.latestDay(table).orElseThrow())) {
            try (TableReader reader = TableReader.open(TableFiles.input(file, () -> new Configuration(false)))) {
                reader.rows(List.of(columns)).forEachRemaining(row -> {
                    Object[] values = new Object[columns.length];
                    for (int column = 0; column < columns.length; column++) {
                        values[column] = row.value(column);
                    }
                    rows.add(tuple(values));
                });
            }
        }
        return rows;
    }
}
