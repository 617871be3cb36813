package io.parcours.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.TouchpointCondition;
import io.parcours.condition.Where;
import io.parcours.touchpoint.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConditionAnswersTest {
    private static final List<String> STAGES = List.of("s0", "s1", "s2");

    /** Every touchpoint is asked every condition here, in the words of the map; nothing is remembered. */
    @Test
    void what_is_remembered_by_event_and_channel_equals_asking_every_touchpoint() {
        Random random = new Random(21);
        for (int round = 0; round < 200; round++) {
            List<Stage> stages = new ArrayList<>();
            for (String name : STAGES) {
                stages.add(new Stage(name, condition(random, null)));
            }
            List<TouchpointCondition> asked = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(80); i++) {
                asked.add(condition(random, random.nextInt(3) == 0 ? STAGES.get(random.nextInt(3)) : null));
            }
            ConditionIndex index = new ConditionIndex(asked);
            JourneyRules rules = new JourneyRules(
                    JourneyRules.DEFAULT_SESSION_GAP,
                    JourneyRules.DEFAULT_JOURNEY_GAP,
                    stages,
                    TouchpointCondition.ANY,
                    JourneyRules.DEFAULT_TOUCHPOINT_LIMIT);
            List<Touchpoint> log = log(random);
            CustomerHistory history = new HistoryBuilder(rules, index, Histories.asOfMinute(1_000)).build(log);
            for (int i = 0; i < log.size(); i++) {
                int stage = firstStage(stages, log.get(i));
                assertThat(history.stage(i)).isEqualTo(stage);
                for (TouchpointCondition condition : asked) {
                    assertThat(history.match(i).holds(index.numberOf(condition)))
                            .as("%s of %s", condition, log.get(i))
                            .isEqualTo(holds(condition, log.get(i), stage < 0 ? null : STAGES.get(stage)));
                }
            }
        }
    }

    @Test
    void many_events_change_nothing() {
        List<Touchpoint> log = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            log.add(touchpoint(i, i % 3 == 0 ? "hit" : "event " + i % 10_000, "c" + i % 7, 0));
        }
        TouchpointCondition hit = new TouchpointCondition(List.of("hit"), List.of("c1", "c2"), null, null);
        ConditionIndex index = new ConditionIndex(List.of(hit));
        CustomerHistory history = new HistoryBuilder(Histories.rules(), index, Histories.asOfMinute(1_000)).build(log);
        for (int i = 0; i < log.size(); i++) {
            boolean expected = i % 3 == 0 && (i % 7 == 1 || i % 7 == 2);
            assertThat(history.match(i).holds(index.numberOf(hit))).isEqualTo(expected);
        }
    }

    private static int firstStage(List<Stage> stages, Touchpoint touchpoint) {
        for (int stage = 0; stage < stages.size(); stage++) {
            if (holds(stages.get(stage).condition(), touchpoint, null)) {
                return stage;
            }
        }
        return -1;
    }

    private static boolean holds(TouchpointCondition condition, Touchpoint touchpoint, String stage) {
        return (condition.events().isEmpty() || condition.events().contains(touchpoint.event()))
                && (condition.channels().isEmpty() || isAmong(condition.channels(), touchpoint.channel()))
                && (condition.stage() == null || condition.stage().equals(stage))
                && (condition.where() == null || touchpoint.value() >= 5);
    }

    private static boolean isAmong(List<String> names, String name) {
        return name != null && names.contains(name);
    }

    private static TouchpointCondition condition(Random random, String stage) {
        return new TouchpointCondition(
                some(random, "e"), some(random, "c"), stage, random.nextInt(3) == 0 ? atLeastFive() : null);
    }

    private static List<String> some(Random random, String letter) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            if (random.nextInt(3) == 0) {
                names.add(letter + i);
            }
        }
        return names;
    }

    private static Where atLeastFive() {
        return Where.parse("value >= 5", ConditionColumns.ofTouchpoints(List.of()));
    }

    private static List<Touchpoint> log(Random random) {
        List<Touchpoint> log = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String channel = random.nextInt(4) == 0 ? null : "c" + random.nextInt(4);
            log.add(touchpoint(i, "e" + random.nextInt(4), channel, random.nextInt(10)));
        }
        return log;
    }

    private static Touchpoint touchpoint(int number, String event, String channel, double value) {
        return new Touchpoint("c", number, "%06d".formatted(number), event, channel, value, List.of(), "f");
    }
}
