package io.parcours.friction;

import io.parcours.journey.AsOf;
import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.stats.ExactMean;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.List;

/** Friction by kind and place, and what became of the journeys with it and without. */
public final class FrictionCounts implements Counts<FrictionCounts> {
    private static final long serialVersionUID = 1L;

    private static final int UNDECIDED = -1;

    private final FrictionPlan plan;
    private final AsOf asOf;
    private final EventNames names = new EventNames();
    private final Sites sites = new Sites();
    private final Arrivals arrivals = new Arrivals();
    private final Stalls stalls = new Stalls();
    private final ExactMean conversionValues = new ExactMean();
    /** Belongs to one task and does not travel with its result. */
    private transient FrictionWalk walk;

    FrictionCounts(FrictionPlan plan, AsOf asOf) {
        this.plan = plan;
        this.asOf = asOf;
        begin();
    }

    private void begin() {
        walk = new FrictionWalk(plan, names, sites, stalls, arrivals);
    }

    @Override
    public void add(CustomerHistory history) {
        long lastActivity = plan.lastActivity(history);
        walk.begin(history);
        List<Span> journeys = history.journeys();
        for (int i = 0; i < journeys.size(); i++) {
            Span journey = journeys.get(i);
            int conversion = plan.conversion(history, journey);
            if (conversion >= 0) {
                conversionValues.add(history.value(conversion));
            }
            walk.along(
                    journey,
                    conversion < 0 ? journey.to() : conversion,
                    fate(history, journey, conversion >= 0, lastActivity));
        }
    }

    private int fate(CustomerHistory history, Span journey, boolean isConverted, long lastActivity) {
        if (!plan.isOver(history, journey, asOf)) {
            return UNDECIDED;
        }
        boolean isKnown = lastActivity != Long.MIN_VALUE && plan.isLongAgo(history.occurredAt(journey.to() - 1), asOf);
        Fate.Churn known = isKnown && plan.isLongAgo(lastActivity, asOf) ? Fate.Churn.CHURNED : Fate.Churn.STAYED;
        Fate.Churn churn = isKnown ? known : Fate.Churn.UNKNOWN;
        return isConverted ? Fate.converted(churn) : Fate.dropped(churn);
    }

    @Override
    public void merge(FrictionCounts other) {
        int[] mapped = names.mapped(other.names);
        arrivals.merge(other.arrivals, sites.merge(other.sites, mapped));
        stalls.merge(other.stalls, mapped);
        conversionValues.merge(other.conversionValues);
    }

    FrictionPlan plan() {
        return plan;
    }

    String event(int number) {
        return names.text(number);
    }

    Sites sites() {
        return sites;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    Stalls stalls() {
        return stalls;
    }

    ExactMean conversionValues() {
        return conversionValues;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        begin();
    }
}
