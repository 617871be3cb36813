package io.parcours.friction;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.friction.FrictionWorld.Cause;
import io.parcours.friction.FrictionWorld.Customers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Whether friction's comparison finds a cause that is there and none that is not, on made-up logs. The build runs few and
 * small ones; {@code -Dparcours.study=full} runs the study that docs/friction.md quotes, and prints it.
 */
class FrictionStudyTest {
    private static final boolean IS_FULL = "full".equals(System.getProperty("parcours.study"));
    private static final int LOGS = IS_FULL ? 60 : 4;
    private static final double FINDING = 0.05;

    private static List<FrictionRow> rows(FrictionWorld world) {
        FrictionCounts counts = world.question().begin(world.asOf());
        world.forEach(counts::add);
        return FrictionRows.of(counts);
    }

    private static boolean isFinding(Compared compared) {
        return compared.isTested() && compared.qValue() < FINDING;
    }

    private static boolean isCause(FrictionRow row, Cause cause) {
        return row.kind() == cause.kind()
                && row.place().equals(cause.place())
                && (cause.via() == null || cause.via().equals(row.via()));
    }

    @Test
    void a_planted_friction_is_found() {
        int found = 0;
        Map<String, int[]> groups = new TreeMap<>();
        for (int seed = 1; seed <= LOGS; seed++) {
            FrictionWorld world = new FrictionWorld(seed, Customers.ALIKE, true, 4_000, IS_FULL ? 16_000 : 6_000);
            Cause cause = world.cause();
            List<FrictionRow> rows = rows(world);
            List<FrictionRow> causes =
                    rows.stream().filter(row -> isCause(row, cause)).toList();
            boolean isFound = causes.stream()
                    .anyMatch(row -> isFinding(row.conversion())
                            && row.conversion().with().value()
                                    < row.conversion().without().value());
            boolean isTested = causes.stream().anyMatch(row -> row.conversion().isTested());
            boolean isFirst = rows.stream()
                    .filter(row -> row.conversion().isTested())
                    .min(java.util.Comparator.comparingDouble(
                            row -> row.conversion().pValue()))
                    .filter(row -> row.place().equals(cause.place()))
                    .isPresent();
            found += isFound ? 1 : 0;
            double ratio = Math.exp(cause.effect());
            String size = ratio < 3 ? "odds 1.6 to 3" : ratio < 5 ? "odds 3 to 5" : "odds 5 to 7.4";
            for (String group : List.of(size, cause.kind().label(), "all")) {
                int[] of = groups.computeIfAbsent(group, any -> new int[4]);
                of[0]++;
                of[1] += isFound ? 1 : 0;
                of[2] += isTested ? 1 : 0;
                of[3] += isFirst ? 1 : 0;
            }
            say(
                    "seed %d: %d customers, %s; met %d, tested %b found %b first %b; findings %d of %d",
                    seed,
                    world.customers(),
                    cause,
                    causes.stream()
                            .mapToLong(row -> row.conversion().withCount())
                            .max()
                            .orElse(0),
                    isTested,
                    isFound,
                    isFirst,
                    rows.stream().filter(row -> isFinding(row.conversion())).count(),
                    rows.stream().filter(row -> row.conversion().isTested()).count());
        }
        groups.forEach((group, of) ->
                say("%s: %d of %d found, %d tested, at its place the lowest p %d", group, of[1], of[0], of[2], of[3]));
        assertThat(found).isGreaterThanOrEqualTo(LOGS / 2);
    }

    @Test
    void a_planted_move_back_is_found_and_lowers_conversion() {
        for (int seed = 1; seed <= 3; seed++) {
            FrictionWorld world = FrictionWorld.withMoveBack(seed, 5_000);
            Cause cause = world.cause();
            FrictionRow row = rows(world).stream()
                    .filter(one -> isCause(one, cause))
                    .findFirst()
                    .orElseThrow();
            assertThat(isFinding(row.conversion())).isTrue();
            assertThat(row.conversion().oddsRatioInterval().high()).isLessThan(1);
            assertThat(row.loss().low()).isPositive();
        }
    }

    @Test
    void friction_without_effect_is_no_finding() {
        check("alike", Customers.ALIKE, 1000);
    }

    @Test
    void differences_between_customers_are_no_findings() {
        check("unlike", Customers.UNLIKE, 2000);
    }

    private static void check(String name, Customers customers, int firstSeed) {
        long[] conversion = new long[3];
        long[] churn = new long[3];
        Map<String, long[]> kinds = new TreeMap<>();
        for (int seed = 1; seed <= LOGS; seed++) {
            FrictionWorld world =
                    new FrictionWorld(firstSeed + seed, customers, false, 2_000, IS_FULL ? 16_000 : 5_000);
            List<FrictionRow> rows = rows(world);
            count(rows, FrictionRow::conversion, conversion, kinds);
            count(rows, FrictionRow::churn, churn, new TreeMap<>());
        }
        say(
                "%s, conversion: logs with a finding %d of %d; p < .05 in %d of %d tests (%.4f)",
                name, conversion[0], LOGS, conversion[1], conversion[2], (double) conversion[1] / conversion[2]);
        say(
                "%s, churn: logs with a finding %d of %d; p < .05 in %d of %d tests (%.4f)",
                name, churn[0], LOGS, churn[1], churn[2], (double) churn[1] / churn[2]);
        kinds.forEach((kind, of) ->
                say("  %s: p < .05 in %d of %d tests (%.4f)", kind, of[0], of[1], (double) of[0] / of[1]));
        assertThat(conversion[2]).isGreaterThan(LOGS * 20L);
        assertThat(conversion[0]).isLessThanOrEqualTo(Math.max(1, LOGS / 10));
        assertThat((double) conversion[1] / conversion[2]).isLessThan(IS_FULL ? 0.055 : 0.08);
    }

    private static void count(
            List<FrictionRow> rows, Function<FrictionRow, Compared> outcome, long[] into, Map<String, long[]> kinds) {
        into[0] += rows.stream().map(outcome).anyMatch(FrictionStudyTest::isFinding) ? 1 : 0;
        for (FrictionRow row : rows) {
            Compared compared = outcome.apply(row);
            if (compared.isTested()) {
                long[] of = kinds.computeIfAbsent(row.kind().label(), any -> new long[2]);
                boolean isBelow = compared.pValue() < FINDING;
                of[0] += isBelow ? 1 : 0;
                of[1]++;
                into[1] += isBelow ? 1 : 0;
                into[2]++;
            }
        }
    }

    private static void say(String format, Object... arguments) {
        if (IS_FULL) {
            System.out.println(String.format(Locale.ROOT, format, arguments));
        }
    }
}
