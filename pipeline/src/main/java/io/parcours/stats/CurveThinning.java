package io.parcours.stats;

import io.parcours.stats.KaplanMeier.Point;
import java.util.ArrayList;
import java.util.List;

/** Keeps the points of a falling curve: all where they are few, else those between which it has fallen enough. */
final class CurveThinning {
    private final int most;
    private final double fall;
    /** Null once there are too many. */
    private List<Point> all = new ArrayList<>();

    private final List<Point> kept = new ArrayList<>();
    private long times;
    private Point last;

    /**
     * @param most up to so many times of events all points are kept
     * @param fall otherwise a point is kept where the curve has fallen by this since the last one kept
     */
    CurveThinning(int most, double fall) {
        this.most = most;
        this.fall = fall;
    }

    void add(Point point) {
        last = point;
        times += point.events() > 0 ? 1 : 0;
        if (times > most) {
            all = null;
        }
        if (all != null) {
            all.add(point);
        }
        if (kept.isEmpty() || kept.get(kept.size() - 1).survival() - point.survival() >= fall) {
            kept.add(point);
        }
    }

    /** The points to keep, in the order they were added; there is one. */
    List<Point> points() {
        if (all != null) {
            return all;
        }
        if (kept.get(kept.size() - 1) != last) {
            kept.add(last);
        }
        return kept;
    }
}
