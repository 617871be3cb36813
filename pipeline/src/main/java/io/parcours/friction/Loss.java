package io.parcours.friction;

import java.util.Optional;

/**
 * The conversions that are missing among those who met a friction, against those without it; below zero where there are
 * more than without it.
 *
 * @param count customers with the friction x (rate without - rate with); null where nothing could be compared
 * @param low the lower end of its 95 % interval
 * @param high the upper end
 * @param perConversion the mean value of a journey's first converting touchpoint; null where none has a value
 */
record Loss(Double count, Double low, Double high, Double perConversion) {

    /**
     * The difference of the two rates has the interval of R. G. Newcombe, "Interval estimation for the difference between
     * independent proportions", Statistics in Medicine 17 (1998) 873-890, method 10, made of the intervals of the two.
     */
    static Loss of(Compared conversion, Optional<Double> perConversion) {
        Double value = perConversion.orElse(null);
        Compared.RateOf with = conversion.with();
        Compared.RateOf without = conversion.without();
        if (with.value() == null || without.value() == null) {
            return new Loss(null, null, null, value);
        }
        double difference = without.value() - with.value();
        double below = Math.hypot(without.value() - without.low(), with.high() - with.value());
        double above = Math.hypot(without.high() - without.value(), with.value() - with.low());
        long count = conversion.withCount();
        return new Loss(count * difference, count * (difference - below), count * (difference + above), value);
    }

    Double value() {
        return worth(count);
    }

    Double valueLow() {
        return worth(low);
    }

    Double valueHigh() {
        return worth(high);
    }

    private Double worth(Double conversions) {
        return conversions == null || perConversion == null ? null : conversions * perConversion;
    }
}
