package io.parcours.churn;

import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How the models of repeated activity are fitted and used.
 *
 * @param model which model supplies the columns of {@code churn_customers}; default BG_NBD
 * @param horizon how far ahead activity and value are expected; default 90 days
 * @param calibrateUntil the last day of the back-test's fit, what comes later is compared with it; null (default): chosen
 *     by {@link CalibrationDay}
 * @param mediumRisk from which calibrated probability of leaving on a customer's risk is medium; default 0.25
 * @param highRisk from which on it is high; default 0.5, more likely than not
 */
public record BuyingRules(Model model, Duration horizon, LocalDate calibrateUntil, double mediumRisk, double highRisk)
        implements Serializable {
    public static final BuyingRules DEFAULT = new BuyingRules(Model.BG_NBD, Duration.ofDays(90), null, 0.25, 0.5);

    /** The models to choose from. */
    public enum Model {
        /** Customers may leave after each activity, but for the first. */
        BG_NBD,
        /** Customers may leave after each activity, the first one too. */
        MBG_NBD
    }

    public BuyingRules {
        if (!(mediumRisk > 0 && mediumRisk <= highRisk && highRisk < 1)) {
            throw new IllegalArgumentException("risks rise between 0 and 1: " + mediumRisk + ", " + highRisk);
        }
    }

    /** The last day of the back-test's fit, if the map gives one. */
    public Optional<LocalDate> calibrateUntilIfGiven() {
        return Optional.ofNullable(calibrateUntil);
    }

    BuyingRules calibratedUntil(LocalDate day) {
        return new BuyingRules(model, horizon, day, mediumRisk, highRisk);
    }

    /** The horizon in days, which may be a fraction. */
    double horizonDays() {
        return horizon.toNanos() / (double) Duration.ofDays(1).toNanos();
    }
}
