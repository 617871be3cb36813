package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.jobs.ShownTables.Visit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where, sort and limit against the same said in Java. */
class ShowSelectionTest {
    private static final Map<String, Predicate<Visit>> CONDITIONS = Map.ofEntries(
            Map.entry("name = a", visit -> "a".equals(visit.name())),
            Map.entry(
                    "name != 'a'",
                    visit -> visit.name() != null && !visit.name().equals("a")),
            Map.entry("name >= \"ä\"", visit -> visit.name() != null && utf8("ä", visit.name()) <= 0),
            Map.entry("name is null", visit -> visit.name() == null),
            Map.entry("visits > 0", visit -> visit.visits() != null && visit.visits() > 0),
            Map.entry("visits<=1.5", visit -> visit.visits() != null && visit.visits() <= 1),
            Map.entry("visits = 1.5", visit -> false),
            Map.entry("rate = 0", visit -> visit.rate() != null && visit.rate() == 0),
            Map.entry("rate < 0.25", visit -> visit.rate() != null && visit.rate() < 0.25),
            Map.entry("is_open = TRUE", visit -> Boolean.TRUE.equals(visit.isOpen())),
            Map.entry("is_open != true", visit -> Boolean.FALSE.equals(visit.isOpen())),
            Map.entry("is_open Is Not Null", visit -> visit.isOpen() != null),
            Map.entry("at >= 1970-01-01T00:00:20Z", visit -> visit.at() >= 20_000_000),
            Map.entry("at < '1970-01-01 00:00:20'", visit -> visit.at() < 20_000_000),
            Map.entry("at >= 1970-01-01T01:00:20+01:00", visit -> visit.at() >= 20_000_000),
            Map.entry("at < 1970-01-01", visit -> false),
            Map.entry(
                    "day > 2024-01-03",
                    visit -> visit.day() != null && visit.day().isAfter(LocalDate.of(2024, 1, 3))),
            Map.entry("path = 'a > b'", visit -> List.of("a", "b").equals(visit.path())),
            Map.entry("path = ''", visit -> List.of().equals(visit.path())));

    private static final Map<String, Comparator<Visit>> ORDERS = Map.ofEntries(
            Map.entry("name", nullsLast(Visit::name, ShowSelectionTest::utf8)),
            Map.entry("-name", nullsLast(Visit::name, (left, right) -> utf8(right, left))),
            Map.entry("visits desc", nullsLast(Visit::visits, Comparator.reverseOrder())),
            Map.entry("visits ASC", nullsLast(Visit::visits, Comparator.naturalOrder())),
            Map.entry("rate", nullsLast(Visit::rate, Comparator.naturalOrder())),
            Map.entry("is_open", nullsLast(Visit::isOpen, Comparator.naturalOrder())),
            Map.entry("-is_open", nullsLast(Visit::isOpen, Comparator.reverseOrder())),
            Map.entry("-at", nullsLast(Visit::at, Comparator.reverseOrder())),
            Map.entry("day", nullsLast(Visit::day, Comparator.naturalOrder())),
            Map.entry(
                    "path",
                    nullsLast(
                            visit -> visit.path() == null ? null : String.join(" > ", visit.path()),
                            Comparator.naturalOrder())),
            Map.entry(
                    "name, -visits,day",
                    nullsLast(Visit::name, ShowSelectionTest::utf8)
                            .thenComparing(nullsLast(Visit::visits, Comparator.reverseOrder()))
                            .thenComparing(nullsLast(Visit::day, Comparator.naturalOrder()))));

    @TempDir
    Path output;

    @Test
    void everyConditionOrderAndLimitAgreesWithJava() throws IOException {
        List<Visit> visits = ShownTables.random(42, 3_000);
        ShownTables.write(output, "2024-01-01", visits);
        for (var condition : CONDITIONS.entrySet()) {
            assertShows(visits.stream().filter(condition.getValue()), "--where", condition.getKey());
        }
        for (var order : ORDERS.entrySet()) {
            // --sort=... as a word that begins with a dash is an option otherwise
            String sort = "--sort=" + order.getKey();
            assertShows(visits.stream().sorted(order.getValue()), sort);
            assertShows(visits.stream().sorted(order.getValue()).limit(7), sort, "--limit", "7");
            assertShows(visits.stream().sorted(order.getValue()).limit(600), sort, "--limit", "600");
        }
        assertShows(visits.stream().limit(1_600), "--limit", "1600");
        assertShows(Stream.of(), "--limit", "0");
        assertShows(Stream.of(), "--limit", "0", "--sort", "name");
    }

    @Test
    void conditionsJoinedByAndMustAllHold() throws IOException {
        List<Visit> visits = ShownTables.random(43, 300);
        ShownTables.write(output, "2024-01-01", visits);
        for (var one : CONDITIONS.entrySet()) {
            for (var other : CONDITIONS.entrySet()) {
                assertShows(
                        visits.stream()
                                .filter(one.getValue().and(other.getValue()))
                                .limit(30),
                        "--where",
                        one.getKey() + " And " + other.getKey(),
                        "--limit",
                        "30");
            }
        }
    }

    /** {@code at} numbers the rows, so that it tells which ones are shown. */
    private void assertShows(Stream<Visit> expected, String... arguments) {
        List<String> words = new ArrayList<>(
                List.of("show", "visits", "--output", output.toString(), "--format", "csv", "--columns", "at"));
        words.addAll(List.of(arguments));
        Ran ran = Ran.parcours(words.toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines().skip(1))
                .as(String.join(" ", arguments))
                .isEqualTo(expected.map(visit -> PlainValue.instant(visit.at()).toString())
                        .toList());
    }

    private static <V> Comparator<Visit> nullsLast(Function<Visit, V> value, Comparator<? super V> order) {
        return Comparator.comparing(value, Comparator.nullsLast(order));
    }

    private static int utf8(String left, String right) {
        return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
