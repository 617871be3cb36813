package io.parcours.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyGroupsTest {
    private record Customer(int x, double mean) {}

    private static List<Customer> customers(Random random, int size) {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double mean = switch (random.nextInt(4)) {
                case 0 -> random.nextInt(40) / 4.0;
                case 1 -> Math.exp(random.nextGaussian());
                case 2 -> Math.exp(random.nextGaussian() * 200);
                default -> 20 + random.nextDouble();
            };
            customers.add(new Customer(1 + random.nextInt(3), mean));
        }
        return customers;
    }

    private static List<String> texts(MoneyGroups groups) {
        SortedMoney sorted = groups.sorted();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            assertThat(sorted.x(i)).isEqualTo(sorted.distinctX().number(sorted.xIndex(i)));
            texts.add(sorted.x(i) + " " + sorted.mean(i) + " = " + sorted.customers(i));
        }
        return texts;
    }

    /** The definition: the fewest bits to clear so that the distinct (x, mean) fit in the bound. */
    private static int level(List<Customer> customers, int bound) {
        for (int level = 0; ; level++) {
            Set<String> distinct = new HashSet<>();
            for (Customer customer : customers) {
                if (customer.mean() > 0) {
                    distinct.add(customer.x() + " " + (Double.doubleToLongBits(customer.mean()) >>> level));
                }
            }
            if (distinct.size() <= bound) {
                return level;
            }
        }
    }

    private static MoneyGroups of(List<Customer> customers, int bound) {
        MoneyGroups groups = new MoneyGroups(bound);
        customers.forEach(customer -> groups.add(customer.x(), customer.mean()));
        return groups;
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 10, 50, 300, 2_000})
    void any_split_and_order_of_merging_gives_the_same_groups(int bound) {
        Random random = new Random(bound);
        for (int round = 0; round < 8; round++) {
            List<Customer> customers = customers(random, 1_500);
            MoneyGroups whole = of(customers, bound);
            List<Customer> shuffled = new ArrayList<>(customers);
            Collections.shuffle(shuffled, random);
            List<MoneyGroups> parts = new ArrayList<>();
            while (!shuffled.isEmpty()) {
                List<Customer> part = shuffled.subList(0, 1 + random.nextInt(shuffled.size()));
                parts.add(of(part, bound));
                part.clear();
            }
            while (parts.size() > 1) {
                MoneyGroups taken = parts.remove(random.nextInt(parts.size()));
                parts.get(random.nextInt(parts.size())).merge(taken);
            }
            MoneyGroups merged = parts.get(0);

            assertThat(whole.level()).isEqualTo(level(customers, bound));
            assertThat(merged.level()).isEqualTo(whole.level());
            assertThat(texts(merged)).isEqualTo(texts(whole));
            assertThat(merged.size()).isLessThanOrEqualTo(bound);
            assertThat(merged.customers() + merged.customersWithoutValue()).isEqualTo(1_500);
            assertThat(merged.customersWithoutValue()).isEqualTo(whole.customersWithoutValue());
        }
    }

    @Test
    void up_to_the_bound_means_are_exact() {
        List<Customer> customers = customers(new Random(5), 1_000);
        Map<Integer, Map<Double, Integer>> expected = new TreeMap<>();
        customers.stream()
                .filter(customer -> customer.mean() > 0)
                .forEach(customer -> expected.computeIfAbsent(customer.x(), any -> new TreeMap<>())
                        .merge(customer.mean(), 1, Integer::sum));
        List<String> lines = new ArrayList<>();
        expected.forEach((x, means) -> means.forEach((mean, count) -> lines.add(x + " " + mean + " = " + count)));

        assertThat(texts(of(customers, MoneyGroups.MOST_GROUPS))).isEqualTo(lines);
        assertThat(texts(of(customers, lines.size()))).isEqualTo(lines);
        assertThat(of(customers, lines.size() - 1).level()).isPositive();
    }

    @Test
    void beyond_the_bound_a_mean_is_the_middle_of_those_that_share_its_bits() {
        MoneyGroups groups = new MoneyGroups(1);
        groups.add(1, 1.0, 3);
        groups.add(1, 1.75, 4);

        // 1 and 1.75 differ in the highest bit of the mantissa, so all 52 are cut: 1 to 2, of which the middle is 1.5.
        assertThat(groups.level()).isEqualTo(52);
        assertThat(texts(groups)).containsExactly("1 1.5 = 7");
    }

    @Test
    void many_values_keep_most_of_their_digits() {
        Random random = new Random(6);
        MoneyGroups groups = new MoneyGroups(20_000);
        double sum = 0;
        for (int i = 0; i < 200_000; i++) {
            double mean = Math.exp(3 + random.nextGaussian());
            sum += mean;
            groups.add(1, mean);
        }
        SortedMoney sorted = groups.sorted();
        double rounded = 0;
        for (int i = 0; i < sorted.size(); i++) {
            rounded += sorted.customers(i) * sorted.mean(i);
        }
        assertThat(sorted.size()).isBetween(10_000, 20_000);
        assertThat(rounded / sum).isCloseTo(1, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void means_that_are_not_positive_are_counted_apart(double mean) {
        MoneyGroups groups = new MoneyGroups();
        groups.add(2, mean, 7);
        groups.add(2, 5);

        assertThat(groups.customersWithoutValue()).isEqualTo(7);
        assertThat(groups.customers()).isEqualTo(1);
        assertThat(texts(groups)).containsExactly("2 5.0 = 1");
    }

    @Test
    void whoever_has_not_bought_again_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MoneyGroups().add(0, 5));
    }

    @Test
    void more_distinct_x_than_the_bound_are_kept() {
        MoneyGroups groups = new MoneyGroups(3);
        for (int x = 1; x <= 10; x++) {
            groups.add(x, x * 1e100);
            groups.add(x, Double.MAX_VALUE);
        }
        assertThat(groups.customers()).isEqualTo(20);
        assertThat(groups.sorted().size()).isBetween(10, 20);
    }

    @Test
    void groups_travel_whole() throws Exception {
        MoneyGroups groups = of(customers(new Random(1), 3_000), 500);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(groups);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            MoneyGroups read = (MoneyGroups) in.readObject();
            assertThat(texts(read)).isEqualTo(texts(groups));
            assertThat(read.level()).isEqualTo(groups.level());
            assertThat(read.customers()).isEqualTo(groups.customers());
            assertThat(read.customersWithoutValue()).isEqualTo(groups.customersWithoutValue());
        }
    }
}
