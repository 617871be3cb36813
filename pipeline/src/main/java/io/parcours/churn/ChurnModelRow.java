package io.parcours.churn;

/**
 * A row of {@code churn_model}: a parameter or figure; {@link ChurnModelReport} says what the parts mean.
 *
 * @param estimate null where there is none
 * @param standardError null where there is none
 * @param note null where there is nothing to say
 */
public record ChurnModelRow(
        String model, String fit, String name, Double estimate, Double standardError, String note) {}
