package io.parcours.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers since 1970-01-01T00:00:00Z, with or without a fraction. */
final class EpochTimestamps extends TimestampReader {
    private static final int LONGEST_PLAIN = 18;
    private static final BigDecimal FARTHEST = new BigDecimal("1e18");

    private final int digitsToMicros;
    private final long unitMicros;

    /** @param digitsToMicros 6 for seconds, 3 for milliseconds */
    EpochTimestamps(int digitsToMicros) {
        this.digitsToMicros = digitsToMicros;
        this.unitMicros = digitsToMicros == 6 ? MICROS_PER_SECOND : 1000;
    }

    @Override
    String expectation() {
        return digitsToMicros == 6 ? "seconds since 1970-01-01" : "milliseconds since 1970-01-01";
    }

    @Override
    boolean read(String text) {
        long plain = plainDigits(text);
        return plain >= 0 ? found(plain * unitMicros, false) : readDecimal(text);
    }

    /** A plain number short enough to be microseconds without overflow, or -1. */
    private long plainDigits(String text) {
        if (text.isEmpty() || text.length() > LONGEST_PLAIN - digitsToMicros) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    private boolean readDecimal(String text) {
        // The bound on length keeps a hostile exponent from making digits without end.
        if (text.length() > 40 || !text.matches("[+-]?[0-9]+([.][0-9]*)?([eE][+-]?[0-9]{1,2})?")) {
            return false;
        }
        BigDecimal micros = new BigDecimal(text).scaleByPowerOfTen(digitsToMicros);
        if (micros.abs().compareTo(FARTHEST) > 0) {
            return false;
        }
        BigDecimal whole = micros.setScale(0, RoundingMode.FLOOR);
        return found(whole.longValueExact(), whole.compareTo(micros) != 0);
    }
}
