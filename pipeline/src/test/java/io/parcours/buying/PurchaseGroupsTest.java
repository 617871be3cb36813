package io.parcours.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseGroupsTest {
    /** A customer as text that sorts as the groups do. */
    private static String text(int x, int recency, int age) {
        return String.format(Locale.ROOT, "%010d %010d %010d", x, recency, age);
    }

    private static List<String> texts(PurchaseGroups groups) {
        SortedGroups sorted = groups.sorted();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            assertThat(sorted.x(i)).isEqualTo(sorted.distinctX().number(sorted.xIndex(i)));
            assertThat(sorted.recency(i)).isEqualTo(sorted.distinctDays().number(sorted.recencyIndex(i)));
            assertThat(sorted.age(i)).isEqualTo(sorted.distinctDays().number(sorted.ageIndex(i)));
            texts.add(text(sorted.x(i), sorted.recency(i), sorted.age(i)) + " = " + sorted.customers(i));
        }
        return texts;
    }

    /** Counted with a map of texts, parted into three and merged in another order. */
    @ParameterizedTest
    @CsvSource({"10, 5", "1000, 40", "5000, 2147483647"})
    void customers_are_counted_by_group_whatever_the_parts(int customers, int most) {
        Random random = new Random(customers);
        Map<String, Long> expected = new TreeMap<>();
        List<PurchaseGroups> parts = List.of(new PurchaseGroups(), new PurchaseGroups(), new PurchaseGroups());
        PurchaseGroups whole = new PurchaseGroups();
        for (int i = 0; i < customers; i++) {
            int age = random.nextInt(most);
            int recency = random.nextInt(3) == 0 ? 0 : random.nextInt(age + 1);
            int x = recency == 0 ? 0 : random.nextInt(most);
            recency = x == 0 ? 0 : recency;
            expected.merge(text(x, recency, age), 1L, Long::sum);
            parts.get(random.nextInt(3)).add(x, recency, age);
            whole.add(x, recency, age);
        }
        PurchaseGroups merged = new PurchaseGroups();
        merged.merge(parts.get(2));
        merged.merge(parts.get(0));
        merged.merge(parts.get(1));

        List<String> lines = new ArrayList<>();
        expected.forEach((key, count) -> lines.add(key + " = " + count));
        assertThat(texts(whole)).isEqualTo(lines);
        assertThat(texts(merged)).isEqualTo(lines);
        assertThat(merged.customers()).isEqualTo(customers);
        assertThat(merged.size()).isEqualTo(lines.size());
    }

    private record Customer(int x, int recency, int age) {
        static Customer of(Random random, int most) {
            int age = random.nextInt(most);
            int x = random.nextInt(Math.min(age + 1, 4));
            return new Customer(x, x == 0 ? 0 : x + random.nextInt(age - x + 1), age);
        }

        /** By the definition: x as it is, and which interval of 2^level days recency and age lie in. */
        String in(int level) {
            return x + " " + recency / (1L << level) + " " + age / (1L << level);
        }
    }

    /** The definition: the narrowest intervals in which the distinct customers fit in the bound. */
    private static int level(List<Customer> customers, int bound) {
        for (int level = 0; ; level++) {
            Set<String> distinct = new HashSet<>();
            for (Customer customer : customers) {
                distinct.add(customer.in(level));
            }
            if (distinct.size() <= bound) {
                return level;
            }
        }
    }

    private static List<String> middles(List<Customer> customers, int level) {
        Map<String, Long> counts = new TreeMap<>();
        int days = 1 << level;
        for (Customer customer : customers) {
            int recency = customer.x() == 0 ? 0 : customer.recency() / days * days + days / 2;
            counts.merge(text(customer.x(), recency, customer.age() / days * days + days / 2), 1L, Long::sum);
        }
        List<String> lines = new ArrayList<>();
        counts.forEach((key, count) -> lines.add(key + " = " + count));
        return lines;
    }

    private static PurchaseGroups of(List<Customer> customers, int bound) {
        PurchaseGroups groups = new PurchaseGroups(bound);
        customers.forEach(customer -> groups.add(customer.x(), customer.recency(), customer.age()));
        return groups;
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 12, 60, 300, 1_200, 3_000})
    void any_split_and_order_of_merging_gives_the_same_groups_beyond_the_bound(int bound) {
        Random random = new Random(bound);
        for (int round = 0; round < 8; round++) {
            List<Customer> customers = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                customers.add(Customer.of(random, random.nextInt(10) == 0 ? 3 : 700));
            }
            List<Customer> shuffled = new ArrayList<>(customers);
            Collections.shuffle(shuffled, random);
            List<PurchaseGroups> parts = new ArrayList<>();
            while (!shuffled.isEmpty()) {
                List<Customer> part = shuffled.subList(0, 1 + random.nextInt(shuffled.size()));
                parts.add(of(part, bound));
                part.clear();
            }
            while (parts.size() > 1) {
                PurchaseGroups taken = parts.remove(random.nextInt(parts.size()));
                parts.get(random.nextInt(parts.size())).merge(taken);
            }
            PurchaseGroups merged = parts.get(0);
            PurchaseGroups whole = of(customers, bound);
            int level = level(customers, bound);

            assertThat(whole.intervals().level()).isEqualTo(level);
            assertThat(merged.intervals().level()).isEqualTo(level);
            assertThat(texts(whole)).isEqualTo(middles(customers, level));
            assertThat(texts(merged)).isEqualTo(texts(whole));
            assertThat(merged.size()).isLessThanOrEqualTo(bound);
            assertThat(merged.customers()).isEqualTo(2_000);
        }
    }

    @Test
    void days_are_exact_up_to_the_bound_and_not_one_group_beyond() {
        PurchaseGroups groups = new PurchaseGroups(4);
        groups.add(0, 0, 0);
        groups.add(0, 0, 1);
        groups.add(2, 3, 6);
        groups.add(2, 3, 9);
        assertThat(groups.intervals()).isEqualTo(DayIntervals.EXACT);

        // In intervals of two days: ages 0 and 1 share 0 to 1, of whose middles 1 is the later one; 3 lies in 2 to 3, 6
        // in 6 to 7, 9 in 8 to 9, 500 in 500 to 501 and 4 in 4 to 5.
        groups.add(3, 4, 500);
        assertThat(groups.intervals().days()).isEqualTo(2);
        assertThat(texts(groups))
                .containsExactly(
                        text(0, 0, 1) + " = 2",
                        text(2, 3, 7) + " = 1",
                        text(2, 3, 9) + " = 1",
                        text(3, 5, 501) + " = 1");
    }

    @Test
    void more_distinct_x_than_the_bound_are_kept() {
        PurchaseGroups groups = new PurchaseGroups(3);
        for (int x = 1; x <= 10; x++) {
            groups.add(x, x, Integer.MAX_VALUE);
            groups.add(x, x, 400);
        }
        assertThat(groups.customers()).isEqualTo(20);
        assertThat(groups.size()).isEqualTo(10);
    }

    @Test
    void middles_counted_in_the_same_intervals_stay_what_they_are() {
        PurchaseGroups four = new PurchaseGroups(new DayIntervals(2));
        four.add(0, 0, 10);
        four.add(1, 6, 42);
        assertThat(texts(four)).containsExactly(text(0, 0, 10) + " = 1", text(1, 6, 42) + " = 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, PurchaseGroups.MOST_GROUPS})
    void groups_travel_whole(int bound) throws Exception {
        PurchaseGroups groups = new PurchaseGroups(bound);
        for (int i = 0; i < 3_000; i++) {
            groups.add(1 + i % 70, i % 90, 100 + i % 11, i + 1L);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(groups);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            PurchaseGroups read = (PurchaseGroups) in.readObject();
            assertThat(texts(read)).isEqualTo(texts(groups));
            assertThat(read.intervals()).isEqualTo(groups.intervals());
            assertThat(read.customers()).isEqualTo(groups.customers());
        }
    }

    @Test
    void nobody_makes_no_group() {
        PurchaseGroups groups = new PurchaseGroups();
        groups.add(1, 2, 3, 0);
        assertThat(groups.size()).isZero();
        assertThat(groups.sorted().size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0, 1", "1, -1, 0, 1", "1, 5, 4, 1", "0, 1, 4, 1", "1, 1, 1, -1"})
    void what_no_history_has_is_refused(int x, int recency, int age, long customers) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PurchaseGroups().add(x, recency, age, customers));
    }
}
