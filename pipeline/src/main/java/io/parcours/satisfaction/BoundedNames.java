package io.parcours.satisfaction;

import io.parcours.touchpoint.Utf8Order;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Names by number, in order of first appearance, of which only so many are kept: those whose hashes are least. That does
 * not depend on how often or where a name was met, so that parts of a log, merged in any order, keep the same ones.
 */
final class BoundedNames implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The number of what stands for all names that are not kept. */
    static final int OTHER = 0;

    private static final int SLOTS = 1 << 10;

    private final String other;
    private final int limit;
    private final List<String> names = new ArrayList<>();
    private transient Map<String, Integer> numbers;
    private transient String[] slotNames;
    private transient int[] slotNumbers;

    /**
     * @param other what the names that are not kept are called
     * @param limit how many are kept
     */
    BoundedNames(String other, int limit) {
        this.other = other;
        this.limit = limit;
        names.add(other);
        index();
    }

    int numberOf(String name) {
        // Texts of a task are mostly one object, so that asking for the very object saves looking the text up.
        int slot = name.hashCode() & SLOTS - 1;
        if (slotNames[slot] != name) {
            slotNumbers[slot] = find(name);
            slotNames[slot] = name;
        }
        return slotNumbers[slot];
    }

    /** How many names there are, {@link #OTHER} among them. */
    int size() {
        return names.size();
    }

    String name(int number) {
        return names.get(number);
    }

    /** Whether there are more names than are kept. */
    boolean isFull() {
        return names.size() - 1 > limit;
    }

    /** Whether there are so many more names than are kept that {@link #trim} is worth its while. */
    boolean isOverfull() {
        return names.size() - 1 > 2 * limit;
    }

    /**
     * Lets go of all names beyond the limit.
     *
     * @return by former number, the number now: {@link #OTHER} where the name was let go
     */
    int[] trim() {
        int[] moved = new int[names.size()];
        int[] byHash = IntStream.range(1, names.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(number -> hash(names.get(number)))
                        .thenComparing(names::get, Utf8Order.COMPARATOR))
                .limit(limit)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        List<String> kept = new ArrayList<>(List.of(other));
        for (int number : byHash) {
            moved[number] = kept.size();
            kept.add(names.get(number));
        }
        names.clear();
        names.addAll(kept);
        index();
        return moved;
    }

    private int find(String name) {
        Integer known = numbers.get(name);
        if (known == null) {
            known = names.size();
            numbers.put(name, known);
            names.add(name);
        }
        return known;
    }

    /** Spreads the hash of texts, whose order would be much like the texts' own. */
    private static int hash(String name) {
        int hash = name.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 15) * 0x85EBCA6B;
    }

    private void index() {
        numbers = new HashMap<>();
        slotNames = new String[SLOTS];
        slotNumbers = new int[SLOTS];
        for (int number = 0; number < names.size(); number++) {
            numbers.put(names.get(number), number);
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        index();
    }
}
