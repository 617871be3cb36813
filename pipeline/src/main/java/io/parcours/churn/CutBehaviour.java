package io.parcours.churn;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Match;
import io.parcours.stats.FeatureMoments;
import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;

/**
 * What one customer's touchpoints up to the end of a day tell, and whether he left in the days after it. Used for one
 * customer after the other.
 */
final class CutBehaviour {
    private static final int GAPS_OF_A_RHYTHM = 2;
    private static final int RECENT = 0;
    private static final int FORMER = 1;

    private final BehaviourFeatures rules;
    private final long cut;
    private final long[] touchpoints = new long[2];
    private final double[] values = new double[2];
    private final DistinctTexts[] channels = {new DistinctTexts(), new DistinctTexts()};
    private final long[] signalCounts;
    private long firstDay;
    private int furthestStage;
    private long furthestSince;
    private boolean isEnded;
    private boolean isActiveAfter;
    private boolean isEndedAfter;

    /** @param cut the day, since 1970-01-01 */
    CutBehaviour(BehaviourFeatures rules, long cut) {
        this.rules = rules;
        this.cut = cut;
        this.signalCounts = new long[rules.signals().length];
        begin();
    }

    void begin() {
        Arrays.fill(touchpoints, 0);
        Arrays.fill(values, 0);
        Arrays.fill(signalCounts, 0);
        channels[RECENT].clear();
        channels[FORMER].clear();
        firstDay = Long.MAX_VALUE;
        furthestStage = -1;
        furthestSince = 0;
        isEnded = false;
        isActiveAfter = false;
        isEndedAfter = false;
    }

    /** Takes in the customer's next touchpoint, which lies on this local day. */
    void take(CustomerHistory history, int index, long day) {
        Match match = history.match(index);
        boolean isActive = match.holds(rules.activity());
        boolean isEnd = rules.hasEnds() && match.holds(rules.ends());
        if (day <= cut) {
            // What is an end and activity at once is an end.
            isEnded = isEnd || isEnded && !isActive;
            takeBefore(history, index, day);
        } else if (day <= cut + rules.inactiveDays()) {
            isActiveAfter |= isActive;
            isEndedAfter |= isEnd;
        }
    }

    private void takeBefore(CustomerHistory history, int index, long day) {
        firstDay = Math.min(firstDay, day);
        if (rules.hasStages() && history.stage(index) > furthestStage) {
            furthestStage = history.stage(index);
            furthestSince = day;
        }
        long age = (cut - day) / rules.lookbackDays();
        if (age > FORMER) {
            return;
        }
        int window = (int) age;
        touchpoints[window]++;
        channels[window].add(history.channel(index));
        double value = history.value(index);
        if (value > 0) {
            // Below half of what a double can hold, whatever a log says.
            values[window] = Math.min(values[window] + value, Double.MAX_VALUE / 4);
        }
        for (int signal = 0; window == RECENT && signal < signalCounts.length; signal++) {
            signalCounts[signal] += history.match(index).holds(rules.signals()[signal]) ? 1 : 0;
        }
    }

    /**
     * Whether the customer can still leave: he has been active, and is not gone.
     *
     * @param lastDay the last day with activity up to the cut
     */
    boolean isThere(long lastDay) {
        return rules.hasEnds() ? !isEnded : cut - lastDay < rules.inactiveDays();
    }

    /** Whether he left in the days after the cut. */
    boolean isLeaving() {
        return rules.hasEnds() ? isEndedAfter : !isActiveAfter;
    }

    /**
     * The features.
     *
     * @param days the days with activity, rising, each once
     * @param size how many of them lie up to the cut, at least one
     */
    double[] features(long[] days, int size) {
        long silent = cut - days[size - 1];
        double[] features = new double[rules.size()];
        int next = 0;
        features[next++] = logarithm(silent);
        features[next++] = size > GAPS_OF_A_RHYTHM ? rhythm(silent, days, size) : 0;
        features[next++] = logarithm(size - 1);
        features[next++] = logarithm(cut - days[0]);
        features[next++] = trend(touchpoints[RECENT], touchpoints[FORMER]);
        features[next++] = trend(channels[RECENT].size(), channels[FORMER].size());
        features[next++] = trend(values[RECENT], values[FORMER]);
        if (rules.hasStages()) {
            features[next++] = logarithm(cut - (furthestStage < 0 ? firstDay : furthestSince));
        }
        for (long count : signalCounts) {
            features[next++] = logarithm(count);
        }
        return features;
    }

    private static double rhythm(long silent, long[] days, int size) {
        long[] gaps = new long[size - 1];
        Arrays.setAll(gaps, i -> days[i + 1] - days[i]);
        Arrays.sort(gaps);
        double median = (gaps[(gaps.length - 1) / 2] + gaps[gaps.length / 2]) / 2.0;
        return FeatureMoments.onGrid(FastMath.log((1 + silent) / (1 + median)));
    }

    private static double logarithm(long count) {
        return FeatureMoments.onGrid(FastMath.log1p(count));
    }

    private static double trend(double recent, double former) {
        double both = recent + former;
        return both > 0 ? FeatureMoments.onGrid((recent - former) / both) : 0;
    }
}
