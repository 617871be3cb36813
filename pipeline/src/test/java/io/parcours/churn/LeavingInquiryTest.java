package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Drafts;
import io.parcours.stats.FeatureMoments;
import io.parcours.stats.Odds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavingInquiryTest {
    private static final AsOf AS_OF = new AsOf(Instant.parse("2024-06-30T12:00:00Z"), ZoneOffset.UTC);
    private static final BehaviourFeatures FEATURES = features();

    @TempDir
    private Path folder;

    private int drafts;

    private static BehaviourFeatures features() {
        return new BehaviourFeatures(
                new ChurnRules(TouchpointCondition.ANY, Duration.ofDays(7), Duration.ofDays(60)),
                0,
                new ConditionIndex(List.of(TouchpointCondition.ANY)));
    }

    @Test
    void whatIsFoundIsTheSameToTheLastBitHoweverDraftsAreDealtOut() throws IOException {
        List<LeavingDrafts.Row> rows = rows(1, 6_000, 1.5);
        LeavingInquiry.Findings whole = conclude(written(rows, 1));
        Collections.shuffle(rows, new Random(2));
        LeavingInquiry.Findings parts = conclude(written(rows, 7));

        assertThat(parts.figures()).isEqualTo(whole.figures());
        assertThat(parts.groups()).isEqualTo(whole.groups());
        assertThat(parts.drivers()).isEqualTo(whole.drivers());
        assertThat(whole.groups()).isNotEmpty();
    }

    @Test
    void figuresAreThoseOfAPlainReading() throws IOException {
        List<LeavingDrafts.Row> rows = rows(3, 4_000, 1.0);
        WrittenDrafts drafts = written(rows, 2);
        LeavingInquiry.Findings findings = conclude(drafts);
        assertThat(drafts.looks()).isLessThanOrEqualTo(8);

        List<LeavingDrafts.Row> test =
                rows.stream().filter(row -> row.cut() == LeavingDrafts.LATTER).toList();
        double[] scores = scores(test, findings);
        double[] silences =
                test.stream().mapToDouble(LeavingDrafts.Row::silentDays).toArray();
        boolean[] left = new boolean[test.size()];
        double squares = 0;
        double loss = 0;
        double expected = 0;
        for (int i = 0; i < test.size(); i++) {
            left[i] = test.get(i).left() == 1;
            double probability = 1 / (1 + Math.exp(-scores[i]));
            squares += Math.pow(probability - test.get(i).left(), 2);
            loss -= Math.log(left[i] ? probability : 1 - probability);
            expected += probability;
        }
        // Scores of one cell of the grid count as equal: off by at most half the pairs that are so near.
        assertThat(figure(findings, "auc")).isCloseTo(area(scores, left), within(2e-4));
        assertThat(figure(findings, "auc_rule_of_thumb")).isCloseTo(area(silences, left), within(1e-12));
        assertThat(figure(findings, "auc_difference"))
                .isCloseTo(figure(findings, "auc") - figure(findings, "auc_rule_of_thumb"), within(1e-12));
        assertThat(figure(findings, "brier_score")).isCloseTo(squares / test.size(), within(1e-6));
        assertThat(figure(findings, "log_loss")).isCloseTo(loss / test.size(), within(1e-6));
        assertThat(figure(findings, "test_customer_count")).isEqualTo(test.size());
        assertThat(figure(findings, "beats_rule_of_thumb")).isEqualTo(1);
        ChurnCalibrationReport.Row all = findings.groups().get(0);
        assertThat(all.expected()).isCloseTo(expected, within(1e-3));
        assertThat(all.actual()).isEqualTo(figure(findings, "test_left_count"));
        assertTenths(findings.groups(), test.size());
    }

    private static void assertTenths(List<ChurnCalibrationReport.Row> groups, int customers) {
        List<ChurnCalibrationReport.Row> tenths = groups.subList(1, groups.size());
        assertThat(tenths).hasSize(10).allMatch(row -> row.grouping().equals("tenth"));
        assertThat(tenths.stream()
                        .mapToLong(ChurnCalibrationReport.Row::customers)
                        .sum())
                .isEqualTo(customers);
        assertThat(tenths.stream()
                        .mapToDouble(ChurnCalibrationReport.Row::expected)
                        .sum())
                .isCloseTo(groups.get(0).expected(), within(1e-9));
        assertThat(tenths.stream()
                        .mapToDouble(ChurnCalibrationReport.Row::actual)
                        .sum())
                .isEqualTo(groups.get(0).actual());
        assertThat(tenths).extracting(ChurnCalibrationReport.Row::gain).isSorted();
        assertThat(tenths.get(9).gain()).isEqualTo(1);
        assertThat(tenths.get(0).expected() / tenths.get(0).customers())
                .isGreaterThan(tenths.get(9).expected() / tenths.get(9).customers());
        assertThat(tenths).allMatch(row -> Math.abs(row.customers() - customers / 10.0) < customers / 50.0);
    }

    /** Log-odds by the published rows alone: intercept, means and coefficients of the fit at the former cut. */
    private static double[] scores(List<LeavingDrafts.Row> test, LeavingInquiry.Findings findings) {
        double intercept = figure(findings, "intercept");
        List<ChurnDriversReport.Row> drivers = findings.drivers().stream()
                .filter(row -> row.fit().equals("calibration"))
                .toList();
        return test.stream()
                .mapToDouble(row -> {
                    double logOdds = intercept;
                    for (int i = 0; i < drivers.size(); i++) {
                        ChurnDriversReport.Row driver = drivers.get(i);
                        double mean = (driver.leavers() * driver.leaverMean() + driver.stayers() * driver.stayerMean())
                                / (driver.leavers() + driver.stayers());
                        logOdds += driver.coefficient() == null ? 0 : driver.coefficient() * (row.features()[i] - mean);
                    }
                    return logOdds;
                })
                .toArray();
    }

    @Test
    void whereSilenceTellsAllTheModelIsSaidNotToTellBetter() throws IOException {
        List<LeavingDrafts.Row> rows = rows(5, 4_000, 0);
        LeavingInquiry.Findings findings = conclude(written(rows, 1));
        assertThat(figure(findings, "beats_rule_of_thumb")).isZero();
        assertThat(row(findings, "calibration", "beats_rule_of_thumb").note())
                .isIn(
                        "does not tell who leaves better than the length of silence",
                        "tells worse than the length of silence who leaves");
    }

    @Test
    void reasonsAreTheLargestContributionsOfWhatIsSure() throws IOException {
        List<LeavingDrafts.Row> rows = rows(6, 6_000, 2);
        LeavingInquiry.Findings findings = conclude(written(rows, 1));
        double[] average = new double[FEATURES.size()];
        double[] high = new double[FEATURES.size()];
        List<ChurnDriversReport.Row> drivers = findings.drivers().stream()
                .filter(row -> row.fit().equals("final"))
                .toList();
        for (int i = 0; i < average.length; i++) {
            ChurnDriversReport.Row driver = drivers.get(i);
            average[i] = FeatureMoments.onGrid(
                    (driver.leavers() * driver.leaverMean() + driver.stayers() * driver.stayerMean())
                            / (driver.leavers() + driver.stayers()));
            high[i] = average[i];
        }
        assertThat(findings.reasons().of(average)).isEmpty();
        assertThat(findings.reasons().of(null)).isNull();
        assertThat(LeavingReasons.none().of(average)).isNull();
        // touchpoint_trend lowers, silence raises the odds.
        high[0] += 1;
        high[4] -= 1.5;
        assertThat(findings.reasons().of(high)).containsExactly("touchpoint_trend low", "silence high");
        high[4] = 1;
        assertThat(findings.reasons().of(high)).containsExactly("silence high");
    }

    @Test
    void withTooLittleToLearnFromEveryFigureIsAStatedAnswer() throws IOException {
        assertStated(conclude(Drafts.NONE), "nobody could leave at the end of 2024-03-02");
        assertStated(conclude(written(List.of(), 1)), "nobody could leave at the end of 2024-03-02");
        List<LeavingDrafts.Row> all = rows(7, 500, 1);
        assertStated(conclude(written(with(all, 0), 1)), "nobody left within inactive_after of 2024-03-02");
        assertStated(conclude(written(with(all, 1), 1)), "everybody left within inactive_after of 2024-03-02");
        assertStated(
                conclude(written(all.subList(0, 30), 1)),
                "too few customers: at least 70 who left and 70 who stayed are needed, 10 for each of 7 features");
        List<LeavingDrafts.Row> alike = all.stream()
                .map(row -> new LeavingDrafts.Row(row.cut(), row.left(), 3, new double[FEATURES.size()]))
                .toList();
        assertStated(conclude(written(alike, 1)), "all customers behaved alike before 2024-03-02");
        LeavingInquiry.Findings latterOnly = conclude(written(
                all.stream().filter(row -> row.cut() == LeavingDrafts.LATTER).toList(), 1));
        assertStated(latterOnly, "nobody could leave at the end of 2024-03-02");
        assertThat(latterOnly.drivers())
                .filteredOn(row -> row.fit().equals("final"))
                .allMatch(row -> row.coefficient() != null);
    }

    @Test
    void whereNobodyLeftAfterTheLatterCutThereIsNoJudgement() throws IOException {
        List<LeavingDrafts.Row> all = rows(7, 1_000, 1).stream()
                .map(row -> new LeavingDrafts.Row(
                        row.cut(),
                        row.cut() == LeavingDrafts.LATTER ? 0 : row.left(),
                        row.silentDays(),
                        row.features()))
                .toList();
        LeavingInquiry.Findings findings = conclude(written(all, 1));
        assertThat(row(findings, "calibration", "intercept").estimate()).isNotNull();
        assertThat(row(findings, "calibration", "auc").estimate()).isNull();
        assertThat(row(findings, "calibration", "auc").note())
                .isEqualTo("nobody left within inactive_after of 2024-05-01");
        assertThat(findings.reasons().of(new double[FEATURES.size()])).isNull();
    }

    @Test
    void aHandfulOfLeaversOrStayersAfterTheLatterCutIsNotCompared() throws IOException {
        List<LeavingDrafts.Row> all = rows(7, 1_000, 1);
        for (int few : new int[] {1, 9, 10}) {
            for (long rare : new long[] {0, 1}) {
                LeavingInquiry.Findings findings = conclude(written(withFewAtTheLatterCut(all, rare, few), 1));
                boolean isCompared = few == 10;
                String why =
                        "too few customers after 2024-05-01 for a standard error: at least 10 who left and 10 who stayed"
                                + " are needed";
                for (String name : List.of("auc", "auc_rule_of_thumb", "auc_difference")) {
                    ChurnModelRow row = row(findings, "calibration", name);
                    assertThat(row.estimate()).isNotNull();
                    assertThat(row.standardError() != null).isEqualTo(isCompared);
                    assertThat(row.note()).isEqualTo(isCompared ? null : why);
                }
                ChurnModelRow beats = row(findings, "calibration", "beats_rule_of_thumb");
                assertThat(beats.estimate() != null).isEqualTo(isCompared);
                assertThat(isCompared || beats.note().equals(why)).isTrue();
                assertNumbers(findings);
            }
        }
    }

    /** Of the latter cut, the first few did the rare thing, all others the other. */
    private static List<LeavingDrafts.Row> withFewAtTheLatterCut(List<LeavingDrafts.Row> all, long rare, int few) {
        List<LeavingDrafts.Row> rows = new ArrayList<>();
        int seen = 0;
        for (LeavingDrafts.Row row : all) {
            boolean isLatter = row.cut() == LeavingDrafts.LATTER;
            long left = isLatter ? (seen < few ? rare : 1 - rare) : row.left();
            seen += isLatter ? 1 : 0;
            rows.add(new LeavingDrafts.Row(row.cut(), left, row.silentDays(), row.features()));
        }
        return rows;
    }

    @Test
    void aFeatureThatIsTheSameForAllHasNoCoefficientAndTheOthersDo() throws IOException {
        List<LeavingDrafts.Row> rows = rows(8, 2_000, 1).stream()
                .map(row -> {
                    double[] features = row.features().clone();
                    features[6] = 0;
                    features[5] = features[4];
                    return new LeavingDrafts.Row(row.cut(), row.left(), row.silentDays(), features);
                })
                .toList();
        LeavingInquiry.Findings findings = conclude(written(rows, 1));
        ChurnDriversReport.Row same = findings.drivers().get(6);
        assertThat(same.coefficient()).isNull();
        assertThat(same.note()).isEqualTo("the same for all customers");
        assertThat(findings.drivers().get(4).coefficient())
                .isCloseTo(findings.drivers().get(5).coefficient(), within(1e-6));
        assertNumbers(findings);
    }

    private static void assertStated(LeavingInquiry.Findings findings, String why) {
        assertThat(findings.groups()).isEmpty();
        assertThat(row(findings, "calibration", "intercept").note()).isEqualTo(why);
        assertThat(row(findings, "calibration", "intercept").estimate()).isNull();
        assertThat(row(findings, "calibration", "beats_rule_of_thumb").note()).isEqualTo(why);
        assertThat(findings.drivers().subList(0, FEATURES.size()))
                .allMatch(row -> row.coefficient() == null && row.note().equals(why));
        assertNumbers(findings);
    }

    private static void assertNumbers(LeavingInquiry.Findings findings) {
        for (ChurnModelRow row : findings.figures()) {
            assertThat(row.estimate() == null || Double.isFinite(row.estimate()))
                    .isTrue();
            assertThat(row.estimate() != null || row.note() != null).isTrue();
        }
        for (ChurnDriversReport.Row row : findings.drivers()) {
            assertThat(row.coefficient() == null || Double.isFinite(row.coefficient()))
                    .isTrue();
            assertThat(row.coefficient() == null || Double.isFinite(row.pValue()))
                    .isTrue();
            assertThat(row.coefficient() == null).isEqualTo(row.note() != null);
        }
    }

    private static List<LeavingDrafts.Row> with(List<LeavingDrafts.Row> rows, long left) {
        return rows.stream()
                .map(row -> new LeavingDrafts.Row(row.cut(), left, row.silentDays(), row.features()))
                .toList();
    }

    /** Customers whose leaving goes with silence and, by so much, with a falling number of touchpoints. */
    private static List<LeavingDrafts.Row> rows(long seed, int customers, double effect) {
        Random random = new Random(seed);
        List<LeavingDrafts.Row> rows = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            for (int cut = 0; cut < LeavingDrafts.CUTS; cut++) {
                int silent = random.nextInt(60);
                double[] features = new double[FEATURES.size()];
                features[0] = FeatureMoments.onGrid(Math.log1p(silent));
                for (int feature = 1; feature < features.length; feature++) {
                    features[feature] = FeatureMoments.onGrid(random.nextDouble() * 2 - 1);
                }
                double logOdds = -3 + 0.8 * features[0] - effect * features[4];
                boolean isLeft = random.nextDouble() < Odds.probability(logOdds);
                rows.add(new LeavingDrafts.Row(cut, isLeft ? 1 : 0, silent, features));
            }
        }
        return rows;
    }

    private WrittenDrafts written(List<LeavingDrafts.Row> rows, int files) throws IOException {
        WrittenDrafts written = new WrittenDrafts(Files.createDirectory(folder.resolve("drafts" + drafts++)));
        for (int file = 0; file < files; file++) {
            int size = rows.size();
            written.write(LeavingDrafts.table(FEATURES), rows.subList(size * file / files, size * (file + 1) / files));
        }
        return written;
    }

    private static LeavingInquiry.Findings conclude(Drafts drafts) {
        return new LeavingInquiry(FEATURES, drafts).conclude(AS_OF);
    }

    private static double figure(LeavingInquiry.Findings findings, String name) {
        return row(findings, "calibration", name).estimate();
    }

    private static ChurnModelRow row(LeavingInquiry.Findings findings, String fit, String name) {
        return findings.figures().stream()
                .filter(row -> row.fit().equals(fit) && row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Pair by pair. */
    private static double area(double[] scores, boolean[] left) {
        double right = 0;
        long pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; left[i] && j < scores.length; j++) {
                if (!left[j]) {
                    pairs++;
                    right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return right / pairs;
    }
}
