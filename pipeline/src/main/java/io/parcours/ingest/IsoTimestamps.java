package io.parcours.ingest;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * A date, or a date and time parted by T or a blank, with optional seconds, fraction and offset. Written by hand because
 * it runs once a record: it makes no object for stamps with an offset or in a zone that has only one.
 */
final class IsoTimestamps extends TimestampReader {
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int[] DAYS_IN_MONTH = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int DAYS_TO_1970 = 719_162;
    private static final int LARGEST_OFFSET = 18 * 3600;
    private static final int NO_NUMBER = -1;

    private final ZoneRules zone;
    private final boolean isFixed;
    private final int fixedOffset;
    private String text;
    private int at;

    IsoTimestamps(ZoneId zone) {
        this.zone = zone.getRules();
        this.isFixed = this.zone.isFixedOffset();
        this.fixedOffset = isFixed ? this.zone.getOffset(Instant.EPOCH).getTotalSeconds() : 0;
    }

    @Override
    String expectation() {
        return "an ISO date or date and time";
    }

    @Override
    boolean read(String stamp) {
        text = stamp;
        at = 0;
        long day = day();
        if (day == Long.MIN_VALUE) {
            return false;
        }
        if (at == text.length()) {
            return found((day * 86_400 - localOffset(day * 86_400)) * MICROS_PER_SECOND, false);
        }
        char separator = text.charAt(at++);
        return (separator == 'T' || separator == ' ' || separator == 't') && readTime(day);
    }

    private boolean readTime(long day) {
        int hour = twoDigits();
        int minute = take(':') ? twoDigits() : NO_NUMBER;
        boolean hasSeconds = minute >= 0 && take(':');
        int second = hasSeconds ? twoDigits() : 0;
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return false;
        }
        int fraction = hasSeconds && (take('.') || take(',')) ? fraction() : 0;
        if (fraction < 0) {
            return false;
        }
        long local = day * 86_400 + hour * 3600 + minute * 60 + second;
        int offset = at == text.length() ? localOffset(local) : offset();
        return offset != Integer.MIN_VALUE
                && found((local - offset) * MICROS_PER_SECOND + fraction / 1000, fraction % 1000 != 0);
    }

    /** The date as days since the epoch, or Long.MIN_VALUE. */
    private long day() {
        int century = twoDigits();
        int rest = twoDigits();
        int month = take('-') ? twoDigits() : NO_NUMBER;
        int day = take('-') ? twoDigits() : NO_NUMBER;
        int year = century * 100 + rest;
        boolean isDate = century >= 0 && rest >= 0 && year > 0 && month > 0 && month <= 12 && day > 0;
        if (!isDate || day > daysIn(year, month)) {
            return Long.MIN_VALUE;
        }
        int past = year - 1;
        int leapDay = month > 2 && isLeap(year) ? 1 : 0;
        return past * 365L
                + past / 4
                - past / 100
                + past / 400
                + DAYS_BEFORE_MONTH[month - 1]
                + leapDay
                + day
                - 1
                - DAYS_TO_1970;
    }

    private static int daysIn(int year, int month) {
        return month == 2 && isLeap(year) ? 29 : DAYS_IN_MONTH[month - 1];
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** 1 to 9 digits as nanoseconds, or a negative number. */
    private int fraction() {
        int from = at;
        int nanos = 0;
        while (at < text.length() && at - from < 9 && isDigit(text.charAt(at))) {
            nanos = nanos * 10 + (text.charAt(at++) - '0');
        }
        int digits = at - from;
        for (int i = digits; i < 9; i++) {
            nanos *= 10;
        }
        return digits == 0 ? NO_NUMBER : nanos;
    }

    /** Z, UTC, or a signed offset of hours, minutes and seconds up to the text's end, in seconds; or MIN_VALUE. */
    private int offset() {
        take(' ');
        String rest = text.substring(at);
        if (rest.equalsIgnoreCase("Z") || rest.equals("UTC")) {
            return 0;
        }
        boolean isEast = take('+');
        if (!isEast && !take('-')) {
            return Integer.MIN_VALUE;
        }
        int seconds = 0;
        for (int unit = 3600; unit > 0 && (unit == 3600 || at < text.length()); unit /= 60) {
            boolean isParted = unit < 3600 && take(':');
            int number = twoDigits();
            if (number < 0 || unit < 3600 && number > 59 || isParted && at > text.length()) {
                return Integer.MIN_VALUE;
            }
            seconds += number * unit;
        }
        boolean isOffset = at == text.length() && seconds <= LARGEST_OFFSET;
        return !isOffset ? Integer.MIN_VALUE : isEast ? seconds : -seconds;
    }

    // java.time's rule: a time that a clock change skips moves on by the gap, one that comes twice is the first.
    private int localOffset(long local) {
        return isFixed
                ? fixedOffset
                : zone.getOffset(LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC))
                        .getTotalSeconds();
    }

    private int twoDigits() {
        if (at + 2 > text.length() || !isDigit(text.charAt(at)) || !isDigit(text.charAt(at + 1))) {
            return NO_NUMBER;
        }
        int number = (text.charAt(at) - '0') * 10 + (text.charAt(at + 1) - '0');
        at += 2;
        return number;
    }

    private boolean take(char expected) {
        boolean isThere = at < text.length() && text.charAt(at) == expected;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
