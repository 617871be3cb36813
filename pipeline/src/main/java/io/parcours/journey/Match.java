package io.parcours.journey;

/**
 * Which conditions of the map a touchpoint matches. Logs have few distinct answers, so equal ones are one object with
 * one number; what a funnel derives from an answer is derived once.
 */
public final class Match {
    private final int number;
    private final long[] words;

    Match(int number, long[] words) {
        this.number = number;
        this.words = words;
    }

    /** The answer's own number within its task: 0, 1, 2, ... in order of first appearance. */
    public int number() {
        return number;
    }

    /** Whether the condition with this number (of the {@link ConditionIndex}) is matched. */
    public boolean holds(int condition) {
        return (words[condition >> 6] & (1L << condition)) != 0;
    }
}
