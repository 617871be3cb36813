package io.parcours.journey;

import io.parcours.touchpoint.Utf8Order;
import java.io.Serializable;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Names of two texts and a whole number, by a number of their own, of which only so many are kept apart. What becomes of a
 * name depends on the names that occur alone, so that it is the same however a log is dealt to tasks: the shortest are
 * kept, by the length of both texts together, then by their UTF-8 bytes, then by the number. A log of more names than that
 * has ids or addresses in them, and what people named is shorter.
 */
public final class BoundedNames implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The number of all names that are not kept apart. */
    public static final int OTHER = 0;

    private final int limit;
    private TextCodes texts = new TextCodes();
    private PairCodes pairs = new PairCodes();
    /** A pair of texts and the number, by the name's own number less 1. */
    private PairCodes names = new PairCodes();

    /** @param limit how many are kept */
    public BoundedNames(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one name is kept");
        }
        this.limit = limit;
    }

    /** The number of a name, never {@link #OTHER}; texts may be null. */
    public int of(String first, String second, int third) {
        return 1 + names.of(pairs.of(texts.of(first), texts.of(second)), third);
    }

    /** How many numbers there are, {@link #OTHER} among them. */
    public int count() {
        return 1 + names.count();
    }

    public String first(int name) {
        return texts.text(pairs.first(names.first(name - 1)));
    }

    public String second(int name) {
        return texts.text(pairs.second(names.first(name - 1)));
    }

    public int third(int name) {
        return names.second(name - 1);
    }

    /** Whether there are so many more names than are kept that folding is worth its while. */
    public boolean isCrowded() {
        return names.count() / 2 >= limit;
    }

    /** Whether there are more names than are kept. */
    public boolean isOverLimit() {
        return names.count() > limit;
    }

    /** Adds the names met elsewhere; by their number there, the number here. */
    public int[] merge(BoundedNames other) {
        int[] mapped = new int[other.count()];
        for (int name = 1; name < mapped.length; name++) {
            mapped[name] = of(other.first(name), other.second(name), other.third(name));
        }
        return mapped;
    }

    /** Keeps as many names as may be; by their number before, the number now, {@link #OTHER} of those not kept. */
    public int[] fold() {
        int[] mapped = new int[count()];
        BoundedNames kept = new BoundedNames(limit);
        IntStream.range(1, count())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(this::length)
                        .thenComparing(this::first, Utf8Order.COMPARATOR)
                        .thenComparing(this::second, Utf8Order.COMPARATOR)
                        .thenComparing(this::third))
                .limit(limit)
                .forEachOrdered(name -> mapped[name] = kept.of(first(name), second(name), third(name)));
        texts = kept.texts;
        pairs = kept.pairs;
        names = kept.names;
        return mapped;
    }

    private int length(int name) {
        return length(first(name)) + length(second(name));
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
