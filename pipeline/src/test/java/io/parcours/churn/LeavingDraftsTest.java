package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.RandomHistories;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LeavingDraftsTest {
    private static final TouchpointCondition BUY = TouchpointCondition.ofEvents("D");
    private static final TouchpointCondition CANCEL = TouchpointCondition.ofEvents("F");
    private static final TouchpointCondition COMPLAIN = TouchpointCondition.ofEvents("B", "E");
    private static final ConditionIndex INDEX =
            new ConditionIndex(List.of(TouchpointCondition.ANY, BUY, CANCEL, COMPLAIN));
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void everyFeatureAndOutcomeIsThatOfAPlainReading() {
        Random random = new Random(17);
        int rows = 0;
        int left = 0;
        for (int round = 0; round < 200; round++) {
            AsOf asOf = RandomHistories.randomAsOf(random, round % 2 == 0 ? PARIS : ZoneOffset.UTC);
            boolean hasEnds = round % 3 == 0;
            ChurnRules rules = rules(
                    round % 4 == 0 ? TouchpointCondition.ANY : BUY,
                    hasEnds,
                    1 + random.nextInt(80),
                    1 + random.nextInt(60));
            BehaviourFeatures features = new BehaviourFeatures(rules, 3, INDEX);
            LeavingDrafts drafts = new LeavingDrafts(features);
            for (int customer = 0; customer < 20; customer++) {
                List<Touchpoint> touchpoints = touchpoints(random, asOf);
                List<LeavingDrafts.Row> found = new ArrayList<>();
                drafts.rows(history(touchpoints, asOf), asOf, found::add);
                List<LeavingDrafts.Row> plain = plain(touchpoints, rules, asOf);
                assertThat(found).hasSameSizeAs(plain);
                for (int i = 0; i < plain.size(); i++) {
                    LeavingDrafts.Row row = found.get(i);
                    assertThat(row.cut()).isEqualTo(plain.get(i).cut());
                    assertThat(row.left()).isEqualTo(plain.get(i).left());
                    assertThat(row.silentDays()).isEqualTo(plain.get(i).silentDays());
                    assertThat(row.features()).containsExactly(plain.get(i).features(), within(1e-6));
                    left += (int) row.left();
                    rows++;
                }
            }
        }
        assertThat(rows).isGreaterThan(2_000);
        assertThat(left).isBetween(rows / 10, rows * 9 / 10);
    }

    @Test
    void featuresOfACutAreThoseOfTheHistoryThatEndsThere() {
        // Whatever comes after the cut's day: the history cut off there, seen as of that day, has the same features.
        Random random = new Random(18);
        int compared = 0;
        for (int round = 0; round < 100; round++) {
            AsOf asOf = RandomHistories.randomAsOf(random, PARIS);
            ChurnRules rules = rules(BUY, false, 5 + random.nextInt(60), 1 + random.nextInt(40));
            BehaviourFeatures features = new BehaviourFeatures(rules, 3, INDEX);
            LocalDate cut = asOf.date().minusDays(rules.inactiveDays());
            AsOf then = new AsOf(cut.plusDays(1).atStartOfDay(PARIS).toInstant().minusNanos(1_000), PARIS);
            for (int customer = 0; customer < 20; customer++) {
                List<Touchpoint> touchpoints = touchpoints(random, asOf);
                List<Touchpoint> before = touchpoints.stream()
                        .filter(touchpoint -> touchpoint.occurredAt() <= then.micros())
                        .toList();
                List<LeavingDrafts.Row> rows = new ArrayList<>();
                new LeavingDrafts(features).rows(history(touchpoints, asOf), asOf, rows::add);
                for (LeavingDrafts.Row row : rows) {
                    if (row.cut() == LeavingDrafts.LATTER) {
                        double[] there =
                                new AsOfBehaviour(features).of(history(before, then), ChurnState.CURRENT, then);
                        assertThat(row.features()).isEqualTo(there);
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(300);
    }

    @Test
    void theExampleOfTheDocumentationHolds() {
        // inactive_after 30d, lookback 10d, as of 30 April (day 0 is 1 January): cuts 31 March and 1 March.
        AsOf asOf = new AsOf(Instant.parse("2023-04-30T23:59:59.999999Z"), ZoneOffset.UTC);
        ChurnRules rules = rules(BUY, false, 30, 10);
        List<Touchpoint> touchpoints = List.of(
                touchpoint("2023-02-20T10:00:00Z", "D", "web", 40, 0),
                touchpoint("2023-03-12T10:00:00Z", "D", "web", 30, 1),
                touchpoint("2023-03-15T10:00:00Z", "A", "app", Double.NaN, 2),
                touchpoint("2023-03-22T10:00:00Z", "D", "web", 10, 3),
                touchpoint("2023-03-24T10:00:00Z", "E", "web", Double.NaN, 4),
                touchpoint("2023-05-01T00:00:00Z", "D", "web", 99, 5));
        List<LeavingDrafts.Row> rows = new ArrayList<>();
        new LeavingDrafts(new BehaviourFeatures(rules, 3, INDEX))
                .rows(history(touchpoints.subList(0, 5), asOf), asOf, rows::add);

        assertThat(rows).hasSize(2);
        LeavingDrafts.Row latter = rows.get(1);
        assertThat(latter.left()).isEqualTo(1);
        assertThat(latter.silentDays()).isEqualTo(9);
        assertThat(latter.features())
                .containsExactly(
                        new double[] {
                            Math.log(10), // 9 days since 22 March
                            Math.log(10.0 / 16), // gaps 20 and 10, median 15
                            Math.log(3), // two days more
                            Math.log(40), // 39 days since 20 February
                            0, // 22 and 24 March against 12 and 15 March
                            -1.0 / 3, // web against web and app
                            -0.5, // 10 against 30
                            Math.log(40), // purchase first reached on 20 February
                            Math.log(2) // E
                        },
                        within(1e-6));
        LeavingDrafts.Row former = rows.get(0);
        assertThat(former.left()).isZero();
        assertThat(former.silentDays()).isEqualTo(9);
    }

    @Test
    void whereTheMapSaysWhatEndsOnlyTheEndedAreGone() {
        AsOf asOf = new AsOf(Instant.parse("2023-12-31T00:00:00Z"), ZoneOffset.UTC);
        AsOfBehaviour behaviour = new AsOfBehaviour(new BehaviourFeatures(rules(BUY, true, 30, 10), 3, INDEX));
        List<Touchpoint> touchpoints = List.of(
                touchpoint("2023-02-20T10:00:00Z", "D", "web", 40, 0),
                touchpoint("2023-03-22T10:00:00Z", "F", "web", 10, 1),
                touchpoint("2023-03-23T10:00:00Z", "A", "web", 10, 2),
                touchpoint("2023-03-24T10:00:00Z", "D", "web", 10, 3));
        assertThat(behaviour.of(history(touchpoints.subList(0, 1), asOf), ChurnState.DORMANT, asOf))
                .isNotNull();
        assertThat(behaviour.of(history(touchpoints.subList(0, 2), asOf), ChurnState.DORMANT, asOf))
                .isNull();
        // Looking is no activity here, buying again is.
        assertThat(behaviour.of(history(touchpoints.subList(0, 3), asOf), ChurnState.DORMANT, asOf))
                .isNull();
        assertThat(behaviour.of(history(touchpoints, asOf), ChurnState.DORMANT, asOf))
                .isNotNull();
        AsOfBehaviour bySilence = new AsOfBehaviour(new BehaviourFeatures(rules(BUY, false, 30, 10), 3, INDEX));
        assertThat(bySilence.of(history(touchpoints, asOf), ChurnState.DORMANT, asOf))
                .isNull();
    }

    @Test
    void aLookbackOfAnyLengthIsDaysRoundedUp() {
        for (Duration lookback :
                List.of(Duration.ofSeconds(1), Duration.ofHours(24), Duration.ofDays(1_000_000_000_000L))) {
            ChurnRules rules = new ChurnRules(
                    BUY,
                    Duration.ofDays(7),
                    Duration.ofDays(30),
                    BuyingRules.DEFAULT,
                    CurveRules.DEFAULT,
                    new SignalRules(lookback, List.of()));
            assertThat(new BehaviourFeatures(rules, 0, INDEX).lookbackDays())
                    .isEqualTo(lookback.toDays() > 1 ? Integer.MAX_VALUE : 1);
        }
        assertThat(new BehaviourFeatures(rules(BUY, false, 30, 10), 3, INDEX).lookbackDays())
                .isEqualTo(10);
    }

    @Test
    void whoIsOverTheLimitTakesNoPartAsHeWouldSeemToHaveLeft() {
        AsOf asOf = new AsOf(Instant.parse("2023-04-30T00:00:00Z"), ZoneOffset.UTC);
        List<Touchpoint> touchpoints = List.of(
                touchpoint("2023-02-20T10:00:00Z", "D", "web", 40, 0),
                touchpoint("2023-03-22T10:00:00Z", "D", "web", 10, 1));
        List<LeavingDrafts.Row> rows = new ArrayList<>();
        BehaviourFeatures features = new BehaviourFeatures(rules(BUY, false, 30, 10), 3, INDEX);
        JourneyRules rules = RandomHistories.RULES;
        JourneyRules limited =
                new JourneyRules(rules.sessionGap(), rules.journeyGap(), rules.stages(), rules.conversion(), 1);
        CustomerHistory history = new HistoryBuilder(limited, INDEX, asOf).build(touchpoints);
        assertThat(history.isTruncated()).isTrue();
        new LeavingDrafts(features).rows(history, asOf, rows::add);
        assertThat(rows).isEmpty();
        assertThat(new AsOfBehaviour(features).of(history, ChurnState.CURRENT, asOf))
                .isNull();
    }

    @Test
    void anyValueAndAnyNumberOfChannelsHasFeatures() {
        AsOf asOf = new AsOf(Instant.parse("2023-04-30T00:00:00Z"), ZoneOffset.UTC);
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            touchpoints.add(touchpoint("2023-03-22T10:00:00Z", "D", "channel " + i % 50, Double.MAX_VALUE, i));
        }
        List<LeavingDrafts.Row> rows = new ArrayList<>();
        BehaviourFeatures features = new BehaviourFeatures(rules(BUY, false, 30, 10), 3, INDEX);
        new LeavingDrafts(features).rows(history(touchpoints, asOf), asOf, rows::add);
        assertThat(rows).hasSize(1);
        for (double feature : rows.get(0).features()) {
            assertThat(feature).isFinite();
        }
        DistinctTexts texts = new DistinctTexts();
        touchpoints.forEach(touchpoint -> texts.add(touchpoint.channel()));
        texts.add(null);
        assertThat(texts.size()).isEqualTo(50);
        texts.clear();
        texts.add("channel 1");
        assertThat(texts.size()).isEqualTo(1);
    }

    private static ChurnRules rules(TouchpointCondition activity, boolean hasEnds, int inactiveDays, int lookbackDays) {
        return new ChurnRules(
                activity,
                Duration.ofDays(7),
                Duration.ofDays(inactiveDays),
                BuyingRules.DEFAULT,
                new CurveRules(hasEnds ? CANCEL : null, List.of()),
                new SignalRules(Duration.ofDays(lookbackDays), List.of(new ChurnSignal("complaint", COMPLAIN))));
    }

    private static CustomerHistory history(List<Touchpoint> touchpoints, AsOf asOf) {
        return new HistoryBuilder(RandomHistories.RULES, INDEX, asOf).build(touchpoints);
    }

    private static Touchpoint touchpoint(String stamp, String event, String channel, double value, int number) {
        long micros = Instant.parse(stamp).getEpochSecond() * 1_000_000;
        return new Touchpoint("c", micros, "%03d".formatted(number), event, channel, value, List.of(), "example");
    }

    /** Up to 40 touchpoints over 250 days, often at local midnights. */
    private static List<Touchpoint> touchpoints(Random random, AsOf asOf) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        int size = 1 + random.nextInt(random.nextBoolean() ? 5 : 40);
        for (int i = 0; i < size; i++) {
            LocalDate day = asOf.date().minusDays(1 + random.nextInt(250));
            Instant at = day.atStartOfDay(asOf.zone()).toInstant();
            at = switch (random.nextInt(3)) {
                case 0 -> at;
                case 1 -> at.minusNanos(1_000);
                default -> at.plusSeconds(random.nextInt(86_400));
            };
            touchpoints.add(new Touchpoint(
                    "c",
                    ChronoUnit.MICROS.between(Instant.EPOCH, at),
                    "%03d".formatted(i),
                    String.valueOf("ABCDEF".charAt(random.nextInt(6))),
                    random.nextInt(4) == 0 ? null : "channel " + random.nextInt(12),
                    random.nextInt(3) == 0 ? Double.NaN : (random.nextInt(2_000) - 200) / 100.0,
                    List.of(),
                    "random"));
        }
        touchpoints.sort(Comparator.comparingLong(Touchpoint::occurredAt).thenComparing(Touchpoint::eventId));
        return touchpoints;
    }

    private static List<LeavingDrafts.Row> plain(List<Touchpoint> touchpoints, ChurnRules rules, AsOf asOf) {
        List<LeavingDrafts.Row> rows = new ArrayList<>();
        int inactive = rules.inactiveDays();
        for (int cut = 0; cut < 2; cut++) {
            LocalDate day = asOf.date().minusDays((long) (2 - cut) * inactive);
            List<Touchpoint> before = touchpoints.stream()
                    .filter(one -> !ActivityOracle.dayOf(one.occurredAt(), asOf).isAfter(day))
                    .toList();
            List<Touchpoint> after = touchpoints.stream()
                    .filter(one -> ActivityOracle.dayOf(one.occurredAt(), asOf).isAfter(day))
                    .filter(one -> !ActivityOracle.dayOf(one.occurredAt(), asOf).isAfter(day.plusDays(inactive)))
                    .toList();
            TreeSet<LocalDate> days = new TreeSet<>();
            before.stream()
                    .filter(one -> isActive(one, rules))
                    .forEach(one -> days.add(ActivityOracle.dayOf(one.occurredAt(), asOf)));
            if (days.isEmpty()) {
                continue;
            }
            long silent = ChronoUnit.DAYS.between(days.last(), day);
            boolean hasEnds = rules.curves().ends() != null;
            boolean isGone = hasEnds ? isEnded(before, rules) : silent >= inactive;
            if (!isGone) {
                boolean isLeft = hasEnds
                        ? after.stream().anyMatch(one -> one.event().equals("F"))
                        : after.stream().noneMatch(one -> isActive(one, rules));
                double[] features = plainFeatures(before, days, day, rules, asOf);
                rows.add(new LeavingDrafts.Row(cut, isLeft ? 1 : 0, silent, features));
            }
        }
        return rows;
    }

    private static boolean isActive(Touchpoint touchpoint, ChurnRules rules) {
        return rules.activity().equals(TouchpointCondition.ANY)
                || touchpoint.event().equals("D");
    }

    /** Whether the latest cancellation was followed by no activity, but perhaps its own. */
    private static boolean isEnded(List<Touchpoint> before, ChurnRules rules) {
        int lastEnd = -1;
        int lastActivity = -1;
        for (int i = 0; i < before.size(); i++) {
            lastEnd = before.get(i).event().equals("F") ? i : lastEnd;
            lastActivity = isActive(before.get(i), rules) ? i : lastActivity;
        }
        return lastEnd >= 0 && lastActivity <= lastEnd;
    }

    private static double[] plainFeatures(
            List<Touchpoint> before, TreeSet<LocalDate> days, LocalDate day, ChurnRules rules, AsOf asOf) {
        long lookback = rules.signals().lookback().toDays();
        List<Touchpoint> recent = between(before, day.minusDays(lookback), day, asOf);
        List<Touchpoint> former = between(before, day.minusDays(2 * lookback), day.minusDays(lookback), asOf);
        double silent = ChronoUnit.DAYS.between(days.last(), day);
        List<Long> gaps = new ArrayList<>();
        LocalDate last = null;
        for (LocalDate active : days) {
            if (last != null) {
                gaps.add(ChronoUnit.DAYS.between(last, active));
            }
            last = active;
        }
        gaps.sort(null);
        int middle = gaps.size() / 2;
        double rhythm = 0;
        if (gaps.size() >= 2) {
            double median = gaps.size() % 2 == 1 ? gaps.get(middle) : (gaps.get(middle - 1) + gaps.get(middle)) / 2.0;
            rhythm = Math.log((1 + silent) / (1 + median));
        }
        LocalDate reached = ActivityOracle.dayOf(before.get(0).occurredAt(), asOf);
        int furthest = -1;
        for (Touchpoint touchpoint : before) {
            int stage = switch (touchpoint.event()) {
                case "A", "B" -> 0;
                case "C" -> 1;
                case "D" -> 2;
                default -> -1;
            };
            if (stage > furthest) {
                furthest = stage;
                reached = ActivityOracle.dayOf(touchpoint.occurredAt(), asOf);
            }
        }
        long complaints = recent.stream()
                .filter(one -> one.event().equals("B") || one.event().equals("E"))
                .count();
        return new double[] {
            Math.log(1 + silent),
            rhythm,
            Math.log(days.size()),
            Math.log(1 + ChronoUnit.DAYS.between(days.first(), day)),
            trend(recent.size(), former.size()),
            trend(channels(recent), channels(former)),
            trend(value(recent), value(former)),
            Math.log(1 + ChronoUnit.DAYS.between(reached, day)),
            Math.log(1 + complaints)
        };
    }

    /** After the one day, up to the other. */
    private static List<Touchpoint> between(List<Touchpoint> touchpoints, LocalDate from, LocalDate to, AsOf asOf) {
        return touchpoints.stream()
                .filter(one -> ActivityOracle.dayOf(one.occurredAt(), asOf).isAfter(from))
                .filter(one -> !ActivityOracle.dayOf(one.occurredAt(), asOf).isAfter(to))
                .toList();
    }

    private static double channels(List<Touchpoint> touchpoints) {
        Set<String> channels = new HashSet<>();
        touchpoints.forEach(one -> channels.add(one.channel()));
        channels.remove(null);
        return channels.size();
    }

    private static double value(List<Touchpoint> touchpoints) {
        return touchpoints.stream()
                .mapToDouble(Touchpoint::value)
                .filter(value -> value > 0)
                .sum();
    }

    private static double trend(double recent, double former) {
        return recent + former == 0 ? 0 : (recent - former) / (recent + former);
    }
}
