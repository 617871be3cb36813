package io.parcours.churn;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where a customer stands; every customer with activity is in exactly one state. Definitions: docs/churn.md. */
public enum ChurnState {
    /** First active within inactive_after, and none of the others below. */
    NEW,
    /** Active in the customer's own rhythm, and none of the others. */
    CURRENT,
    /** Silent for unusually long by the customer's own gaps, but not yet dormant. */
    AT_RISK,
    /** Silent for longer than inactive_after. */
    DORMANT,
    /** Back after a silence longer than inactive_after, and neither at risk nor dormant. */
    RETURNED;

    private static final Map<String, ChurnState> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ChurnState::label, Function.identity()));

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The state as the tables name it. */
    public String label() {
        return label;
    }

    /** The state with this label. */
    static ChurnState of(String label) {
        return BY_LABEL.get(label);
    }
}
