package io.parcours.report.words;

import io.parcours.report.data.Estimate;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** What the report says, and how it writes numbers and days, in the reader's language. */
public final class Words {
    /** The files of sentences: one for the page, one for each chapter. */
    static final List<String> FILES =
            List.of("page", "overview", "changes", "funnels", "flow", "timing", "churn", "channels", "experience");

    private static final double SECONDS_OF_A_DAY = 86_400;

    private final Language language;
    private final Locale locale;
    private final Properties sentences = new Properties();

    /** Reads all sentences of a language. */
    public Words(Language language) {
        this.language = language;
        this.locale = language.locale();
        FILES.forEach(file -> sentences.putAll(read(file, language)));
    }

    /** The sentences of one file. */
    public static Properties read(String file, Language language) {
        String resource = "/io/parcours/report/words/" + file + "." + language.code() + ".properties";
        try (InputStream bytes = Words.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The language's code, as HTML's lang attribute has it. */
    public String code() {
        return language.code();
    }

    /** Whether there is a sentence of this key: for names that a table may bring, such as a state. */
    public boolean has(String key) {
        return sentences.containsKey(key);
    }

    /**
     * A sentence with its values set in, as {@link MessageFormat} does it. Values that stand in the sentence are texts
     * from the other methods; numbers only choose between forms, as in {@code {1,choice,0#customers|1#customer|1<customers}}.
     *
     * @throws IllegalArgumentException when there is no such sentence
     */
    public String say(String key, Object... values) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no sentence " + key + " in " + language.code());
        }
        return new MessageFormat(sentence, locale).format(values);
    }

    /** The word for a value that Parcours itself writes (a state, a model, a column), or the value where there is none. */
    public String name(String prefix, String value) {
        String key = prefix + "." + value;
        return has(key) ? say(key) : value;
    }

    /** A count, with the digits grouped. */
    public String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** A number with at most so many digits after the point. */
    public String number(double number, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    /** A number with exactly so many digits after the point. */
    public String fixed(double number, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    /** A number as short as it can be read: four significant digits below a thousand, whole above. */
    public String number(double number) {
        double size = Math.abs(number);
        return number(number, size >= 1000 || number == 0 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 4);
    }

    /** A part of one as a percentage with one digit after the point. */
    public String percent(double part) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(part);
    }

    /** A part of one as a percentage without digits after the point, for axes. */
    public String wholePercent(double part) {
        return NumberFormat.getPercentInstance(locale).format(part);
    }

    /** A part of one as a percentage with one digit after the point, or the sign of a missing number. */
    public String percent(Double part) {
        return part == null ? missing() : percent(part.doubleValue());
    }

    /** An interval of parts of one: "48.8 to 55.7 %"; empty without one. */
    public String percentInterval(Estimate estimate) {
        return estimate == null || !estimate.hasInterval()
                ? ""
                : say("page.interval", percent(estimate.low()), percent(estimate.high()));
    }

    /** A span of time in its largest fitting units: "2 d 4 h", "35 min", "12 s". */
    public String duration(double seconds) {
        if (seconds >= SECONDS_OF_A_DAY) {
            return say("page.days", number(seconds / SECONDS_OF_A_DAY, 1));
        }
        if (seconds >= 3600) {
            return say("page.hours", number(seconds / 3600, 1));
        }
        return seconds >= 60 ? say("page.minutes", number(seconds / 60, 1)) : say("page.seconds", number(seconds, 1));
    }

    /** A day, written out. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    /** A day in few letters, for axes and tables. */
    public String shortDay(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** An instant as day and time in a zone. */
    public String instant(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    /** What stands where there is no number. */
    public String missing() {
        return "–";
    }
}
