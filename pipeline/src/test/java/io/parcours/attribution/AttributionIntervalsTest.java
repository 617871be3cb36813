package io.parcours.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.attribution.AttributionRules.Model;
import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.stats.Interval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttributionIntervalsTest {
    private static final AsOf AS_OF = new AsOf(Instant.parse("2024-06-30T10:00:00Z"), ZoneOffset.UTC);

    /** Twenty equally likely kinds of customers. */
    private static final List<String> KINDS = List.of(
            "A/a A/b X",
            "A/a A/b X",
            "A/a A/b X",
            "A/b X",
            "A/b X",
            "A/a A/c A/b X X",
            "A/a",
            "A/a",
            "A/a",
            "A/a",
            "A/b A/c",
            "A/b A/c",
            "A/b A/c",
            "A/c A/a",
            "A/c A/a",
            "A/c X",
            "A/c X",
            "X",
            "A0/a A1/c X9 A10/b X11",
            "A0/a A1/c X9 A10/b X11");

    private static final List<Model> MODELS = List.of(Model.FIRST, Model.LINEAR, Model.MARKOV);
    private static final int CUSTOMERS = 300;
    private static final int LOGS = 120;

    @Test
    void intervals_hold_the_truth_about_as_often_as_they_say() {
        Asked asked = new Asked();
        asked.models = MODELS;
        asked.replicates = 200;
        // A log with each kind once has the shares of all customers there could be.
        List<CustomerHistory> all = new ArrayList<>();
        for (String kind : KINDS) {
            all.add(asked.history("all" + all.size(), kind, AS_OF));
        }
        List<AttributionRow> truth = asked.rows(asked.counts(all, AS_OF));
        double scale = (double) CUSTOMERS / KINDS.size();
        Random random = new Random(42);
        int[] sharesHeld = new int[MODELS.size()];
        int[] conversionsHeld = new int[MODELS.size()];
        for (int log = 0; log < LOGS; log++) {
            List<CustomerHistory> histories = new ArrayList<>();
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                histories.add(asked.history(log + "." + customer, KINDS.get(random.nextInt(KINDS.size())), AS_OF));
            }
            asked.seed = log;
            List<AttributionRow> rows = asked.rows(asked.counts(histories, AS_OF));
            for (int model = 0; model < MODELS.size(); model++) {
                for (String name : List.of("a", "b", "c")) {
                    AttributionRow row = Asked.row(rows, MODELS.get(model), name);
                    AttributionRow true0 = Asked.row(truth, MODELS.get(model), name);
                    sharesHeld[model] += holds(row.shareInterval(), true0.share());
                    conversionsHeld[model] += holds(row.conversionsInterval(), true0.conversions() * scale);
                }
            }
        }
        for (int model = 0; model < MODELS.size(); model++) {
            // A twentieth misses, give or take two standard errors of 120 logs: 0.91 to 0.99; markov's are a little
            // short.
            double shares = sharesHeld[model] / (3.0 * LOGS);
            double conversions = conversionsHeld[model] / (3.0 * LOGS);
            assertThat(shares).as("shares of " + MODELS.get(model)).isBetween(0.89, 0.99);
            assertThat(conversions).as("conversions of " + MODELS.get(model)).isBetween(0.89, 0.99);
        }
    }

    private static int holds(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }

    @Test
    void the_seed_decides_and_one_customer_has_no_interval() {
        Asked asked = new Asked();
        asked.replicates = 50;
        List<CustomerHistory> histories = new ArrayList<>();
        for (String kind : KINDS) {
            histories.add(asked.history("c" + histories.size(), kind, AS_OF));
        }
        List<AttributionRow> rows = asked.rows(asked.counts(histories, AS_OF));
        assertThat(asked.rows(asked.counts(histories, AS_OF))).isEqualTo(rows);
        asked.seed = 2;
        assertThat(asked.rows(asked.counts(histories, AS_OF))).isNotEqualTo(rows);
        assertThat(asked.rows(asked.counts(histories.subList(0, 1), AS_OF)))
                .extracting(AttributionRow::conversionsInterval)
                .containsOnlyNulls();
        asked.replicates = 0;
        assertThat(asked.rows(asked.counts(histories, AS_OF)))
                .extracting(AttributionRow::shareInterval)
                .containsOnlyNulls();
    }
}
