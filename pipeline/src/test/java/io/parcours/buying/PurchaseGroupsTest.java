package io.parcours.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void groups_travel_whole() throws Exception {
        PurchaseGroups groups = new PurchaseGroups();
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
