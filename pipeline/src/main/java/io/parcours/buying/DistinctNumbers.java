package io.parcours.buying;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The distinct numbers of a column, rising, so that functions of them are computed once for each. */
record DistinctNumbers(int[] numbers) {
    private static final int TABLE_UP_TO = 1 << 22;

    static DistinctNumbers of(IntStream column) {
        return new DistinctNumbers(column.sorted().distinct().toArray());
    }

    int size() {
        return numbers.length;
    }

    int number(int index) {
        return numbers[index];
    }

    /** By place: the index of the number there. */
    int[] indexes(int[] column) {
        int greatest = numbers.length == 0 ? 0 : numbers[numbers.length - 1];
        int[] indexes = new int[column.length];
        if (greatest < TABLE_UP_TO) {
            int[] table = new int[greatest + 1];
            for (int i = 0; i < numbers.length; i++) {
                table[numbers[i]] = i;
            }
            for (int i = 0; i < column.length; i++) {
                indexes[i] = table[column[i]];
            }
        } else {
            for (int i = 0; i < column.length; i++) {
                indexes[i] = Arrays.binarySearch(numbers, column[i]);
            }
        }
        return indexes;
    }
}
