package io.parcours.churn;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * What is looked for in the behaviour before customers leave.
 *
 * @param lookback how long before a cut behaviour counts as recent; it is compared with the same time before that;
 *     default 30 days
 * @param signals touchpoints whose recent number is looked at; default none
 */
public record SignalRules(Duration lookback, List<ChurnSignal> signals) implements Serializable {
    public static final SignalRules DEFAULT = new SignalRules(Duration.ofDays(30), List.of());

    public SignalRules {
        signals = List.copyOf(signals);
    }
}
