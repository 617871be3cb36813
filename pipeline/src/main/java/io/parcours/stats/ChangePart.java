package io.parcours.stats;

/**
 * A part of the change of a rate, with its 95 % interval; all lie between -1 and 1.
 *
 * @param contribution how much of the change it makes up
 * @param low the interval's lower end
 * @param high the interval's upper end
 */
public record ChangePart(double contribution, double low, double high) {

    static ChangePart of(double contribution, double margin) {
        return new ChangePart(contribution, Math.max(-1, contribution - margin), Math.min(1, contribution + margin));
    }
}
