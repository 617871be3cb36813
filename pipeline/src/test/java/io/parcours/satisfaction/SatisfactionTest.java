package io.parcours.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.journey.CustomerHistory;
import io.parcours.survey.SurveyRules;
import io.parcours.survey.SurveyRules.Rule;
import io.parcours.table.Column;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SatisfactionTest {
    private static final SatisfactionPlan PLAN = Surveys.plan(Surveys.rules());

    /**
     * By hand: promoters 9 and 10, detractors 6 5 3 4 1, NPS 100 * (2 - 5) / 10. With one best and one worst answer more:
     * mean -3/12 = -1/4, squares 9 - 12/16 = 8.25, variance 12/11 * 8.25 / 144 = 1/16, so -1/4 -/+ t(11) / 4 with t(11) =
     * 2.2009852.
     */
    @Test
    void ten_scores_give_minus_thirty_with_the_interval_worked_by_hand() {
        SurveyRules survey = Surveys.survey("nps", "N", "value", 0, 10, Rule.NPS)
                .about(Duration.ofDays(7))
                .rules();
        SatisfactionRules rules = new SatisfactionRules(List.of(survey), Map.of());
        List<CustomerHistory> histories = new ArrayList<>();
        for (double score : new double[] {6, 7, 5, 3, 8, 9, 4, 10, 7, 1}) {
            histories.add(Surveys.history(rules, Surveys.touchpoint("c" + histories.size(), 0, "N", "mail", score)));
        }
        SatisfactionRow all = report(Surveys.plan(rules), histories).get(0);
        assertThat(all.name()).isEqualTo("all");
        assertThat(all.high()).isEqualTo(2);
        assertThat(all.middle()).isEqualTo(3);
        assertThat(all.low()).isEqualTo(5);
        assertThat(all.ofMetric(Metric::value)).isEqualTo(-30.0);
        assertThat(all.<Double>ofMetric(metric -> metric.interval().low()))
                .isCloseTo(-25 - 25 * 2.200985160, within(1e-6));
        assertThat(all.<Double>ofMetric(metric -> metric.interval().high()))
                .isCloseTo(-25 + 25 * 2.200985160, within(1e-6));
        assertThat(all.ofScoreMean(Metric::value)).isEqualTo(6.0);
    }

    @Test
    void every_row_is_that_of_the_sentences() {
        for (int seed = 0; seed < 15; seed++) {
            List<CustomerHistory> histories = Surveys.random(Surveys.rules(), seed, 80);
            List<SatisfactionRow> rows = report(PLAN, histories);
            List<SatisfactionRow> plain = new ArrayList<>();
            PLAN.surveys().forEach(survey -> plain.addAll(new PlainSatisfaction(histories).rows(survey)));
            assertThat(written(rows)).containsExactlyInAnyOrderElementsOf(written(plain));
        }
    }

    @Test
    void parts_merged_in_any_order_are_the_whole() throws IOException, ClassNotFoundException {
        Random random = new Random(5);
        List<CustomerHistory> histories = Surveys.random(Surveys.rules(), 99, 500);
        for (int mostNames : new int[] {2, 5, 10_000}) {
            List<String> whole = written(merged(List.of(histories), mostNames, random));
            for (int parts : new int[] {2, 9}) {
                List<List<CustomerHistory>> parted = new ArrayList<>();
                for (int part = 0; part < parts; part++) {
                    parted.add(new ArrayList<>());
                }
                Collections.shuffle(histories, random);
                histories.forEach(history -> parted.get(random.nextInt(parts)).add(history));
                assertThat(written(merged(parted, mostNames, random))).isEqualTo(whole);
            }
        }
    }

    private static List<SatisfactionRow> merged(List<List<CustomerHistory>> parts, int mostNames, Random random)
            throws IOException, ClassNotFoundException {
        List<SatisfactionCounts> counts = new ArrayList<>();
        for (List<CustomerHistory> part : parts) {
            SatisfactionCounts own = new SatisfactionCounts(PLAN, Surveys.ZONE, mostNames);
            part.forEach(own::add);
            counts.add(travelled(own));
        }
        while (counts.size() > 1) {
            SatisfactionCounts part = counts.remove(random.nextInt(counts.size()));
            counts.get(random.nextInt(counts.size())).merge(part);
        }
        return SatisfactionReport.of(counts.get(0), PLAN).rows();
    }

    private static SatisfactionCounts travelled(SatisfactionCounts counts) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(counts);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (SatisfactionCounts) in.readObject();
        }
    }

    private static List<SatisfactionRow> report(SatisfactionPlan plan, List<CustomerHistory> histories) {
        return SatisfactionReport.of(Surveys.count(plan, histories), plan).rows();
    }

    /** Rows with every column. */
    private static List<String> written(List<SatisfactionRow> rows) {
        List<String> written = new ArrayList<>();
        for (SatisfactionRow row : rows) {
            List<String> values = new ArrayList<>();
            for (Column<SatisfactionRow> column : SatisfactionReport.TABLE.columns()) {
                values.add(column.name() + "=" + column.value().apply(row));
            }
            written.add(String.join(" ", values));
        }
        return written;
    }
}
