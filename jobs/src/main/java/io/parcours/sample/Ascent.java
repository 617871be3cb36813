package io.parcours.sample;

/** How far a plan has come up a ladder of steps that must be taken in order, with no limit of time. */
final class Ascent {
    private int level;
    private int entry = -1;

    void begin() {
        level = 0;
        entry = -1;
    }

    /** Takes the step with this number, 0 for the first, if it is the next one; touchpoint is its number in the plan. */
    void take(int step, int touchpoint) {
        if (step == 0 && entry < 0) {
            entry = touchpoint;
        }
        if (step == level) {
            level++;
        }
    }

    /** How many steps were taken. */
    int level() {
        return level;
    }

    /** The number of the first touchpoint of the first step; -1 where there is none. */
    int entry() {
        return entry;
    }
}
