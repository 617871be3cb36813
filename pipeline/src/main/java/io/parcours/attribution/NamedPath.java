package io.parcours.attribution;

import io.parcours.attribution.AttributionRules.Transform;
import java.util.Arrays;

/** The path read last: the numbers of its names after the transform, and when each was touched last. */
final class NamedPath {
    private final Transform transform;
    private int[] names = new int[32];
    private long[] times = new long[32];
    private int size;
    private int[] distinct = new int[32];
    private int distinctCount;
    /** By name: the path it was last met in, and its place there. */
    private int[] metIn = new int[32];

    private int[] places = new int[32];
    private int paths;

    NamedPath(Transform transform) {
        this.transform = transform;
    }

    /**
     * Reads a path.
     *
     * @param touchNames by touch: the number of its name
     */
    void read(Touches touches, int[] touchNames, int from, int to) {
        size = 0;
        distinctCount = 0;
        paths++;
        for (int touch = from; touch < to; touch++) {
            add(touchNames[touch], touches.time(touch));
        }
    }

    private void add(int name, long time) {
        boolean isNew = meet(name);
        boolean isKept = switch (transform) {
            case AS_IS -> true;
            case COLLAPSED -> size == 0 || names[size - 1] != name;
            case FIRST_OCCURRENCES -> isNew;
        };
        if (isKept) {
            append(name, time);
            places[name] = size - 1;
        } else {
            times[places[name]] = time;
        }
    }

    private boolean meet(int name) {
        if (name >= metIn.length) {
            metIn = Arrays.copyOf(metIn, Math.max(name + 1, metIn.length * 2));
            places = Arrays.copyOf(places, metIn.length);
        }
        if (metIn[name] == paths) {
            return false;
        }
        metIn[name] = paths;
        if (distinctCount == distinct.length) {
            distinct = Arrays.copyOf(distinct, distinctCount * 2);
        }
        distinct[distinctCount++] = name;
        return true;
    }

    private void append(int name, long time) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            times = Arrays.copyOf(times, size * 2);
        }
        names[size] = name;
        times[size++] = time;
    }

    int size() {
        return size;
    }

    /** The numbers of its names. Not to be changed; only the first {@link #size()} count. */
    int[] names() {
        return names;
    }

    /** When the name at a place was touched last, of the touches it stands for. */
    long time(int place) {
        return times[place];
    }

    /** Its different names in the order they come up. Not to be changed; only the first {@link #distinctSize()} count. */
    int[] distinct() {
        return distinct;
    }

    int distinctSize() {
        return distinctCount;
    }
}
