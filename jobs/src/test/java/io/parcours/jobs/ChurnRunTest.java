package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models of repeated activity through the command: published figures, and logs that no model fits. */
class ChurnRunTest {
    private static final String CDNOW = """
            name: cdnow
            input: {columns: {occurred_at: timestamp}, duplicates: keep}
            churn: {activity: {events: purchase}, period: 7d, horizon: 273d, calibrate_until: 1997-09-30}
            funnels: [{name: repeat, steps: [purchase, purchase]}]
            """;

    @TempDir
    private Path folder;

    @Test
    void everyCdnowCustomerIsScoredAsPublished() throws IOException {
        // P. S. Fader, B. G. S. Hardie, the CDNOW sample; lifetimes' BG/NBD, 39 weeks ahead.
        Path output = run(CDNOW, Outcome.publicLog("cdnow/touchpoints.csv"), "--as-of", "1997-09-30");
        Map<String, String[]> published = new HashMap<>();
        List<String> lines = Files.readAllLines(Outcome.publicLog("cdnow/expected_bgnbd_per_customer.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            published.put(fields[0], fields);
        }
        List<JsonNode> customers = rows("churn_customers", output);
        assertThat(customers).hasSize(2357);
        for (JsonNode customer : customers) {
            String[] theirs = published.get(customer.get("customer_id").asText().replaceFirst("^0+", ""));
            assertThat(customer.get("p_alive").asDouble()).isCloseTo(Double.parseDouble(theirs[4]), within(1e-5));
            assertThat(customer.get("expected_next").asDouble()).isCloseTo(Double.parseDouble(theirs[5]), within(1e-4));
            assertThat(customer.get("churn_probability").isNull()).isTrue();
        }
        // Nothing lies between the back-test's day and as_of.
        assertThat(figure(output, "rule_of_thumb", "final", "rule_of_thumb_used")
                        .get("note")
                        .asText())
                .contains("there is no back-test");
        assertThat(rows("churn_calibration", output))
                .allMatch(row -> row.get("model").asText().equals("leaving"));
    }

    @Test
    void cdnowIsHeldAgainstTheSecondHalf() throws IOException {
        Path output = run(CDNOW, Outcome.publicLog("cdnow/touchpoints.csv"), "--as-of", "1998-06-30");
        // Fader, Hardie and Lee (2005), table 2 and their note on MBG/NBD; Gamma-Gamma on 946 repeaters.
        assertFigure(output, "bg_nbd", "r", 0.24259, 0.00024);
        assertFigure(output, "bg_nbd", "alpha", 4.4136, 0.0044);
        assertFigure(output, "bg_nbd", "a", 0.79292, 0.00079);
        assertFigure(output, "bg_nbd", "b", 2.42589, 0.0024);
        assertFigure(output, "bg_nbd", "log_likelihood", -9582.429, 0.001);
        assertFigure(output, "mbg_nbd", "r", 0.525, 0.0005);
        assertFigure(output, "mbg_nbd", "alpha", 6.183, 0.0005);
        assertFigure(output, "pareto_nbd", "log_likelihood", -9594.98, 0.005);
        assertFigure(output, "gamma_gamma", "repeater_count", 946, 0);
        assertFigure(output, "gamma_gamma", "p", 6.25, 0.005);
        assertFigure(output, "gamma_gamma", "q", 3.74, 0.005);
        assertFigure(output, "gamma_gamma", "v", 15.44, 0.01);
        assertFigure(output, "gamma_gamma", "log_likelihood", -4055.92, 0.01);
        assertFigure(output, "gamma_gamma", "mean_value", 35.2, 0.1);
        assertFigure(output, "bg_nbd", "expected_activity_days", 1653.4, 0.05);
        assertFigure(output, "bg_nbd", "actual_activity_days", 1882, 0);
        JsonNode all = rows("churn_calibration", output).get(0);
        assertThat(all.get("model").asText()).isEqualTo("bg_nbd");
        assertThat(all.get("grouping").asText()).isEqualTo("all");
        assertThat(all.get("customer_count").asLong()).isEqualTo(2357);
        assertThat(all.get("expected").asDouble()).isCloseTo(1653.4, within(0.05));
        assertThat(all.get("actual").asDouble()).isEqualTo(1882);
        // Everybody has a probability, and it decides on the risk.
        for (JsonNode customer : rows("churn_customers", output)) {
            double probability = customer.get("churn_probability").asDouble();
            assertThat(probability).isBetween(0.0, 1.0);
            assertThat(customer.get("churn_risk").asText())
                    .isEqualTo(probability >= 0.5 ? "high" : probability >= 0.25 ? "medium" : "low");
            assertThat(customer.get("expected_value").isNumber()).isTrue();
        }
        // The model tells leavers from others better than the rule of thumb, and that better than nothing.
        double model = estimate(output, "bg_nbd", "brier_score");
        assertThat(model).isLessThan(estimate(output, "rule_of_thumb", "brier_score"));
        assertThat(estimate(output, "rule_of_thumb", "brier_score"))
                .isLessThan(estimate(output, "base_rate", "brier_score"));
        assertThat(estimate(output, "bg_nbd", "brier_score_calibrated"))
                .isLessThan(estimate(output, "rule_of_thumb", "brier_score"));
    }

    @Test
    void logsThatNoModelFitsEndInStatedAnswers() throws IOException {
        Map<String, String> logs = new HashMap<>();
        logs.put("everybody bought once", lines(200, 1, 1));
        logs.put("one customer", "c,2024-01-01,buy,5\nc,2024-03-01,buy,5\n");
        logs.put("a thousand alike", lines(1000, 2, 0));
        logs.put("one day", lines(30, 1, 0));
        logs.put("nobody left", lines(300, 40, 3));
        logs.put("huge values", "c,2024-01-01,buy,1e300\nc,2024-01-20,buy,1e308\nd,2024-01-01,buy,1e-300\n");
        for (Map.Entry<String, String> log : logs.entrySet()) {
            Path file = Files.writeString(
                    folder.resolve("log.csv"), "customer_id,occurred_at,event,value\n" + log.getValue());
            Path output = run("""
                    name: shop
                    churn: {inactive_after: 20d}
                    funnels: [{name: repeat, steps: [buy, buy]}]
                    """, file);
            assertThat(figure(output, "bg_nbd", "final", "converged")
                            .get("estimate")
                            .asDouble())
                    .as(log.getKey())
                    .isIn(0.0, 1.0);
            for (JsonNode row : rows("churn_model", output)) {
                assertThat(row.get("estimate").isNull() && row.get("note").isNull())
                        .as("%s: %s", log.getKey(), row)
                        .isFalse();
            }
            for (JsonNode row : rows("churn_customers", output)) {
                assertThat(row.get("churn_risk").asText()).isIn("low", "medium", "high");
            }
        }
    }

    @Test
    void anEmptyLogHasNoCustomersToFitTo() throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), "customer_id,occurred_at,event\n");
        Path output = run("name: shop\nfunnels: [{name: repeat, steps: [buy, buy]}]\n", file);
        assertThat(figure(output, "bg_nbd", "final", "converged").get("note").asText())
                .isEqualTo("there are no customers");
        assertThat(rows("churn_calibration", output)).isEmpty();
    }

    /** So many customers, each active on so many days, who begin so many days apart by their number modulo 7. */
    private static String lines(int customers, int days, int apart) {
        StringBuilder log = new StringBuilder();
        for (int customer = 0; customer < customers; customer++) {
            for (int day = 0; day < days; day++) {
                log.append('c').append(customer).append(',');
                log.append(LocalDate.of(2024, 1, 1).plusDays(day * 5L + customer % 7 * apart));
                log.append(",buy,10\n");
            }
        }
        return log.toString();
    }

    private Path run(String map, Path log, String... more) throws IOException {
        Path mapFile = Files.writeString(folder.resolve("map.yaml"), map);
        Path output = folder.resolve("out");
        List<String> arguments =
                new ArrayList<>(List.of("run", "--map", mapFile.toString(), "--input", log.toString()));
        arguments.addAll(List.of("--output", output.toString(), "--master", "local[2]"));
        arguments.addAll(List.of(more));
        Outcome outcome = Outcome.of(arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return output;
    }

    private static List<JsonNode> rows(String table, Path output) throws IOException {
        Outcome outcome = Outcome.of("show", table, "--output", output.toString(), "--format", "json");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        List<JsonNode> rows = new ArrayList<>();
        new ObjectMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(outcome.out())
                .forEachRemaining(rows::add);
        return rows;
    }

    private static JsonNode figure(Path output, String model, String fit, String name) throws IOException {
        return rows("churn_model", output).stream()
                .filter(row -> row.get("model").asText().equals(model)
                        && row.get("fit").asText().equals(fit)
                        && row.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + model + " " + fit + " " + name));
    }

    private static double estimate(Path output, String model, String name) throws IOException {
        return figure(output, model, "calibration", name).get("estimate").asDouble();
    }

    private static void assertFigure(Path output, String model, String name, double published, double within)
            throws IOException {
        assertThat(estimate(output, model, name)).as(model + " " + name).isCloseTo(published, within(within));
    }
}
