package io.parcours.path;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The labels seen at every level, numbered together in order of first appearance. */
final class TransitionLabels implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<TransitionLevel> levels = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private transient Numbers[] numbers = noNumbers();

    int numberOf(TransitionLevel level, String name) {
        Numbers known = numbers[level.ordinal()];
        // Texts of a task are mostly one object, so that asking for the very object saves looking the text up.
        int slot = name.hashCode() & Numbers.SLOTS - 1;
        if (name != known.names[slot]) {
            known.numbers[slot] = find(level, name, known.byName);
            known.names[slot] = name;
        }
        return known.numbers[slot];
    }

    int size() {
        return names.size();
    }

    TransitionLevel level(int number) {
        return levels.get(number);
    }

    String name(int number) {
        return names.get(number);
    }

    private int find(TransitionLevel level, String name, Map<String, Integer> byName) {
        Integer known = byName.get(name);
        if (known != null) {
            return known;
        }
        byName.put(name, names.size());
        levels.add(level);
        names.add(name);
        return names.size() - 1;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        numbers = noNumbers();
        for (int number = 0; number < size(); number++) {
            numbers[level(number).ordinal()].byName.put(name(number), number);
        }
    }

    private static Numbers[] noNumbers() {
        Numbers[] none = new Numbers[TransitionLevel.values().length];
        for (int level = 0; level < none.length; level++) {
            none[level] = new Numbers();
        }
        return none;
    }

    /** The labels of one level, and those asked for lately. */
    private static final class Numbers {
        private static final int SLOTS = 256;

        private final Map<String, Integer> byName = new HashMap<>();
        private final String[] names = new String[SLOTS];
        private final int[] numbers = new int[SLOTS];
    }
}
