package io.parcours.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The product-limit estimate of survival from times of events and of censorings, by microseconds. At equal times events
 * come before censorings.
 *
 * <p>Survival: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", Journal of the American
 * Statistical Association 53 (1958) 457-481. Standard error: M. Greenwood, "The natural duration of cancer", Reports on
 * Public Health and Medical Subjects 33 (1926) 1-26. The 95 % interval is symmetric on the scale of log(-log(survival)),
 * as R's {@code survfit(conf.type = "log-log")} has it: J. D. Kalbfleisch and R. L. Prentice, "The Statistical Analysis of
 * Failure Time Data" (1980), section 1.3; it never leaves 0 to 1, and there is none where survival is 0 or 1.
 */
public final class KaplanMeier {
    private static final double MICROS_PER_SECOND = 1e6;
    /** One half, and what many roundings may add to it. */
    private static final double HALF = 0.5 + 1e-9;

    private final SpanCursor events;
    private final SpanCursor censorings;
    private boolean hasEvent;
    private boolean hasCensoring;
    private long atRisk;
    private double survival = 1;
    private double greenwood;

    /**
     * A point of the curve.
     *
     * @param seconds the time
     * @param atRisk how many had neither event nor censoring before it
     * @param events how many have the event at it
     * @param survival the estimated part without event up to and including it
     * @param standardError of survival; 0 where survival is 0 or 1
     * @param interval null where survival is 0 or 1
     */
    public record Point(
            double seconds, long atRisk, long events, double survival, double standardError, Interval interval) {}

    private KaplanMeier(SpanCursor events, SpanCursor censorings, long units) {
        this.atRisk = units;
        this.events = events;
        this.censorings = censorings;
        hasEvent = this.events.next();
        hasCensoring = this.censorings.next();
    }

    /** The curve at time 0 and at every distinct time of an event, rising; empty where nobody is observed. */
    public static List<Point> curve(Durations events, Durations censorings) {
        return of(events, censorings).curve(new CurveThinning(Integer.MAX_VALUE, 0));
    }

    /** The same of units observed in whole days, a day being 86,400 seconds. */
    public static List<Point> curve(ObservedDays days) {
        return of(days).curve(new CurveThinning(Integer.MAX_VALUE, 0));
    }

    /**
     * The same, but where there are more than {@code most} distinct times of events only the points at which survival has
     * fallen by at least {@code fall} since the last one kept; the first and the last are kept always. What is kept is of
     * the whole curve.
     */
    public static List<Point> thinned(Durations events, Durations censorings, int most, double fall) {
        return of(events, censorings).curve(new CurveThinning(most, fall));
    }

    /** The same of units observed in whole days. */
    public static List<Point> thinned(ObservedDays days, int most, double fall) {
        return of(days).curve(new CurveThinning(most, fall));
    }

    /**
     * The median in seconds: the first time of an event by which survival has fallen to one half; nothing where it never
     * does.
     */
    public static Optional<Double> median(Durations events, Durations censorings) {
        KaplanMeier curve = of(events, censorings);
        while (curve.hasEvent) {
            curve.meetEvents();
            if (curve.survival <= HALF) {
                return Optional.of(curve.events.span() / MICROS_PER_SECOND);
            }
            curve.passEvents();
        }
        return Optional.empty();
    }

    private static KaplanMeier of(Durations events, Durations censorings) {
        return new KaplanMeier(events.distinct(), censorings.distinct(), events.count() + censorings.count());
    }

    private static KaplanMeier of(ObservedDays days) {
        return new KaplanMeier(days.eventCursor(), days.censoringCursor(), days.units());
    }

    private List<Point> curve(CurveThinning points) {
        if (atRisk == 0) {
            return new ArrayList<>();
        }
        if (!hasEvent || events.span() > 0) {
            points.add(pointAt(0, 0));
        }
        while (hasEvent) {
            points.add(nextEvent());
        }
        return points.points();
    }

    private Point nextEvent() {
        meetEvents();
        Point point = pointAt(events.span(), events.occurrences());
        passEvents();
        return point;
    }

    private void meetEvents() {
        while (hasCensoring && censorings.span() < events.span()) {
            atRisk -= censorings.occurrences();
            hasCensoring = censorings.next();
        }
        long count = events.occurrences();
        survival *= (double) (atRisk - count) / atRisk;
        greenwood += count / ((double) atRisk * (atRisk - count));
    }

    private void passEvents() {
        atRisk -= events.occurrences();
        hasEvent = events.next();
    }

    private Point pointAt(long time, long count) {
        double error = survival == 0 ? 0 : survival * Math.sqrt(greenwood);
        return new Point(time / MICROS_PER_SECOND, atRisk, count, survival, error, interval());
    }

    private Interval interval() {
        if (survival == 0 || survival == 1) {
            return null;
        }
        double half = Proportion.Z * Math.sqrt(greenwood) / -StrictMath.log(survival);
        return new Interval(
                StrictMath.pow(survival, StrictMath.exp(half)), StrictMath.pow(survival, StrictMath.exp(-half)));
    }
}
