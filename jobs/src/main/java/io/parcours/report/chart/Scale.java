package io.parcours.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A range of numbers laid over a range of a drawing.
 *
 * @param low the number at {@code from}
 * @param high the number at {@code to}, above low
 */
public record Scale(double low, double high, double from, double to) {

    public Scale {
        if (!(high > low)) {
            throw new IllegalArgumentException("an axis from " + low + " to " + high);
        }
    }

    double place(double number) {
        return from + (number - low) / (high - low) * (to - from);
    }

    /** Round numbers in the range, some three to seven: steps of 1, 2 or 5 times a power of ten. */
    public List<Double> ticks() {
        double step = step((high - low) / 6);
        List<Double> ticks = new ArrayList<>();
        for (long number = (long) Math.ceil(low / step - 1e-9); number * step <= high + step * 1e-9; number++) {
            ticks.add(number * step);
        }
        return ticks;
    }

    private static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        double part = atLeast / power;
        return (part > 5 ? 10 : part > 2 ? 5 : part > 1 ? 2 : 1) * power;
    }
}
