package io.parcours.attribution;

import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.Durations;
import io.parcours.stats.SpanLedger;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How often paths were gone with and without a conversion; by number, which the paths have elsewhere. */
final class PathTallies implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<ClusteredProportion> conversions = new ArrayList<>();
    private final ExactCells values = new ExactCells();
    private SpanLedger spans = new SpanLedger();
    /** Of the customer at hand, by path. */
    private transient long[] converted;

    private transient long[] gone;
    private transient int[] openPaths;
    private transient int openCount;

    /** Makes room for one more path, whose number is the next. */
    int open() {
        conversions.add(new ClusteredProportion());
        spans.open(1);
        return conversions.size() - 1;
    }

    int size() {
        return conversions.size();
    }

    /** Counts a path of the customer at hand that did not convert. */
    void add(int path) {
        touch(path);
    }

    /** Counts a path of the customer at hand that converted, so many microseconds after it began. */
    void add(int path, ConversionValue value, long span) {
        touch(path);
        converted[path]++;
        value.addTo(values, path);
        spans.enter(span);
        spans.post(path);
    }

    private void touch(int path) {
        if (gone == null || path >= gone.length) {
            int length = Math.max(64, conversions.size() * 2);
            gone = gone == null ? new long[length] : Arrays.copyOf(gone, length);
            converted = converted == null ? new long[length] : Arrays.copyOf(converted, length);
            openPaths = openPaths == null ? new int[length] : Arrays.copyOf(openPaths, length);
        }
        if (gone[path] == 0) {
            openPaths[openCount++] = path;
        }
        gone[path]++;
    }

    /** The next path is another customer's. */
    void closeCustomer() {
        for (int i = 0; i < openCount; i++) {
            int path = openPaths[i];
            conversions.get(path).add(converted[path], gone[path]);
            converted[path] = 0;
            gone[path] = 0;
        }
        openCount = 0;
    }

    /**
     * Takes in what was counted elsewhere.
     *
     * @param mapped by the other's path: the path here
     */
    void merge(PathTallies other, int[] mapped) {
        for (int path = 0; path < mapped.length; path++) {
            conversions.get(mapped[path]).merge(other.conversions.get(path));
            values.add(mapped[path], other.values, path);
        }
        spans.merge(other.spans, mapped);
    }

    ClusteredProportion conversions(int path) {
        return conversions.get(path);
    }

    /** The value of the path's conversions. */
    double value(int path) {
        return values.total(path).movePointLeft(6).doubleValue();
    }

    Durations spans(int path) {
        return spans.durations(path);
    }
}
