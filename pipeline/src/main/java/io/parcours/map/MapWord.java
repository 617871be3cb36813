package io.parcours.map;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of the map that stand for something: durations, days, and one of a few legal words. */
final class MapWord {
    /** How a duration that means no limit is written. */
    static final String NONE = "none";

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})([smhd])");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final String DURATION_SHAPE = "a whole number and s, m, h or d, such as 30m or 14d";

    private MapWord() {}

    /** A duration, such as 90s, 30m, 24h or 14d; a d is 24 hours. */
    static Optional<Duration> duration(MapValue value) {
        return durationText(value).flatMap(text -> {
            if (text.equals(NONE)) {
                value.refuse("cannot be none here (legal: " + DURATION_SHAPE + ")");
                return Optional.empty();
            }
            return parsed(value, text, DURATION_SHAPE);
        });
    }

    /** A duration longer than nothing. */
    static Optional<Duration> positiveDuration(MapValue value) {
        Optional<Duration> duration = duration(value);
        if (duration.filter(Duration::isZero).isPresent()) {
            value.refuse("must be longer than 0s");
            return Optional.empty();
        }
        return duration;
    }

    /** A duration or {@code none}, which is null; the default where the value is neither. */
    static Duration durationOrNone(MapValue value, Duration defaultDuration) {
        return durationOr(NONE, value, defaultDuration);
    }

    /** A duration or a word that stands for none, which is null; the default where the value is neither. */
    static Duration durationOr(String word, MapValue value, Duration defaultDuration) {
        Optional<String> text = durationText(value);
        if (text.filter(word::equals).isPresent()) {
            return null;
        }
        return text.flatMap(given -> parsed(value, given, DURATION_SHAPE + ", or " + word))
                .orElse(defaultDuration);
    }

    /** A day of the calendar. */
    static Optional<LocalDate> day(MapValue value) {
        return value.text().flatMap(text -> {
            try {
                if (DAY.matcher(text).matches()) {
                    return Optional.of(LocalDate.parse(text));
                }
            } catch (DateTimeParseException wrong) {
                // Falls through: 2024-02-30 has the shape of a day and is none.
            }
            value.refuse(Shown.quoted(text) + " is no day (legal: a day such as 2024-01-31)");
            return Optional.empty();
        });
    }

    /** The first and the last day of a period. */
    static Optional<List<LocalDate>> days(MapValue value) {
        List<MapValue> items = value.items();
        if (items.size() != 2) {
            value.check(!value.isList(), "wants two days, the first and the last");
            return Optional.empty();
        }
        List<LocalDate> days =
                items.stream().flatMap(item -> day(item).stream()).toList();
        return days.size() == 2
                        && value.check(
                                !days.get(0).isAfter(days.get(1)),
                                "its first day " + days.get(0) + " lies after its last day " + days.get(1))
                ? Optional.of(days)
                : Optional.empty();
    }

    /** One of the constants of an enum, written in lower case. */
    static <E extends Enum<E>> Optional<E> choice(MapValue value, Class<E> type) {
        return choice(value, words(type), null).map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
    }

    /**
     * One of some words.
     *
     * @param otherwise what is legal beside them, for people; null: nothing
     */
    static Optional<String> choice(MapValue value, List<String> words, String otherwise) {
        return value.text().filter(word -> {
            List<String> legal = new ArrayList<>(words);
            if (otherwise != null) {
                legal.add(otherwise);
            }
            return value.check(
                    words.contains(word), Shown.quoted(word) + " is not legal here" + Shown.instead(word, legal));
        });
    }

    private static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(MapWord::written).toList();
    }

    /** How the map writes a constant. */
    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** How the map writes a duration: in the largest unit that divides it; none where it is null. */
    static String written(Duration duration) {
        if (duration == null) {
            return NONE;
        }
        long seconds = duration.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    private static Optional<String> durationText(MapValue value) {
        if (value.isNumber()) {
            value.refuse("a duration needs a unit (legal: " + DURATION_SHAPE + ")");
            return Optional.empty();
        }
        return value.text();
    }

    private static Optional<Duration> parsed(MapValue value, String text, String legal) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            value.refuse(Shown.quoted(text) + " is no duration (legal: " + legal + ")");
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration duration = switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
        if (duration.compareTo(LONGEST) > 0) {
            value.refuse(Shown.quoted(text) + " is longer than 36500d");
            return Optional.empty();
        }
        return Optional.of(duration);
    }
}
