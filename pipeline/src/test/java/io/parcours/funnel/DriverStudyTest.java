package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.funnel.DriverWorld.Cause;
import io.parcours.funnel.DriverWorld.Customers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whether drop_off_drivers finds a cause that is there and none that is not, on made-up logs. The build runs few and
 * small ones; {@code -Dparcours.study=full} runs the study that docs/counting-rules.md quotes, and prints it.
 */
class DriverStudyTest {
    private static final boolean IS_FULL = "full".equals(System.getProperty("parcours.study"));
    private static final double FINDING = 0.05;

    /** What was found in one log. */
    private record Findings(DriverWorld world, List<DropOffDriversRow> rows) {

        static Findings of(DriverWorld world) {
            FunnelQuestion question =
                    new FunnelQuestion(List.of(world.rules()), world.index(), List.of(DriverWorld.PLATFORM));
            FunnelCounts counts = question.begin(world.asOf());
            world.forEach(counts::add);
            return new Findings(world, LetterFunnel.rows(question.report(counts), DropOffDriversRow.class));
        }

        List<DropOffDriversRow> found() {
            return rows.stream()
                    .filter(row -> row.test().isTested() && row.test().qValue() < FINDING)
                    .toList();
        }

        boolean isCauseFound() {
            return found().stream().anyMatch(row -> isCause(row) && row.test().oddsRatio() > 1);
        }

        boolean isCauseTested() {
            return rows.stream().anyMatch(row -> isCause(row) && row.test().isTested());
        }

        private boolean isCause(DropOffDriversRow row) {
            return isBesideCause(row) && row.value().equals(world.cause().value());
        }

        /** Where one value makes the lost more, they have the others less: that much follows from the cause. */
        private boolean isBesideCause(DropOffDriversRow row) {
            Cause cause = world.cause();
            return row.step() == cause.step() && row.factor().equals(cause.factor());
        }

        List<DropOffDriversRow> falseFindings() {
            return found().stream().filter(row -> !isBesideCause(row)).toList();
        }

        List<DropOffDriversRow> otherValues() {
            return found().stream()
                    .filter(row -> isBesideCause(row) && !isCause(row))
                    .toList();
        }

        long tests() {
            return rows.stream().filter(row -> row.test().isTested()).count();
        }

        long below(double limit) {
            return rows.stream()
                    .filter(row -> row.test().isTested() && row.test().pValue() < limit)
                    .count();
        }
    }

    @Test
    void a_planted_cause_is_found_and_little_else() {
        int logs = IS_FULL ? 50 : 5;
        Map<String, int[]> bySize = new TreeMap<>();
        int found = 0;
        int withFalse = 0;
        int withOther = 0;
        long falseFindings = 0;
        long findings = 0;
        for (int seed = 1; seed <= logs; seed++) {
            DriverWorld world = new DriverWorld(seed, Customers.ALIKE, true, 2_000, IS_FULL ? 20_000 : 4_000);
            Findings result = Findings.of(world);
            double ratio = Math.exp(world.cause().effect());
            String size = ratio < 2 ? "odds 1.3 to 2" : ratio < 3 ? "odds 2 to 3" : "odds 3 to 4.5";
            count(bySize, size, result);
            count(bySize, "of kind " + world.cause().factor(), result);
            found += result.isCauseFound() ? 1 : 0;
            withFalse += result.falseFindings().isEmpty() ? 0 : 1;
            withOther += result.otherValues().isEmpty() ? 0 : 1;
            falseFindings += result.falseFindings().size();
            findings += result.found().size();
            say(
                    "seed %d: %d customers, %s, %s; tested %b found %b, false %s, others %d",
                    seed,
                    world.customers(),
                    world.rules().unit(),
                    world.cause(),
                    result.isCauseTested(),
                    result.isCauseFound(),
                    texts(result.falseFindings()),
                    result.otherValues().size());
        }
        bySize.forEach((size, of) -> say("%s: %d of %d found, %d tested", size, of[1], of[0], of[2]));
        say(
                "cause: found in %d of %d logs; logs with a false finding %d; other values of the cause's factor %d;"
                        + " false %d of %d findings",
                found, logs, withFalse, withOther, falseFindings, findings);

        assertThat(found).isGreaterThanOrEqualTo(logs / 2);
        assertThat(withFalse).isLessThanOrEqualTo(Math.max(1, logs / 10));
    }

    private static void count(Map<String, int[]> counts, String key, Findings result) {
        int[] of = counts.computeIfAbsent(key, any -> new int[3]);
        of[0]++;
        of[1] += result.isCauseFound() ? 1 : 0;
        of[2] += result.isCauseTested() ? 1 : 0;
    }

    @Test
    void differences_in_exposure_are_no_findings() {
        int logs = IS_FULL ? 50 : 5;
        int withFalse = 0;
        long tests = 0;
        long below = 0;
        for (int seed = 1; seed <= logs; seed++) {
            DriverWorld world = new DriverWorld(1000 + seed, Customers.UNLIKE, false, 2_000, IS_FULL ? 20_000 : 4_000);
            Findings result = Findings.of(world);
            withFalse += result.found().isEmpty() ? 0 : 1;
            tests += result.tests();
            below += result.below(FINDING);
            say(
                    "seed %d: %d customers, %s; tests %d, p < .05 %d, found %s",
                    seed,
                    world.customers(),
                    world.rules().unit(),
                    result.tests(),
                    result.below(FINDING),
                    texts(result.found()));
        }
        say("exposure: logs with a false finding %d of %d; p < .05 in %d of %d tests", withFalse, logs, below, tests);

        assertThat(withFalse).isLessThanOrEqualTo(Math.max(1, logs / 10));
        assertThat((double) below / tests).isLessThan(IS_FULL ? 0.06 : 0.08);
    }

    /** A unit at a step: the cells it counts in, of which the first tells step, kind and stratum; and its fate. */
    private record Told(long[] keys, boolean isLost) {}

    @Test
    void shuffled_labels_are_no_findings() {
        int logs = IS_FULL ? 40 : 3;
        int shuffles = IS_FULL ? 50 : 10;
        int withFinding = 0;
        long tests = 0;
        long below = 0;
        for (int seed = 1; seed <= logs; seed++) {
            DriverWorld world = new DriverWorld(2000 + seed, Customers.UNLIKE, true, 2_000, IS_FULL ? 6_000 : 3_000);
            FunnelPlan plan = FunnelPlan.of(world.rules(), world.index(), List.of(DriverWorld.PLATFORM), world.asOf());
            DriverLabels labels = new DriverLabels();
            Map<Long, List<Told>> strata = told(world, plan, labels);
            for (int shuffle = 0; shuffle < shuffles; shuffle++) {
                DropOffDrivers drivers = new DropOffDrivers(plan, labels);
                Random random = new Random(seed * 1000L + shuffle);
                strata.values().forEach(stratum -> shuffle(stratum, random, drivers));
                Findings result = new Findings(world, DriverRows.of(drivers));
                withFinding += result.found().isEmpty() ? 0 : 1;
                tests += result.tests();
                below += result.below(FINDING);
            }
        }
        say(
                "shuffles: with a finding %d of %d; p < .05 in %d of %d tests (%.4f)",
                withFinding, logs * shuffles, below, tests, (double) below / tests);

        assertThat(tests).isGreaterThan(1_000);
        assertThat((double) below / tests).isLessThanOrEqualTo(0.05);
        assertThat((double) withFinding / (logs * shuffles)).isLessThanOrEqualTo(IS_FULL ? 0.05 : 0.1);
    }

    private static void shuffle(List<Told> stratum, Random random, DropOffDrivers drivers) {
        List<Boolean> fates = new ArrayList<>(stratum.stream().map(Told::isLost).toList());
        Collections.shuffle(fates, random);
        for (int i = 0; i < fates.size(); i++) {
            long[] keys = stratum.get(i).keys();
            drivers.count(keys, keys.length, fates.get(i));
        }
    }

    private static Map<Long, List<Told>> told(DriverWorld world, FunnelPlan plan, DriverLabels labels) {
        Map<Long, List<Told>> strata = new TreeMap<>();
        DriverWalk walk = new DriverWalk(plan, new DriverFactors(plan.dimensions()), labels);
        world.forEach(history -> LetterFunnel.forEachUnit(
                plan,
                history,
                (unit, serving) -> walk.along(
                        unit,
                        serving,
                        (keys, size, isLost) -> strata.computeIfAbsent(keys[0], key -> new ArrayList<>())
                                .add(new Told(Arrays.copyOf(keys, size), isLost)))));
        return strata;
    }

    private static List<String> texts(List<DropOffDriversRow> rows) {
        return rows.stream()
                .map(row -> "%d %s %s OR %.2f q %.4f"
                        .formatted(
                                row.step(),
                                row.factor(),
                                row.value(),
                                row.test().oddsRatio(),
                                row.test().qValue()))
                .toList();
    }

    private static void say(String format, Object... arguments) {
        if (IS_FULL) {
            System.out.println(String.format(Locale.ROOT, format, arguments));
        }
    }
}
