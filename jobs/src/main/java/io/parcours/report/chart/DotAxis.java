package io.parcours.report.chart;

import io.parcours.report.data.Estimate;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * The axis of a {@link Dots}. What lies beyond its ends is drawn at the end.
 *
 * @param title what it measures, with its unit
 * @param low its left end; above 0 where steps are factors
 * @param high its right end, above low
 * @param spread whether equal lengths are equal differences or equal factors
 * @param reference where a line stands to compare with, or null for none
 * @param label how a number on it is written
 */
public record DotAxis(
        String title, double low, double high, Spread spread, Double reference, DoubleFunction<String> label) {
    /** More labels would run into each other on a telephone. */
    private static final int MOST_TICKS = 6;

    /** What equal lengths of an axis are. */
    public enum Spread {
        DIFFERENCES,
        FACTORS
    }

    public DotAxis {
        if (!(high > low) || spread == Spread.FACTORS && !(low > 0)) {
            throw new IllegalArgumentException("an axis from " + low + " to " + high);
        }
    }

    /** A label on the axis, and where it stands. */
    public record Tick(String left, String text) {}

    /** An axis of parts of one, shown as percentages. */
    public static DotAxis parts(String title, Words words) {
        return between(title, 0, 1, words::wholePercent);
    }

    /** An axis whose ends are given. */
    public static DotAxis between(String title, double low, double high, DoubleFunction<String> label) {
        return new DotAxis(title, low, high, Spread.DIFFERENCES, null, label);
    }

    /** An axis as long as the estimates with their intervals ask, and always with 0 on it. */
    public static DotAxis around(String title, List<Estimate> estimates, DoubleFunction<String> label) {
        double low = 0;
        double high = 0;
        for (Estimate estimate : estimates) {
            low = Math.min(low, estimate.hasInterval() ? estimate.low() : estimate.value());
            high = Math.max(high, estimate.hasInterval() ? estimate.high() : estimate.value());
        }
        return between(title, low, high > low ? high : low + 1, label);
    }

    /** An axis of parts of one that ends at the first of 10, 20, 30 to 100 % which all estimates fit under. */
    public static DotAxis smallParts(String title, List<Estimate> estimates, Words words) {
        double most = 0;
        for (Estimate estimate : estimates) {
            most = Math.max(most, estimate.hasInterval() ? estimate.high() : estimate.value());
        }
        return between(title, 0, Math.max(1, Math.ceil(10 * most)) / 10, words::wholePercent);
    }

    /**
     * An axis of ratios around 1, as wide as the estimates ask, but no wider than from a fiftieth to fifty: an interval
     * that reaches further tells no more.
     */
    public static DotAxis ratios(String title, List<Estimate> ratios, DoubleFunction<String> label) {
        double furthest = 2;
        for (Estimate ratio : ratios) {
            furthest = Math.max(furthest, factor(ratio.value()));
            if (ratio.hasInterval()) {
                furthest = Math.max(furthest, Math.max(factor(ratio.low()), factor(ratio.high())));
            }
        }
        double end = Math.min(50, 1.1 * furthest);
        return new DotAxis(title, 1 / end, end, Spread.FACTORS, 1.0, label);
    }

    /** How far a ratio is from 1; no axis of factors reaches 0, so it asks for no room. */
    private static double factor(double ratio) {
        return ratio <= 0 ? 1 : Math.max(ratio, 1 / ratio);
    }

    /** The same axis with a line to compare with at a number. */
    public DotAxis withReference(double place) {
        return new DotAxis(title, low, high, spread, place, label);
    }

    /** Where a number stands, from 0 to 1. */
    double place(double number) {
        double kept = Math.max(low, Math.min(high, number));
        return spread == Spread.FACTORS ? Math.log(kept / low) / Math.log(high / low) : (kept - low) / (high - low);
    }

    boolean isBelow(double number) {
        return number < low;
    }

    boolean isAbove(double number) {
        return number > high;
    }

    /** Where the line to compare with stands, as style sheets write it; empty for none. */
    public String referenceLeft() {
        return reference == null ? "" : Lengths.percent(place(reference));
    }

    /** Round numbers on it. */
    public List<Tick> ticks() {
        List<Double> numbers = spread == Spread.FACTORS ? factors() : new Scale(low, high, 0, 1).ticks();
        int every = (numbers.size() + MOST_TICKS - 1) / MOST_TICKS;
        List<Tick> ticks = new ArrayList<>();
        for (int index = 0; index < numbers.size(); index++) {
            double number = numbers.get(index);
            if (isKept(numbers, index, every)) {
                ticks.add(new Tick(Lengths.percent(place(number)), label.apply(number)));
            }
        }
        return ticks;
    }

    /** Every so many, counted from the reference where it is one of them, so that it always has its label. */
    private boolean isKept(List<Double> numbers, int index, int every) {
        int origin = reference == null ? 0 : Math.max(0, numbers.indexOf(reference));
        return (index - origin) % every == 0;
    }

    private List<Double> factors() {
        List<Double> numbers = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
            for (int digit : new int[] {1, 2, 5}) {
                double number = power < 0 ? digit / Math.pow(10, -power) : digit * Math.pow(10, power);
                if (number >= low && number <= high) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }
}
