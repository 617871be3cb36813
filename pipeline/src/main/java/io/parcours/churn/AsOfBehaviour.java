package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.LocalDays;
import java.io.Serializable;

/** How customers who are not gone behave up to as_of. Not safe to share between threads. */
final class AsOfBehaviour implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BehaviourFeatures features;
    private transient BehaviourReader reader;
    private transient AsOf readerAsOf;

    AsOfBehaviour(BehaviourFeatures features) {
        this.features = features;
    }

    BehaviourFeatures features() {
        return features;
    }

    /** The features of a customer in this state; null where he is gone. */
    double[] of(CustomerHistory history, ChurnState state, AsOf asOf) {
        if (!features.hasEnds() && state == ChurnState.DORMANT) {
            return null;
        }
        if (!asOf.equals(readerAsOf)) {
            reader = new BehaviourReader(
                    features, new LocalDays(asOf.zone()), asOf.date().toEpochDay());
            readerAsOf = asOf;
        }
        reader.read(history);
        boolean isThere = features.hasEnds() ? reader.isThere(0) : reader.hasBegun(0);
        return isThere ? reader.features(0) : null;
    }
}
