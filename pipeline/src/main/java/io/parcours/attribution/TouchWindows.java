package io.parcours.attribution;

import io.parcours.journey.CustomerHistory;
import java.io.Serializable;
import java.time.Duration;

/** Which touches count for which conversion, and which make the path of a customer who never converted. */
final class TouchWindows implements Serializable {
    private static final long serialVersionUID = 1L;

    /** So many touches before a conversion are looked at, the latest ones: a path is never longer. */
    static final int MOST_TOUCHES = 1_000;

    /** Stands for the conversion of a customer who never converted. */
    static final int NEVER = -1;

    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final long lookback;
    private final boolean servesNextOnly;

    TouchWindows(AttributionRules rules) {
        this.lookback = rules.lookbackIfAny().map(TouchWindows::micros).orElse(NO_LIMIT);
        this.servesNextOnly = rules.serves() == AttributionRules.Serves.NEXT_CONVERSION;
    }

    /** Takes a path: the touches from one number up to, without, another. */
    interface Sink {
        /**
         * Takes a path.
         *
         * @param conversion where the conversion stands in the history, or {@link #NEVER}
         */
        void take(int conversion, int from, int to);
    }

    /** Hands over the path of every conversion, or of the customer who has none but touches. */
    void forEach(CustomerHistory history, Touches touches, Sink sink) {
        if (touches.conversions() == 0) {
            if (touches.size() > 0) {
                int to = touches.size();
                sink.take(NEVER, from(touches, 0, to, touches.time(to - 1)), to);
            }
            return;
        }
        int from = 0;
        int to = 0;
        for (int number = 0; number < touches.conversions(); number++) {
            int conversion = touches.conversion(number);
            long time = history.occurredAt(conversion);
            // A touch up to the former conversion has served that one.
            from = servesNextOnly ? to : from;
            while (to < touches.size() && touches.time(to) <= time) {
                to++;
            }
            from = from(touches, from, to, time);
            sink.take(conversion, from, to);
        }
    }

    private int from(Touches touches, int earliest, int to, long time) {
        int from = Math.max(earliest, to - MOST_TOUCHES);
        // Times of a log lie within some thousand years of 1970, so their difference is no overflow.
        while (from < to && time - touches.time(from) > lookback) {
            from++;
        }
        return from;
    }

    /** A duration in microseconds; one of more than 292,000 years is no limit. */
    static long micros(Duration duration) {
        try {
            return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1000);
        } catch (ArithmeticException longerThanAnyLog) {
            return NO_LIMIT;
        }
    }
}
