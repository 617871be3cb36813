package io.parcours.sample.fitted;

import io.parcours.map.JourneyMap;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what every run must find to the last unit: customers, sessions, journeys, touchpoints. */
final class HistoryTruth {
    /** In the order of the contract: by time, then by the bytes of the id. */
    static final Comparator<Touch> ORDER = Comparator.<Touch>comparingLong(touch -> touch.time)
            .thenComparing(touch -> touch.id, HistoryTruth::byBytes);

    private final JourneyMap map;
    private final Judge judge;
    private final long end;
    private final long sessionGap;
    private final long journeyGap;

    final Map<String, Long> byEvent = new TreeMap<>();
    final Map<String, Long> byChannel = new TreeMap<>();
    /** By stage: touchpoints, journeys with one, and customers whose furthest it is. */
    final long[] touchpointsInStage;

    final long[] journeysInStage;
    final long[] customersByFurthest;
    long touchpoints;
    long customers;
    long sessions;
    long openSessions;
    long journeys;
    long openJourneys;
    long converted;
    long inProgress;
    long valued;
    BigDecimal value = BigDecimal.ZERO;

    HistoryTruth(JourneyMap map, Judge judge, PlayTime time) {
        this.map = map;
        this.judge = judge;
        this.end = time.end();
        this.sessionGap = map.journey().sessionGap().toSeconds();
        this.journeyGap =
                map.journey().journeyGapIfAny().map(Duration::toSeconds).orElse(Long.MAX_VALUE);
        int stages = map.journey().stages().size();
        touchpointsInStage = new long[stages];
        journeysInStage = new long[stages];
        customersByFurthest = new long[stages];
    }

    /** The sum of the touches' values; NaN where none has one. */
    static double value(List<Touch> touches) {
        return touches.stream()
                .filter(touch -> !Double.isNaN(touch.value))
                .map(touch -> BigDecimal.valueOf(touch.value))
                .reduce(BigDecimal::add)
                .map(BigDecimal::doubleValue)
                .orElse(Double.NaN);
    }

    private static int byBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a customer's touches in order, at least one; their stages are known. */
    void add(List<Touch> touches) {
        customers++;
        touchpoints += touches.size();
        int furthest = -1;
        for (Touch touch : touches) {
            byEvent.merge(touch.event, 1L, Long::sum);
            byChannel.merge(touch.channel == null ? "(none)" : touch.channel, 1L, Long::sum);
            if (touch.stage >= 0) {
                touchpointsInStage[touch.stage]++;
                furthest = Math.max(furthest, touch.stage);
            }
            if (!Double.isNaN(touch.value)) {
                valued++;
                value = value.add(BigDecimal.valueOf(touch.value));
            }
        }
        if (furthest >= 0) {
            customersByFurthest[furthest]++;
        }
        sessions(touches);
        journeys(touches);
    }

    private void sessions(List<Touch> touches) {
        long before = Long.MIN_VALUE;
        for (Touch touch : touches) {
            sessions += before == Long.MIN_VALUE || touch.time - before > sessionGap ? 1 : 0;
            before = touch.time;
        }
        openSessions += end - before > sessionGap ? 0 : 1;
    }

    private void journeys(List<Touch> touches) {
        int from = 0;
        for (int i = 1; i <= touches.size(); i++) {
            boolean isLast = i == touches.size();
            if (isLast || touches.get(i).time - touches.get(i - 1).time > journeyGap) {
                boolean isOpen = isLast && end - touches.get(i - 1).time <= journeyGap;
                journey(touches.subList(from, i), isOpen);
                from = i;
            }
        }
    }

    private void journey(List<Touch> touches, boolean isOpen) {
        journeys++;
        openJourneys += isOpen ? 1 : 0;
        boolean isConverted =
                touches.stream().anyMatch(touch -> judge.holds(map.journey().conversion(), touch, touch.stage));
        converted += isConverted ? 1 : 0;
        inProgress += isOpen && !isConverted ? 1 : 0;
        touches.stream()
                .mapToInt(touch -> touch.stage)
                .filter(stage -> stage >= 0)
                .distinct()
                .forEach(stage -> journeysInStage[stage]++);
    }
}
