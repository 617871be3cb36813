package io.parcours.attribution;

import io.parcours.journey.CustomerHash;
import io.parcours.journey.TextCodes;
import io.parcours.touchpoint.Utf8Order;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The names met, by number from 1. At most {@link #MOST} are told apart in the end; where there are more, those whose
 * hash is least, which every part of a log finds alike.
 */
final class TouchNames implements Serializable {
    private static final long serialVersionUID = 1L;

    /** So many names are told apart. */
    static final int MOST = 100_000;

    /** In place of the names beyond what is told apart or listed. */
    static final String OTHER = "(other)";

    private transient TextCodes codes = new TextCodes();
    private transient long[] hashes = new long[32];
    private transient int hashed;

    int of(String name) {
        return codes.of(name);
    }

    String name(int number) {
        return codes.text(number);
    }

    /** How many there are; their numbers are 1 to this. */
    int count() {
        return codes.count();
    }

    /** A hash of a name that is the same everywhere. */
    long hash(int number) {
        if (codes.count() >= hashes.length) {
            hashes = Arrays.copyOf(hashes, codes.count() * 2);
        }
        while (hashed < number) {
            hashed++;
            hashes[hashed] = CustomerHash.of(codes.text(hashed));
        }
        return hashes[number];
    }

    /** Takes in others: by another's number the number here. */
    int[] mapped(TouchNames other) {
        int[] mapped = new int[other.count() + 1];
        for (int number = 1; number < mapped.length; number++) {
            mapped[number] = of(other.name(number));
        }
        return mapped;
    }

    /** Forgets the names beyond so many: by former number the new one, {@link #OTHER}'s for them. */
    int[] prune(int most) {
        List<Integer> ordered = IntStream.rangeClosed(1, count())
                .filter(number -> !name(number).equals(OTHER))
                .boxed()
                .sorted(Comparator.comparingLong((Integer number) -> hash(number))
                        .thenComparing(this::name, Utf8Order.COMPARATOR))
                .limit(most)
                .toList();
        TextCodes former = codes;
        codes = new TextCodes();
        hashes = new long[32];
        hashed = 0;
        int[] mapped = new int[former.count() + 1];
        Arrays.fill(mapped, codes.of(OTHER));
        mapped[0] = 0;
        for (int number : ordered) {
            mapped[number] = codes.of(former.text(number));
        }
        return mapped;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        String[] texts = new String[count()];
        Arrays.setAll(texts, i -> name(i + 1));
        out.writeObject(texts);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        codes = new TextCodes();
        hashes = new long[32];
        for (String text : (String[]) in.readObject()) {
            codes.of(text);
        }
    }
}
