package io.parcours.churn;

import java.io.Serializable;

/** What the models of repeated activity are fitted to and held against; mergeable. */
final class BuyingCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    void add(Activity activity) {}

    void merge(BuyingCounts other) {}
}
