package io.parcours.sample;

/** Instants and amounts as typed columns hold them. */
final class TypedTimes {
    private static final long YEAR_2203 = 7_352_726_400_000_000L;

    private TypedTimes() {}

    /** Microseconds since the epoch, wrong where the record's fault is its timestamp; not for NO_TIMESTAMP. */
    static long micros(LogRecord record) {
        return switch (record.fault()) {
            case FAR_YEAR -> YEAR_2203;
            case EPOCH_TIMESTAMP -> 0;
            default -> record.time * 1000;
        };
    }

    /** Cents as an amount: the double nearest to it. */
    static double amount(int cents) {
        return cents / 100.0;
    }
}
