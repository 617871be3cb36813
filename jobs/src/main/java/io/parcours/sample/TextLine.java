package io.parcours.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Bytes of text in the making, without a String for every field. */
final class TextLine {
    private static final long PARIS_WINTER_OFFSET = SampleCalendar.HOUR;

    private static final byte[] BOT = utf8("bot-");
    private static final byte[] LOCAL = utf8("+01:00");

    private byte[] bytes = new byte[1 << 17];
    private int size;
    private long dayShown = Long.MIN_VALUE;
    private byte[] dayText = {};

    /** How records become lines. */
    interface Style {
        /** What stands before the first record. */
        void begin(TextLine line);

        void append(LogRecord record, TextLine line);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    TextLine put(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    TextLine put(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
        return this;
    }

    /** A number that is not negative, with at least so many digits. */
    TextLine digits(long number, int least) {
        int digits = least;
        for (long rest = power(least); rest <= number; rest *= 10) {
            digits++;
        }
        reserve(digits);
        long rest = number;
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
        return this;
    }

    /** Cents as an amount: 1205 is 12.05. */
    TextLine amount(int cents) {
        return digits(cents / 100, 1).put('.').digits(cents % 100, 2);
    }

    /** A customer's or a bot's id. */
    TextLine customer(int number) {
        return number < 0 ? put(BOT).digits(-number, 4) : put('C').digits(number, 8);
    }

    /** The id of a customer's n-th record. */
    TextLine eventId(LogRecord record) {
        return customer(record.customer).put('-').digits(record.sequence, 4);
    }

    /** An instant as its channel writes it: in UTC, or in the winter time of Paris. */
    TextLine timestamp(LogRecord record) {
        boolean isLocal = record.channel().writesLocalTime();
        long shown = isLocal ? record.time + PARIS_WINTER_OFFSET : record.time;
        long day = Math.floorDiv(shown, SampleCalendar.DAY);
        if (day != dayShown) {
            dayShown = day;
            dayText = utf8(LocalDate.ofEpochDay(day).toString());
        }
        long millis = shown - day * SampleCalendar.DAY;
        put(dayText).put('T').digits(millis / SampleCalendar.HOUR, 2);
        put(':').digits(millis / SampleCalendar.MINUTE % 60, 2);
        put(':').digits(millis / SampleCalendar.SECOND % 60, 2);
        if (millis % SampleCalendar.SECOND != 0) {
            put('.').digits(millis % SampleCalendar.SECOND, 3);
        }
        return isLocal ? put(LOCAL) : put('Z');
    }

    int size() {
        return size;
    }

    void drainTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    /** Takes out what was put in. */
    byte[] drain() {
        byte[] drained = Arrays.copyOf(bytes, size);
        size = 0;
        return drained;
    }

    private static long power(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }
}
