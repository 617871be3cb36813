package io.parcours.attribution;

import io.parcours.attribution.AttributionRules.Model;
import java.util.Arrays;

/**
 * How one conversion is parted among the names of its path, in whole parts of {@link #WHOLE}. What rounding leaves goes
 * to the last name, so that every conversion is parted without rest.
 */
final class CreditShares {
    /**
     * The parts of one conversion: 5 times the least common multiple of 1 to 24. So equal shares of up to 24 names, and
     * two fifths, are whole; and more than 300 million conversions fit into 63 bits.
     */
    static final long WHOLE = 26_771_144_400L;

    private final double firstShare;
    private final double lastShare;
    private final double halfLife;
    private int[] names = new int[1];
    private long[] parts = new long[32];
    private double[] weights = new double[32];
    private int size;

    CreditShares(AttributionRules rules) {
        this.firstShare = rules.firstShare();
        this.lastShare = rules.lastShare();
        this.halfLife = TouchWindows.micros(rules.halfLife());
    }

    /** Parts a conversion by a model other than markov; the path has names. */
    void part(Model model, NamedPath path) {
        switch (model) {
            case FIRST -> single(path.names()[0]);
            case LAST -> single(path.names()[path.size() - 1]);
            case LINEAR -> equal(path.names(), path.size());
            case SHAPLEY -> equal(path.distinct(), path.distinctSize());
            case POSITION -> byPosition(path);
            case TIME_DECAY -> byTime(path);
            default -> throw new IllegalArgumentException(model + " is no rule of single paths");
        }
    }

    int size() {
        return size;
    }

    int name(int place) {
        return names[place];
    }

    long parts(int place) {
        return parts[place];
    }

    private void single(int name) {
        begin(new int[] {name}, 1);
        parts[0] = WHOLE;
    }

    private void equal(int[] pathNames, int count) {
        begin(pathNames, count);
        fill(0, count, Math.round((double) WHOLE / count));
        leaveRestToLast();
    }

    private void byPosition(NamedPath path) {
        int count = path.size();
        begin(path.names(), count);
        if (count == 1) {
            parts[0] = WHOLE;
            return;
        }
        double ends = firstShare + lastShare;
        double first = count > 2 ? firstShare : ends > 0 ? firstShare / ends : 0.5;
        parts[0] = Math.round(first * WHOLE);
        if (count > 2) {
            long last = Math.round(lastShare * WHOLE);
            fill(1, count - 1, Math.round((double) (WHOLE - parts[0] - last) / (count - 2)));
        }
        leaveRestToLast();
    }

    private void byTime(NamedPath path) {
        int count = path.size();
        begin(path.names(), count);
        long latest = path.time(0);
        for (int i = 1; i < count; i++) {
            latest = Math.max(latest, path.time(i));
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            // Counted from the latest touch, not from the conversion: the same shares, and never all of them 0.
            long age = latest - path.time(i);
            weights[i] = age == 0 ? 1 : StrictMath.pow(2, -age / halfLife);
            sum += weights[i];
        }
        for (int i = 0; i < count; i++) {
            parts[i] = Math.round(weights[i] / sum * WHOLE);
        }
        leaveRestToLast();
    }

    private void begin(int[] pathNames, int count) {
        names = pathNames;
        size = count;
        if (parts.length < count) {
            parts = new long[count * 2];
            weights = new double[count * 2];
        }
    }

    private void fill(int from, int to, long part) {
        Arrays.fill(parts, from, to, part);
    }

    private void leaveRestToLast() {
        long rest = WHOLE;
        for (int i = 0; i < size - 1; i++) {
            rest -= parts[i];
        }
        parts[size - 1] = rest;
    }
}
