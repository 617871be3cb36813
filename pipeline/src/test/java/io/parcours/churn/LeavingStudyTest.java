package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether churn_drivers finds a cause that is there and none that is not, on made-up logs. The build runs few and small
 * ones; {@code -Dparcours.study=full} runs the study that docs/churn.md quotes, and prints it.
 */
class LeavingStudyTest {
    private static final boolean IS_FULL = "full".equals(System.getProperty("parcours.study"));
    private static final double FINDING = 0.05;

    @TempDir
    private Path folder;

    /** What was found in one log. */
    private record Findings(LeavingWorld world, LeavingInquiry.Findings found) {

        List<ChurnDriversReport.Row> features() {
            return found.drivers().stream()
                    .filter(row -> row.fit().equals("final") && row.qValue() != null)
                    .toList();
        }

        boolean isCauseFound() {
            return features().stream()
                    .anyMatch(row -> row.feature().equals(world.cause())
                            && row.qValue() <= FINDING
                            && row.coefficient() * world.effect() > 0);
        }

        boolean isCauseCovered() {
            return features().stream()
                    .anyMatch(row -> row.feature().equals(world.cause())
                            && row.low() <= world.effect()
                            && world.effect() <= row.high());
        }

        List<String> falseFindings() {
            return features().stream()
                    .filter(row -> row.qValue() <= FINDING && !row.feature().equals(world.cause()))
                    .map(ChurnDriversReport.Row::feature)
                    .toList();
        }

        double figure(String name) {
            return found.figures().stream()
                    .filter(row -> row.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .estimate();
        }
    }

    @Test
    void a_planted_cause_is_found_and_little_else() throws IOException {
        int logs = IS_FULL ? 50 : 5;
        int found = 0;
        int covered = 0;
        int falseFindings = 0;
        int withFalse = 0;
        int better = 0;
        int others = 0;
        for (int seed = 1; seed <= logs; seed++) {
            Findings findings = findings(new LeavingWorld(100 + seed, true, 1_500, IS_FULL ? 12_000 : 4_000));
            found += findings.isCauseFound() ? 1 : 0;
            covered += findings.isCauseCovered() ? 1 : 0;
            falseFindings += findings.falseFindings().size();
            withFalse += findings.falseFindings().isEmpty() ? 0 : 1;
            boolean isOther = !findings.world().cause().equals("silence");
            others += isOther ? 1 : 0;
            better += isOther && findings.figure("beats_rule_of_thumb") == 1 ? 1 : 0;
            say(
                    "seed %d: %s; %.0f at the latter cut; found %b, false %s, auc %.3f, rule of thumb %.3f, beats %.0f",
                    seed,
                    findings.world(),
                    findings.figure("test_customer_count"),
                    findings.isCauseFound(),
                    findings.falseFindings(),
                    findings.figure("auc"),
                    findings.figure("auc_rule_of_thumb"),
                    findings.figure("beats_rule_of_thumb"));
        }
        say(
                "cause found in %d of %d logs, its effect in the interval in %d; logs with a false finding %d, false"
                        + " findings %d; beats the rule of thumb in %d of %d logs whose cause is not silence",
                found, logs, covered, withFalse, falseFindings, better, others);

        assertThat(found).isGreaterThanOrEqualTo(logs * 4 / 5);
        assertThat(withFalse).isLessThanOrEqualTo(Math.max(1, logs / 5));
    }

    @Test
    void without_a_cause_nothing_is_found() throws IOException {
        int logs = IS_FULL ? 50 : 5;
        int withFalse = 0;
        int better = 0;
        int tests = 0;
        int below = 0;
        for (int seed = 1; seed <= logs; seed++) {
            Findings findings = findings(new LeavingWorld(900 + seed, false, 1_500, IS_FULL ? 12_000 : 4_000));
            withFalse += findings.falseFindings().isEmpty() ? 0 : 1;
            better += (int) findings.figure("beats_rule_of_thumb");
            tests += findings.features().size();
            below += (int) findings.features().stream()
                    .filter(row -> row.pValue() < 0.05)
                    .count();
        }
        say(
                "without a cause: logs with a finding %d of %d; p below 0.05 in %d of %d tests; beats the rule of thumb"
                        + " in %d",
                withFalse, logs, below, tests, better);

        assertThat(withFalse).isLessThanOrEqualTo(Math.max(1, logs / 8));
        assertThat(better).isLessThanOrEqualTo(Math.max(1, logs / 8));
    }

    private Findings findings(LeavingWorld world) throws IOException {
        Path drafts = Files.createTempDirectory(folder, "drafts");
        WrittenDrafts written = new WrittenDrafts(drafts);
        written.write(new LeavingDrafts(world.features()), world.histories(), world.asOf());
        return new Findings(world, new LeavingInquiry(world.features(), written).conclude(world.asOf()));
    }

    private static void say(String format, Object... arguments) {
        if (IS_FULL) {
            System.out.println(String.format(Locale.ROOT, format, arguments));
        }
    }
}
