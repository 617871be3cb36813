package io.parcours.trigger;

import io.parcours.journey.Conversions;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the firings of triggers in a history, in one walk forward for each trigger: neither what comes next nor the next
 * conversion is looked for twice, however many firings there are.
 */
final class FiringReader implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Conversions conversions;
    private final long asOf;

    /** @param asOf microseconds since the epoch */
    FiringReader(Conversions conversions, long asOf) {
        this.conversions = conversions;
        this.asOf = asOf;
    }

    /** The firings of a trigger, in the order they started. */
    List<Firing> firings(TriggerPlan plan, CustomerHistory history) {
        Walk walk = null;
        for (int i = 0; i < history.size(); i++) {
            if (walk == null) {
                if (!plan.starts(history, i)) {
                    continue;
                }
                walk = new Walk(plan, history);
            }
            walk.take(i);
        }
        return walk == null ? List.of() : walk.firings();
    }

    /** One walk along one history, from the first touchpoint on that can start a firing. */
    private final class Walk {
        private final TriggerPlan plan;
        private final CustomerHistory history;
        private final List<Firing> firings = new ArrayList<>();
        private int start = Firing.NONE;
        private long deadline;
        private long restsUntil = Long.MIN_VALUE;
        /** The first touchpoint that converts, from the end of the firing that ended last on; the size for none. */
        private int conversion = Firing.NONE;

        private int session;
        private int journey;

        Walk(TriggerPlan plan, CustomerHistory history) {
            this.plan = plan;
            this.history = history;
        }

        void take(int index) {
            long at = history.occurredAt(index);
            if (isRunning() && at > deadline) {
                endDue(index);
            } else if (isRunning() && plan.cancels(history, index)) {
                end(FiringState.CANCELLED, index, index + 1, index);
            }
            if (!isRunning() && at > restsUntil && plan.starts(history, index)) {
                start = index;
                deadline = plan.deadline(at);
            }
        }

        List<Firing> firings() {
            if (isRunning() && deadline <= asOf) {
                endDue(history.size());
            } else if (isRunning()) {
                end(FiringState.PENDING, Firing.NONE, history.size(), history.size());
            }
            return firings;
        }

        private boolean isRunning() {
            return start != Firing.NONE;
        }

        /** @param after the first touchpoint later than the deadline, or the size */
        private void endDue(int after) {
            restsUntil = plan.restsUntil(deadline);
            end(FiringState.DUE, Firing.NONE, after, after);
        }

        /**
         * Ends the running firing.
         *
         * @param next the first touchpoint after its end, or the size
         * @param from the first touchpoint that may be its conversion, or the size
         */
        private void end(FiringState state, int cancelledBy, int next, int from) {
            if (conversion < from) {
                int found = conversions.first(history, from, history.size());
                conversion = found < 0 ? history.size() : found;
            }
            boolean isOver = state != FiringState.PENDING;
            session = spanOf(history.sessions(), session);
            journey = spanOf(history.journeys(), journey);
            firings.add(new Firing(
                    firings.size() + 1,
                    state,
                    start,
                    deadline,
                    cancelledBy,
                    orNone(next),
                    isOver ? orNone(conversion) : Firing.NONE,
                    history.sessions().get(session),
                    history.journeys().get(journey)));
            start = Firing.NONE;
        }

        private int spanOf(List<Span> spans, int from) {
            int span = from;
            while (spans.get(span).to() <= start) {
                span++;
            }
            return span;
        }

        private int orNone(int index) {
            return index < history.size() ? index : Firing.NONE;
        }
    }
}
