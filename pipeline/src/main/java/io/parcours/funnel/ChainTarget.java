package io.parcours.funnel;

/**
 * What is known of the chain that counts before its touchpoints are: one object that a search improves.
 */
final class ChainTarget {
    /** The last required step reached; 0: no chain so far. */
    int level;
    /** How many optional steps it has. */
    int optionals;
    /** When it ends. */
    long end;
    /** When it starts. */
    long start;
    /** When the first of all chains reached the last step; {@link Long#MAX_VALUE}: none did. */
    long firstCompletion;

    void clear() {
        level = 0;
        optionals = 0;
        end = Long.MAX_VALUE;
        start = Long.MIN_VALUE;
        firstCompletion = Long.MAX_VALUE;
    }

    /** Takes a chain where the rules prefer it: higher level, more optional steps, earlier end, later start. */
    void offer(int newLevel, int newOptionals, long newEnd, long newStart) {
        if (isPreferred(newLevel, newOptionals, newEnd, newStart)) {
            level = newLevel;
            optionals = newOptionals;
            end = newEnd;
            start = newStart;
        }
    }

    private boolean isPreferred(int newLevel, int newOptionals, long newEnd, long newStart) {
        if (newLevel != level) {
            return newLevel > level;
        }
        if (newOptionals != optionals) {
            return newOptionals > optionals;
        }
        return newEnd != end ? newEnd < end : newStart > start;
    }

    void take(ChainTarget other) {
        level = other.level;
        optionals = other.optionals;
        end = other.end;
        start = other.start;
        firstCompletion = Math.min(firstCompletion, other.firstCompletion);
    }
}
