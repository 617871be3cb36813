package io.parcours.satisfaction;

import io.parcours.journey.CustomerHistory;
import io.parcours.survey.SurveyRules;
import io.parcours.touchpoint.Labels;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What answers are grouped by.
 *
 * @param kind which property of answers or touchpoints it is
 * @param label what the column {@code level} calls it
 * @param number of a breakdown, the number of the dimension; of periods, that of their length; otherwise 0
 */
record Level(Kind kind, String label, int number) implements Serializable {
    /** What all answers are together: a level of one group. */
    static final String ALL = Labels.ALL;

    /** The labels that no breakdown has. */
    static final List<String> TAKEN = Stream.concat(
                    Stream.of(ALL),
                    Stream.of(Kind.values())
                            .filter(kind -> kind != Kind.BREAKDOWN)
                            .map(Kind::label))
            .toList();

    /** In the order of the report. */
    enum Kind {
        STAGE,
        TOUCHPOINT,
        CHANNEL,
        PATH,
        PERIOD,
        THEME,
        BREAKDOWN;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a touchpoint is called at a level. */
    interface Naming {
        String of(CustomerHistory history, int index);
    }

    static Level of(Kind kind) {
        return new Level(kind, kind.label(), 0);
    }

    static Level of(SurveyRules.Period period) {
        return new Level(Kind.PERIOD, Kind.PERIOD.label(), period.ordinal());
    }

    /** Whether the touchpoint that an answer is about decides its group, so that without one it is not known. */
    boolean isOfTouchpoint() {
        return kind == Kind.STAGE || kind == Kind.TOUCHPOINT || kind == Kind.CHANNEL;
    }

    /** Whether every touchpoint has a name at this level. */
    boolean hasNaming() {
        return kind != Kind.PATH && kind != Kind.THEME;
    }

    /** How touchpoints are named; not safe to share between threads. */
    Naming naming(ZoneId zone) {
        return switch (kind) {
            case STAGE -> (history, index) -> Labels.orNone(history.stageName(index));
            case TOUCHPOINT -> CustomerHistory::event;
            case CHANNEL -> (history, index) -> Labels.orNone(history.channel(index));
            case BREAKDOWN -> (history, index) -> Labels.orNone(history.dimension(index, number));
            case PERIOD -> {
                PeriodNames periods = new PeriodNames(SurveyRules.Period.values()[number], zone);
                yield (history, index) -> periods.of(history.occurredAt(index));
            }
            case PATH, THEME -> throw new IllegalStateException("a touchpoint has no " + label);
        };
    }
}
