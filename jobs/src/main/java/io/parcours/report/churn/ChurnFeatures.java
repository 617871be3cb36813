package io.parcours.report.churn;

import io.parcours.report.page.ReportContext;
import io.parcours.report.words.Words;

/**
 * The features of behaviour by which leaving is foreseen, in the reader's words.
 *
 * @param lookback how long behaviour counts as recent
 */
record ChurnFeatures(Words words, String lookback) {
    private static final String SIGNAL = "signal:";

    static ChurnFeatures of(ReportContext context) {
        return new ChurnFeatures(
                context.words(),
                ChurnCells.duration(
                        context.words(),
                        context.tables()
                                .manifest()
                                .mapOf("churn_drivers")
                                .churn()
                                .signals()
                                .lookback()));
    }

    /** The feature; a signal by the name that the map gave it. */
    String name(String feature) {
        return feature.startsWith(SIGNAL)
                ? words.say("churn.feature.signal", feature.substring(SIGNAL.length()))
                : words.name("churn.feature", feature);
    }

    /** How it is worked out, in the table's own words where there are no others. */
    String meaning(String feature, String written) {
        String key = "churn.meaning." + (feature.startsWith(SIGNAL) ? "signal" : feature);
        return words.has(key) ? words.say(key, lookback) : written;
    }

    /** A reason of {@code churn_customers}: a feature, and whether it is high or low. */
    String reason(String reason) {
        int end = reason.lastIndexOf(' ');
        String key = "churn.reason." + reason.substring(end + 1);
        return end > 0 && words.has(key) ? words.say(key, name(reason.substring(0, end))) : reason;
    }
}
