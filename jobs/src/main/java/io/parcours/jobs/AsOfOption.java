package io.parcours.jobs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Reads {@code --as-of}: a day, a local date and time, or an instant with its offset. */
final class AsOfOption {
    /** With the offsets that the stamps of a log may have: Z, +02, +0200, +02:00. */
    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private AsOfOption() {}

    /**
     * The instant meant. A day means its last microsecond in the zone: everything of that day counts.
     *
     * @throws CommandException when the text is none of the three
     */
    static Instant parse(String text, ZoneId zone) {
        String stamp = text.strip().replace(' ', 'T');
        try {
            if (!stamp.contains("T")) {
                Instant nextMidnight =
                        LocalDate.parse(stamp).plusDays(1).atStartOfDay(zone).toInstant();
                return nextMidnight.minus(1, ChronoUnit.MICROS);
            }
            boolean hasOffset = stamp.matches(".*(Z|[+-]\\d{2}(:?\\d{2})?)$");
            Instant instant = hasOffset
                    ? OffsetDateTime.parse(stamp, WITH_OFFSET).toInstant()
                    : LocalDateTime.parse(stamp).atZone(zone).toInstant();
            return instant.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--as-of is a day (2024-06-30), a time (2024-06-30T12:00:00) or an instant (2024-06-30T12:00:00Z),"
                            + " not '" + text + "'",
                    e);
        }
    }
}
