package io.parcours.segment;

import io.parcours.condition.ConditionRow;
import io.parcours.journey.AsOf;
import io.parcours.journey.Conversions;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.LocalDays;
import io.parcours.journey.Span;
import io.parcours.stats.ExactSum;
import io.parcours.survey.SurveyAnswer;
import io.parcours.survey.SurveyReading;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of the customer at hand, by the columns of {@link CustomerColumns}. A number is worked out when it is
 * first asked for. Not safe to share between threads.
 */
final class CustomerFacts implements ConditionRow {
    private final Conversions conversions;
    private final SurveyReading surveys;
    private final LocalDays days;
    private final long today;
    private final double[] numbers = new double[CustomerColumns.FIRST_DIMENSION];
    /** A bit a column: whether its number was worked out. */
    private int known;

    private CustomerHistory history;

    CustomerFacts(Conversions conversions, SurveyReading surveys, AsOf asOf) {
        this.conversions = conversions;
        this.surveys = surveys;
        this.days = new LocalDays(asOf.zone());
        this.today = days.dayOf(asOf.micros());
    }

    /** Turns to a customer. */
    void show(CustomerHistory next) {
        history = next;
        known = 0;
    }

    @Override
    public String text(int column) {
        return switch (column) {
            case CustomerColumns.CUSTOMER_ID -> history.customerId();
            case CustomerColumns.FIRST_CHANNEL -> history.channel(0);
            case CustomerColumns.LAST_CHANNEL -> history.channel(history.size() - 1);
            case CustomerColumns.LAST_EVENT -> history.event(history.size() - 1);
            case CustomerColumns.FIRST_STAGE -> firstStage();
            case CustomerColumns.FURTHEST_STAGE -> furthestStage();
            case CustomerColumns.LAST_STAGE -> lastStage();
            default -> latest(column - CustomerColumns.FIRST_DIMENSION);
        };
    }

    @Override
    public long instant(int column) {
        return history.occurredAt(column == CustomerColumns.FIRST_AT ? 0 : history.size() - 1);
    }

    @Override
    public double number(int column) {
        if ((known & 1 << column) == 0) {
            numbers[column] = workedOut(column);
            known |= 1 << column;
        }
        return numbers[column];
    }

    private double workedOut(int column) {
        return switch (column) {
            case CustomerColumns.TOUCHPOINTS -> history.size();
            case CustomerColumns.SESSIONS -> history.sessions().size();
            case CustomerColumns.JOURNEYS -> history.journeys().size();
            case CustomerColumns.CONVERSIONS -> convertedJourneys();
            case CustomerColumns.DAYS_SINCE_FIRST -> today - days.dayOf(history.occurredAt(0));
            case CustomerColumns.DAYS_SINCE_LAST -> today - days.dayOf(history.occurredAt(history.size() - 1));
            case CustomerColumns.VALUE -> value();
            case CustomerColumns.CONVERSION_VALUE -> conversionValue();
            case CustomerColumns.CHANNELS -> channels();
            case CustomerColumns.SATISFACTION -> satisfaction();
            case CustomerColumns.ANSWERS -> answers();
            default -> throw new IllegalArgumentException("no number: column " + column);
        };
    }

    private long convertedJourneys() {
        long converted = 0;
        List<Span> journeys = history.journeys();
        for (int i = 0; i < journeys.size(); i++) {
            converted += conversions.isConverted(history, journeys.get(i)) ? 1 : 0;
        }
        return converted;
    }

    private double value() {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < history.size(); i++) {
            sum.add(history.value(i));
        }
        return sum.value().orElse(Double.NaN);
    }

    private double conversionValue() {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < history.size(); i++) {
            if (conversions.isConversion(history, i)) {
                sum.add(history.value(i));
            }
        }
        return sum.value().orElse(Double.NaN);
    }

    private int channels() {
        String any = null;
        String former = null;
        // Most customers keep to one channel and need no set.
        Set<String> further = null;
        for (int i = 0; i < history.size(); i++) {
            String channel = history.channel(i);
            if (channel == null || channel.equals(former)) {
                continue;
            }
            former = channel;
            if (any == null) {
                any = channel;
            } else if (!channel.equals(any)) {
                further = further == null ? new HashSet<>() : further;
                further.add(channel);
            }
        }
        return (any == null ? 0 : 1) + (further == null ? 0 : further.size());
    }

    private double satisfaction() {
        double total = 0;
        int count = 0;
        for (SurveyAnswer answer : surveys.answers(history)) {
            if (answer.isAnswered()) {
                total += answer.satisfaction();
                count++;
            }
        }
        return count == 0 ? Double.NaN : total / count;
    }

    private int answers() {
        int count = 0;
        for (SurveyAnswer answer : surveys.answers(history)) {
            count += answer.isAnswered() ? 1 : 0;
        }
        return count;
    }

    private String firstStage() {
        for (int i = 0; i < history.size(); i++) {
            if (history.stage(i) >= 0) {
                return history.stageName(i);
            }
        }
        return null;
    }

    private String lastStage() {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.stage(i) >= 0) {
                return history.stageName(i);
            }
        }
        return null;
    }

    private String furthestStage() {
        int furthest = -1;
        for (int i = 0; i < history.size(); i++) {
            furthest = Math.max(furthest, history.stage(i));
        }
        return furthest < 0 ? null : history.lifecycle().get(furthest).name();
    }

    private String latest(int dimension) {
        for (int i = history.size() - 1; i >= 0; i--) {
            String value = history.dimension(i, dimension);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
