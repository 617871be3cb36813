package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
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

class OutcomeTableTest {

    @Test
    void partsOfAnyNumberMergedInAnyOrderAfterTravellingAreTheWholeInOneOrder() throws Exception {
        Random random = new Random(5);
        for (int parts : new int[] {1, 2, 9}) {
            OutcomeTable whole = new OutcomeTable();
            List<OutcomeTable> tables = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                tables.add(new OutcomeTable());
            }
            for (int i = 0; i < 20_000; i++) {
                int x = random.nextInt(3) == 0 ? 0 : random.nextInt(4);
                long key = OutcomeTable.keyOf(x, x == 0 ? 0 : random.nextInt(200));
                int age = OutcomeTable.ageAndHalfOf(200 + random.nextInt(20), random.nextInt(2));
                int left = random.nextInt(2);
                int fallenSilent = random.nextInt(2);
                int days = random.nextInt(400);
                whole.add(key, age, 1, left, fallenSilent, days);
                tables.get(random.nextInt(parts)).add(key, age, 1, left, fallenSilent, days);
            }
            Collections.shuffle(tables, random);
            OutcomeTable merged = new OutcomeTable();
            for (OutcomeTable table : tables) {
                merged.merge(travelled(table));
            }
            List<String> expected = lines(OutcomeGroups.of(whole));
            assertThat(lines(OutcomeGroups.of(merged))).isEqualTo(expected);
            assertThat(whole.size()).isEqualTo(expected.size()).isGreaterThan(5_000);
        }
    }

    /** A customer at the cut and after it: x, recency, age, half, left, fallen silent, later days. */
    private static int[] customer(Random random) {
        int age = random.nextInt(700);
        int x = random.nextInt(Math.min(age + 1, 4));
        int recency = x == 0 ? 0 : x + random.nextInt(age - x + 1);
        return new int[] {x, recency, age, random.nextInt(2), random.nextInt(2), random.nextInt(2), random.nextInt(400)
        };
    }

    private static OutcomeTable of(List<int[]> customers, int bound) {
        OutcomeTable table = new OutcomeTable(bound);
        for (int[] customer : customers) {
            table.add(
                    OutcomeTable.keyOf(customer[0], customer[1]),
                    OutcomeTable.ageAndHalfOf(customer[2], customer[3]),
                    1,
                    customer[4],
                    customer[5],
                    customer[6]);
        }
        return table;
    }

    /** The definition: the narrowest intervals of 2^level days in which the distinct entries fit in the bound. */
    private static int level(List<int[]> customers, int bound) {
        for (int level = 0; ; level++) {
            int days = 1 << level;
            Set<List<Integer>> distinct = new HashSet<>();
            for (int[] customer : customers) {
                distinct.add(List.of(customer[0], customer[1] / days, customer[2] / days, customer[3]));
            }
            if (distinct.size() <= bound) {
                return level;
            }
        }
    }

    private static List<String> middles(List<int[]> customers, int level) {
        int days = 1 << level;
        Map<List<Integer>, long[]> sums = new TreeMap<>((one, other) -> Arrays.compare(
                one.stream().mapToInt(part -> part).toArray(),
                other.stream().mapToInt(part -> part).toArray()));
        for (int[] customer : customers) {
            int recency = customer[0] == 0 ? 0 : customer[1] / days * days + days / 2;
            int age = customer[2] / days * days + days / 2;
            long[] sum = sums.computeIfAbsent(List.of(customer[0], recency, age, customer[3]), any -> new long[4]);
            sum[0]++;
            sum[1] += customer[4];
            sum[2] += customer[5];
            sum[3] += customer[6];
        }
        List<String> lines = new ArrayList<>();
        sums.forEach((key, sum) -> lines.add(key.get(0) + " " + key.get(1) + " " + key.get(2) + " " + key.get(3) + ": "
                + sum[0] + " " + sum[1] + " " + sum[2] + " " + sum[3]));
        return lines;
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 40, 300, 1_200, 3_000})
    void anySplitAndOrderOfMergingGivesTheSameEntriesBeyondTheBound(int bound) throws Exception {
        Random random = new Random(bound);
        for (int round = 0; round < 8; round++) {
            List<int[]> customers = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                customers.add(customer(random));
            }
            List<int[]> shuffled = new ArrayList<>(customers);
            Collections.shuffle(shuffled, random);
            List<OutcomeTable> parts = new ArrayList<>();
            while (!shuffled.isEmpty()) {
                List<int[]> part = shuffled.subList(0, 1 + random.nextInt(shuffled.size()));
                parts.add(of(part, bound));
                part.clear();
            }
            while (parts.size() > 1) {
                OutcomeTable taken = parts.remove(random.nextInt(parts.size()));
                parts.get(random.nextInt(parts.size())).merge(travelled(taken));
            }
            OutcomeTable merged = travelled(parts.get(0));
            int level = level(customers, bound);

            assertThat(merged.intervals().level()).isEqualTo(level);
            assertThat(merged.size()).isLessThanOrEqualTo(bound);
            assertThat(lines(OutcomeGroups.of(merged))).isEqualTo(middles(customers, level));
            assertThat(of(customers, bound).intervals().level()).isEqualTo(level);
            assertThat(lines(OutcomeGroups.of(of(customers, bound)))).isEqualTo(middles(customers, level));
            assertThat(OutcomeGroups.of(merged).purchases().intervals()).isEqualTo(merged.intervals());
        }
    }

    @Test
    void greatNumbersTravel() throws Exception {
        OutcomeTable table = new OutcomeTable();
        int most = Integer.MAX_VALUE;
        table.add(
                OutcomeTable.keyOf(most, most),
                OutcomeTable.ageAndHalfOf((1 << 30) - 1, 1),
                most,
                most,
                7,
                Long.MAX_VALUE);
        table.add(OutcomeTable.keyOf(0, 0), OutcomeTable.ageAndHalfOf(0, 0), 1, 0, 0, 0);

        assertThat(lines(OutcomeGroups.of(travelled(table))))
                .containsExactly(
                        "0 0 0 0: 1 0 0 0",
                        most + " " + most + " " + ((1 << 30) - 1) + " 1: " + most + " " + most + " 7 "
                                + Long.MAX_VALUE);
    }

    private static List<String> lines(OutcomeGroups groups) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            lines.add(groups.x(i) + " " + groups.recency(i) + " " + groups.age(i) + " " + groups.half(i) + ": "
                    + groups.customers(i) + " " + groups.left(i) + " " + groups.fallenSilent(i) + " "
                    + groups.laterDays(i));
        }
        return lines;
    }

    private static OutcomeTable travelled(OutcomeTable table) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(table);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (OutcomeTable) in.readObject();
        }
    }
}
