package io.parcours.churn;

import io.parcours.condition.TouchpointCondition;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * What counts as activity, when its absence is churn, and how it is foreseen.
 *
 * @param activity the touchpoints whose absence is churn; default every touchpoint
 * @param period the unit of recency and age, and the models' unit of time; default 7 days
 * @param inactiveAfter a customer silent for longer is dormant; default 90 days
 * @param buying how the models of repeated activity are fitted and used
 * @param curves what is counted on curves of survival beside silence
 * @param signals what is looked for before customers leave
 */
public record ChurnRules(
        TouchpointCondition activity,
        Duration period,
        Duration inactiveAfter,
        BuyingRules buying,
        CurveRules curves,
        SignalRules signals)
        implements Serializable {
    public static final ChurnRules DEFAULT =
            new ChurnRules(TouchpointCondition.ANY, Duration.ofDays(7), Duration.ofDays(90));

    private static final double NANOS_PER_DAY = Duration.ofDays(1).toNanos();

    /** These, and the defaults for everything else. */
    public ChurnRules(TouchpointCondition activity, Duration period, Duration inactiveAfter) {
        this(activity, period, inactiveAfter, BuyingRules.DEFAULT, CurveRules.DEFAULT, SignalRules.DEFAULT);
    }

    /** Every condition that is asked of touchpoints. */
    public Stream<TouchpointCondition> conditions() {
        return Stream.concat(
                Stream.concat(Stream.of(activity), curves.endsIfGiven().stream()),
                signals.signals().stream().map(ChurnSignal::condition));
    }

    /** The same, fitted until another day; null for no back-test. */
    ChurnRules calibratedUntil(LocalDate day) {
        return new ChurnRules(activity, period, inactiveAfter, buying.calibratedUntil(day), curves, signals);
    }

    /** The length of a period in days, which may be a fraction. */
    double daysPerPeriod() {
        return period.toNanos() / NANOS_PER_DAY;
    }

    /** The whole days in which {@code inactiveAfter} has surely passed: it, rounded up. */
    int inactiveDays() {
        return (int) Math.ceil(inactiveAfter.toNanos() / NANOS_PER_DAY);
    }
}
