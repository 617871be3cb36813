package io.parcours.channel;

import io.parcours.channel.ChannelRules.Kind;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import java.io.Serializable;
import java.util.HashMap;

/** Tells the class of journeys. */
final class JourneyClasses implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HashMap<String, Kind> kinds;
    private final long handoverWindow;
    /** By kind and stage: the last journey that had a touchpoint of this kind in this stage. */
    private final long[][] latest;

    private long journeys;

    JourneyClasses(ChannelRules rules, int stages) {
        this.kinds = new HashMap<>(rules.kinds());
        this.handoverWindow = rules.handoverWindow().toNanos() / 1000;
        this.latest = new long[Kind.values().length][stages];
    }

    ChannelClass of(CustomerHistory history, Span journey) {
        journeys++;
        String first = null;
        boolean isSeveral = false;
        boolean isHandedOver = false;
        String former = null;
        for (int i = journey.from(); i < journey.to(); i++) {
            String channel = history.channel(i);
            if (channel != null) {
                if (meetsOtherKind(channel, history.stage(i))) {
                    return ChannelClass.OMNICHANNEL;
                }
                isSeveral |= first != null && !channel.equals(first);
                isHandedOver |= former != null && !channel.equals(former) && isHandover(history, i);
                first = first == null ? channel : first;
            }
            former = channel;
        }
        if (isHandedOver) {
            return ChannelClass.CROSSCHANNEL;
        }
        return isSeveral ? ChannelClass.MULTICHANNEL : first == null ? ChannelClass.NONE : ChannelClass.SINGLE;
    }

    /** Whether a touchpoint follows the one before it within the handover window. */
    boolean isHandover(CustomerHistory history, int index) {
        return history.occurredAt(index) - history.occurredAt(index - 1) <= handoverWindow;
    }

    /** Takes in a touchpoint's channel, and tells whether the stage has touchpoints of both kinds now. */
    private boolean meetsOtherKind(String channel, int stage) {
        Kind kind = stage < 0 ? null : kinds.get(channel);
        if (kind == null) {
            return false;
        }
        Kind other = kind == Kind.ONLINE ? Kind.OFFLINE : Kind.ONLINE;
        latest[kind.ordinal()][stage] = journeys;
        return latest[other.ordinal()][stage] == journeys;
    }
}
