package io.parcours.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Rows whose columns follow patterns that pages and dictionaries must cope with, each column one of its own. */
final class Patterned {
    private static final int NONE = -1;
    /** More rows than a page has. */
    private static final int BEGINNING = 25_000;

    private Patterned() {}

    static List<Specimen> rows(long seed, int count) {
        Random random = new Random(seed);
        List<IntUnaryOperator> columns = new ArrayList<>();
        for (int column = 0; column < Specimen.TABLE.columns().size(); column++) {
            columns.add(pattern(random.nextInt(10), new Random(random.nextLong())));
        }
        List<Specimen> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            rows.add(row(columns, row));
        }
        return rows;
    }

    private static IntUnaryOperator pattern(int number, Random random) {
        return switch (number) {
            case 0 -> row -> NONE;
            case 1 -> row -> 7;
            case 2 -> row -> row % 5;
            case 3 -> row -> row;
            case 4 -> row -> row / 30;
            case 5 -> row -> random.nextInt(40_000);
            case 6 -> row -> row < BEGINNING ? NONE : row % 3;
            case 7 -> row -> row < BEGINNING ? row % 3 : row;
            case 8 -> row -> random.nextInt(50) == 0 ? row : NONE;
            default -> row -> random.nextBoolean() ? random.nextInt(200) : NONE;
        };
    }

    private static Specimen row(List<IntUnaryOperator> columns, int row) {
        int[] numbers =
                columns.stream().mapToInt(column -> column.applyAsInt(row)).toArray();
        return new Specimen(
                numbers[0] == NONE ? null : text(numbers[0]),
                numbers[1] == NONE ? null : (Long) (numbers[1] * 1_000_003L - 5_000_000),
                numbers[2] == NONE ? null : (Double) (numbers[2] / 4.0 - 50),
                numbers[3] == NONE ? null : (Boolean) (numbers[3] % 2 == 0),
                numbers[4] == NONE ? null : (Long) (numbers[4] * 60_000_000L),
                numbers[5] == NONE ? null : LocalDate.ofEpochDay(numbers[5] % 100_000 - 20_000),
                numbers[6] == NONE ? null : texts(numbers[6]),
                numbers[7] == NONE ? null : instants(numbers[7]));
    }

    /** Long enough that some ten thousand of them are too many for a dictionary. */
    private static String text(int number) {
        return "a text of moderate length, with number " + number;
    }

    private static List<Long> instants(int number) {
        Long[] instants = new Long[number % 5];
        Arrays.setAll(instants, index -> (number + index) % 6 == 0 ? null : (Long) (number * 60_000_000L + index));
        return Collections.unmodifiableList(Arrays.asList(instants));
    }

    private static List<String> texts(int number) {
        String[] texts = new String[number % 4];
        Arrays.setAll(texts, index -> (number + index) % 7 == 0 ? null : text(number + index));
        return Collections.unmodifiableList(Arrays.asList(texts));
    }
}
