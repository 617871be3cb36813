package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.journey.AsOf;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of docs/churn.md: inactive_after 90 days, active at midnight of the days listed. */
class StateRuleTest {
    private static final long HOUR = 3_600_000_000L;
    private static final long DAY = 24 * HOUR;
    private static final StateRule RULE = StateRule.of(Duration.ofDays(90));

    @ParameterizedTest
    @CsvSource({
        "0,                 0,   NEW",
        "0,                 45,  NEW",
        "0,                 46,  AT_RISK",
        "0,                 90,  AT_RISK",
        "0,                 91,  DORMANT",
        "0 10,              55,  NEW",
        "0 10,              56,  AT_RISK",
        "0 7 14 22,         36,  NEW",
        "0 7 14 22,         37,  AT_RISK",
        "0 7 14 22,         112, AT_RISK",
        "0 7 14 22,         113, DORMANT",
        "0 30 60 90 120,    180, CURRENT",
        "0 30 60 90 120,    181, AT_RISK",
        "0 1 2 62 63 64,    94,  CURRENT",
        "0 1 2 62 63 64,    100, CURRENT",
        "0 1 2 62 63 64,    101, AT_RISK",
        "0 200,             200, RETURNED",
        "0 200,             245, RETURNED",
        "0 200,             246, AT_RISK",
        "0 90,              100, CURRENT",
        "0 91,              100, RETURNED",
        "0 200 203,         203, RETURNED",
        "0 91 101 111,      131, RETURNED",
        "0 100 130 160 190, 190, RETURNED",
        "0 100 130 160 190, 191, CURRENT",
        "0 60 120,          210, CURRENT",
        "0 60 120,          211, DORMANT",
        "0 30 60 90,        90,  NEW",
        "0 30 60 90,        91,  CURRENT",
    })
    void theWorkedExamplesHold(String days, long asOfDay, ChurnState state) {
        assertThat(RULE.stateOf(activeOn(days), atMidnight(asOfDay))).isEqualTo(state);
    }

    @Test
    void patienceIsTwiceTheMedianOrNineTenthsOfTheGapsWhicheverIsLonger() {
        assertThat(StateRule.patience(new long[] {8, 7, 7})).isEqualTo(14);
        // Sorted 1 1 1 1 60, position 3.6: 1 + .6 * 59.
        assertThat(StateRule.patience(new long[] {1, 1, 60, 1, 1})).isCloseTo(36.4, within(1e-9));
    }

    @Test
    void inactiveAfterIsComparedWithExactTimesAndGapsWithDays() {
        StateRule rule = StateRule.of(Duration.ofHours(36));
        assertThat(rule.stateOf(activeOn("0"), atMicro(18 * HOUR))).isEqualTo(ChurnState.NEW);
        assertThat(rule.stateOf(activeOn("0"), atMicro(18 * HOUR + 1))).isEqualTo(ChurnState.AT_RISK);
        assertThat(rule.stateOf(activeOn("0"), atMicro(36 * HOUR))).isEqualTo(ChurnState.AT_RISK);
        assertThat(rule.stateOf(activeOn("0"), atMicro(36 * HOUR + 1))).isEqualTo(ChurnState.DORMANT);
    }

    @Test
    void theDayThatIsStillRunningDoesNotMakeACustomerLate() {
        // A customer of every day is late on the third silent day, at its first microsecond, not before.
        Activity daily = activeOn("0 1 2 3");
        assertThat(RULE.stateOf(daily, atMicro(6 * DAY - 1))).isEqualTo(ChurnState.NEW);
        assertThat(RULE.stateOf(daily, atMidnight(6))).isEqualTo(ChurnState.AT_RISK);
    }

    @Test
    void silenceOnlyLeadsTowardsDormant() {
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            String days = random.ints(1 + random.nextInt(8), 0, 400)
                    .distinct()
                    .sorted()
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(" "));
            Activity activity = activeOn(days);
            int former = 0;
            for (long silence = 0; silence <= 120; silence++) {
                int severity = switch (RULE.stateOf(activity, atMidnight(activity.lastDay() + silence))) {
                    case NEW, CURRENT, RETURNED -> 0;
                    case AT_RISK -> 1;
                    case DORMANT -> 2;
                };
                assertThat(severity).isGreaterThanOrEqualTo(former);
                former = severity;
            }
            assertThat(former).isEqualTo(2);
        }
    }

    /** Active at midnight of each of these days. */
    private static Activity activeOn(String text) {
        long[] days = Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
        long last = days[days.length - 1];
        long returned = Activity.NEVER;
        for (int i = 1; i < days.length; i++) {
            returned = days[i] - days[i - 1] > 90 ? days[i] * DAY : returned;
        }
        return new Activity(days, days[0] * DAY, last * DAY, returned);
    }

    private static AsOf atMidnight(long day) {
        return atMicro(day * DAY);
    }

    private static AsOf atMicro(long micros) {
        return AsOf.ofMicros(micros, ZoneOffset.UTC);
    }
}
