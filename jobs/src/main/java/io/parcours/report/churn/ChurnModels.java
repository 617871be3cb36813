package io.parcours.report.churn;

import io.parcours.churn.ChurnRules;
import java.util.Locale;

/** The models of churn by their names in the tables. */
final class ChurnModels {

    private ChurnModels() {}

    /** The model that the map has chosen for {@code churn_customers}. */
    static String ofMap(ChurnRules rules) {
        return rules.buying().model().name().toLowerCase(Locale.ROOT);
    }
}
