package io.parcours.journey;

import io.parcours.condition.ConditionRow;
import io.parcours.condition.TouchpointCondition;
import io.parcours.condition.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stage of a touchpoint and its answers to the map's conditions. Events, channels and stages are few, so what
 * follows from them is worked out once for each combination; only a {@code where} is asked for every touchpoint.
 */
final class ConditionAnswers {
    private static final int SLOTS = 1 << 12;

    private final List<Prepared> stages = new ArrayList<>();
    private final List<Prepared> conditions = new ArrayList<>();
    private final long[] failures;
    private final int words;
    private final Map<Fitting, Kind> kinds = new HashMap<>();
    private final Map<Words, Match> matches = new HashMap<>();

    /** The kinds of the pairs of event and channel met lately: a slot holds one pair, another one of its slot replaces it. */
    private final Kind[] kindOfSlot = new Kind[SLOTS];

    private final long[] pairOfSlot = new long[SLOTS];
    private TextCodes texts;

    ConditionAnswers(List<Stage> stages, List<TouchpointCondition> conditions) {
        stages.forEach(stage -> this.stages.add(new Prepared(stage.condition())));
        conditions.forEach(condition -> this.conditions.add(new Prepared(condition)));
        this.failures = new long[conditions.size()];
        this.words = Math.max(1, (conditions.size() + 63) >> 6);
    }

    /** What is known of touchpoints with the event and channel of this row. */
    Kind kindOf(CustomerTouchpoints touchpoints, int row) {
        if (touchpoints.texts() != texts) {
            texts = touchpoints.texts();
            Arrays.fill(kindOfSlot, null);
        }
        long pair = (long) touchpoints.eventCode(row) << 32 | touchpoints.channelCode(row);
        int slot = (int) (pair * 0x9E3779B97F4A7C15L >>> 52);
        if (kindOfSlot[slot] == null || pairOfSlot[slot] != pair) {
            kindOfSlot[slot] = kindOf(touchpoints.event(row), touchpoints.channel(row));
            pairOfSlot[slot] = pair;
        }
        return kindOfSlot[slot];
    }

    long[] failures() {
        return failures.clone();
    }

    private Kind kindOf(String event, String channel) {
        List<Integer> fittingStages = new ArrayList<>();
        for (int stage = 0; stage < stages.size(); stage++) {
            // A stage is told before it is known: one that demands a stage can hold nothing.
            if (stages.get(stage).fits(event, channel)
                    && stages.get(stage).condition.stage() == null) {
                fittingStages.add(stage);
            }
        }
        List<Integer> fitting = new ArrayList<>();
        for (int condition = 0; condition < conditions.size(); condition++) {
            if (conditions.get(condition).fits(event, channel)) {
                fitting.add(condition);
            }
        }
        return kinds.computeIfAbsent(new Fitting(fittingStages, fitting), Kind::new);
    }

    private Match match(long[] answer) {
        return matches.computeIfAbsent(new Words(answer), key -> new Match(matches.size(), key.words));
    }

    /** The stages and conditions whose events and channels fit, by their numbers. */
    private record Fitting(List<Integer> stages, List<Integer> conditions) {}

    /** Touchpoints that no condition tells apart by event and channel. */
    final class Kind {
        private final int[] fittingStages;
        private final int[] fitting;
        /** By stage, after the one for none. */
        private final Answer[] answers = new Answer[stages.size() + 1];

        private Kind(Fitting fitting) {
            this.fittingStages =
                    fitting.stages().stream().mapToInt(Integer::intValue).toArray();
            this.fitting =
                    fitting.conditions().stream().mapToInt(Integer::intValue).toArray();
        }

        /** The first stage that holds the touchpoint, or -1. The row need not know its stage yet. */
        int stageOf(ConditionRow row) {
            for (int stage : fittingStages) {
                if (stages.get(stage).where(row) == Verdict.HOLDS) {
                    return stage;
                }
            }
            return -1;
        }

        /** The answers of a touchpoint in this stage; the row knows its stage. */
        Match matchOf(ConditionRow row, int stage, String stageName) {
            Answer answer = answers[stage + 1];
            if (answer == null) {
                answer = new Answer(stageName);
                answers[stage + 1] = answer;
            }
            return answer.of(row);
        }

        /** The answers in one stage: those that hold anyway, and those that have a {@code where} to be asked. */
        private final class Answer {
            private final long[] sure = new long[words];
            private final int[] asked;
            private final Match only;

            private Answer(String stageName) {
                List<Integer> open = new ArrayList<>();
                for (int condition : fitting) {
                    Prepared prepared = conditions.get(condition);
                    if (prepared.fitsStage(stageName)) {
                        if (prepared.condition.where() == null) {
                            sure[condition >> 6] |= 1L << condition;
                        } else {
                            open.add(condition);
                        }
                    }
                }
                asked = open.stream().mapToInt(Integer::intValue).toArray();
                only = asked.length == 0 ? match(sure) : null;
            }

            private Match of(ConditionRow row) {
                if (only != null) {
                    return only;
                }
                long[] answer = sure.clone();
                for (int condition : asked) {
                    Verdict verdict = conditions.get(condition).where(row);
                    if (verdict == Verdict.HOLDS) {
                        answer[condition >> 6] |= 1L << condition;
                    } else if (verdict == Verdict.FAILED) {
                        failures[condition]++;
                    }
                }
                return match(answer);
            }
        }
    }

    /** A condition with its lists as sets. */
    private static final class Prepared {
        private final Set<String> events;
        private final Set<String> channels;
        private final TouchpointCondition condition;

        Prepared(TouchpointCondition condition) {
            this.condition = condition;
            this.events = new HashSet<>(condition.events());
            this.channels = new HashSet<>(condition.channels());
        }

        boolean fits(String event, String channel) {
            return (events.isEmpty() || events.contains(event)) && (channels.isEmpty() || channels.contains(channel));
        }

        boolean fitsStage(String stage) {
            return condition.stage() == null || condition.stage().equals(stage);
        }

        Verdict where(ConditionRow row) {
            return condition.where() == null ? Verdict.HOLDS : condition.where().test(row);
        }
    }

    /** An answer as a key. */
    private record Words(long[] words) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Words that && Arrays.equals(words, that.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }
}
