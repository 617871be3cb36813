package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

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
