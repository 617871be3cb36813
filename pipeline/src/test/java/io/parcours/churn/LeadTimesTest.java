package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.buying.BgNbd;
import io.parcours.buying.BuyingModel;
import io.parcours.buying.MbgNbd;
import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;

class LeadTimesTest {
    private static final int INACTIVE = 40;
    private static final AsOf AS_OF = new AsOf(Instant.parse("2024-07-01T12:00:00Z"), ZoneOffset.UTC);
    private static final ChurnRules RULES = new ChurnRules(
                    TouchpointCondition.ANY, Duration.ofDays(7), Duration.ofDays(INACTIVE))
            .calibratedUntil(LocalDate.parse("2024-04-01"));
    private static final BackTest BACK_TEST = BackTest.of(RULES, AS_OF).orElseThrow();

    @Test
    void leadTimesAreThoseOfLookingAtEveryDayOfSilence() {
        int someWarned = 0;
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            BuyingModel model = random.nextBoolean()
                    ? new BgNbd(0.3 + random.nextDouble(), 2 + 4 * random.nextDouble(), 0.8, 2.4)
                    : new MbgNbd(0.3 + random.nextDouble(), 2 + 4 * random.nextDouble(), 0.8, 2.4);
            OutcomeGroups groups = randomGroups(random);
            Lookahead lookahead = new Lookahead(model, 7, BACK_TEST.daysAfter(), INACTIVE);
            TestedModel tested = TestedModel.of("bg_nbd", groups, lookahead);
            CrossCalibration calibration = CrossCalibration.learn(tested).orElseThrow();
            Map<String, Double> figures = figures(groups, lookahead, calibration);

            List<Double> leads = new ArrayList<>();
            long fallenSilent = 0;
            long alarms = 0;
            long falseAlarms = 0;
            for (int i = 0; i < groups.size(); i++) {
                int silence = groups.age(i) - groups.recency(i);
                if (silence >= INACTIVE) {
                    continue;
                }
                boolean[] isHigh = new boolean[INACTIVE];
                for (int day = 0; day < INACTIVE; day++) {
                    double raw = model.silentProbability(
                            groups.x(i), groups.recency(i) / 7.0, (groups.recency(i) + day) / 7.0, INACTIVE / 7.0);
                    isHigh[day] = calibration.forHalf(groups.half(i)).probability(groups.x(i), raw) >= 0.5;
                }
                alarms += isHigh[silence] ? groups.customers(i) : 0;
                falseAlarms += isHigh[silence] ? groups.customers(i) - groups.fallenSilent(i) : 0;
                fallenSilent += groups.fallenSilent(i);
                for (int day = 0; day < INACTIVE; day++) {
                    if (isHigh[day]) {
                        for (int n = 0; n < groups.fallenSilent(i); n++) {
                            leads.add((double) INACTIVE - day);
                        }
                        break;
                    }
                }
            }
            assertThat(figures).containsEntry("fallen_silent_count", (double) fallenSilent);
            assertThat(figures.get("warned_share")).isCloseTo(leads.size() / (double) fallenSilent, within(1e-12));
            assertThat(figures).containsEntry("alarm_count", (double) alarms);
            if (alarms > 0) {
                assertThat(figures.get("false_alarm_share")).isCloseTo(falseAlarms / (double) alarms, within(1e-12));
            }
            if (!leads.isEmpty()) {
                someWarned++;
                double[] sorted =
                        leads.stream().mapToDouble(Double::doubleValue).toArray();
                Arrays.sort(sorted);
                Percentile type7 = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
                for (int percent : new int[] {10, 50, 90}) {
                    assertThat(figures.get("lead_time_days_p" + percent))
                            .isCloseTo(type7.evaluate(sorted, percent), within(1e-9));
                }
            }
        }
        assertThat(someWarned).isGreaterThan(10);
    }

    @Test
    void whereNobodyFellSilentThatIsSaid() {
        OutcomeTable table = new OutcomeTable();
        for (int half = 0; half < 2; half++) {
            table.add(OutcomeTable.keyOf(1, 5), OutcomeTable.ageAndHalfOf(9, half), 100, 0, 0, 300);
        }
        OutcomeGroups groups = OutcomeGroups.of(table);
        Lookahead lookahead = new Lookahead(new BgNbd(0.3, 4, 0.8, 2.4), 7, 90, INACTIVE);
        CrossCalibration calibration = CrossCalibration.learn(TestedModel.of("bg_nbd", groups, lookahead))
                .orElseThrow();
        ModelFigures figures = new ModelFigures(ModelFigures.CALIBRATION);
        LeadTimes.of(BACK_TEST, groups, lookahead, calibration, RULES.buying()).add(figures, "bg_nbd");

        assertThat(figures.rows())
                .extracting(row -> row.name() + " " + row.estimate() + " " + row.note())
                .containsExactly(
                        "fallen_silent_count 0.0 null",
                        "warned_share null nobody fell silent",
                        "lead_time_days_p10 null nobody's risk turned high before",
                        "lead_time_days_p50 null nobody's risk turned high before",
                        "lead_time_days_p90 null nobody's risk turned high before",
                        "alarm_count 0.0 null",
                        "false_alarm_share null nobody's risk was high and silence short");
    }

    @Test
    void whoFellSilentIsCountedThoughTheMiddleOfCoarserDaysIsSilentForLong() {
        OutcomeTable table = new OutcomeTable(2);
        for (int half = 0; half < 2; half++) {
            // Silent for 39 days, and for 62; in intervals of 16 days, which alone make them alike, both for 56 - 8 =
            // 48.
            table.add(OutcomeTable.keyOf(1, 15), OutcomeTable.ageAndHalfOf(54, half), 100, 80, 30, 20);
            table.add(OutcomeTable.keyOf(1, 1), OutcomeTable.ageAndHalfOf(63, half), 100, 90, 0, 10);
        }
        OutcomeGroups groups = OutcomeGroups.of(table);
        Lookahead lookahead = new Lookahead(new BgNbd(0.3, 4, 0.8, 2.4), 7, 90, INACTIVE);
        CrossCalibration calibration = CrossCalibration.learn(TestedModel.of("bg_nbd", groups, lookahead))
                .orElseThrow();

        assertThat(table.intervals().days()).isEqualTo(16);
        assertThat(groups.size()).isEqualTo(2);
        assertThat(figures(groups, lookahead, calibration))
                .containsEntry("fallen_silent_count", 60.0)
                .containsEntry("alarm_count", 0.0);
    }

    private static Map<String, Double> figures(
            OutcomeGroups groups, Lookahead lookahead, CrossCalibration calibration) {
        ModelFigures figures = new ModelFigures(ModelFigures.CALIBRATION);
        LeadTimes.of(BACK_TEST, groups, lookahead, calibration, RULES.buying()).add(figures, "bg_nbd");
        return figures.rows().stream()
                .filter(row -> row.estimate() != null)
                .collect(Collectors.toMap(ChurnModelRow::name, ChurnModelRow::estimate));
    }

    /** The longer the silence and the fewer the days, the more of them leave. */
    private static OutcomeGroups randomGroups(Random random) {
        OutcomeTable table = new OutcomeTable();
        for (int i = 0; i < 600; i++) {
            int x = random.nextInt(6);
            int recency = x == 0 ? 0 : x + random.nextInt(100);
            int silence = random.nextInt(2 * INACTIVE);
            int left = random.nextInt(100) < 20 + silence ? 1 : 0;
            table.add(
                    OutcomeTable.keyOf(x, recency),
                    OutcomeTable.ageAndHalfOf(recency + silence, random.nextInt(2)),
                    1,
                    left,
                    silence < INACTIVE && random.nextInt(4) < 3 ? left : 0,
                    1 - left);
        }
        return OutcomeGroups.of(table);
    }
}
