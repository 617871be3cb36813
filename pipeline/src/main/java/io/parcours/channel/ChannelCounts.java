package io.parcours.channel;

import io.parcours.journey.BoundedNames;
import io.parcours.journey.BreakdownGroups;
import io.parcours.journey.Conversions;
import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;

/** What is counted of journeys by how they use channels, and of every switch between two channels. */
public final class ChannelCounts implements Counts<ChannelCounts> {
    private static final long serialVersionUID = 1L;

    private final Conversions conversions;
    private final JourneyClasses classes;
    private final JourneyObserver observer;
    private final BreakdownGroups groups;
    /** The channels switched between. */
    private final BoundedNames channels;

    private final MixCounts mix = new MixCounts();
    private final SwitchCells switches = new SwitchCells();
    /** By breakdown: the group of the journey at hand. */
    private final int[] groupsAtHand;

    private long journeys;

    ChannelCounts(
            Conversions conversions,
            JourneyClasses classes,
            JourneyObserver observer,
            BreakdownGroups groups,
            BoundedNames channels) {
        this.conversions = conversions;
        this.classes = classes;
        this.observer = observer;
        this.groups = groups;
        this.channels = channels;
        this.groupsAtHand = new int[groups.breakdowns()];
    }

    @Override
    public void add(CustomerHistory history) {
        observer.begin(history);
        for (int j = 0; j < history.journeys().size(); j++) {
            Span journey = history.journeys().get(j);
            ObservedJourney observed = observer.observe(history, journey);
            journeys++;
            for (int breakdown = 0; breakdown < groupsAtHand.length; breakdown++) {
                groupsAtHand[breakdown] = groups.of(history, journey.from(), breakdown);
                mix.add(groupsAtHand[breakdown], observed);
            }
            if (observed.channelClass().compareTo(ChannelClass.SINGLE) > 0) {
                addSwitches(history, journey);
            }
        }
        mix.closeCustomer();
        switches.closeCustomer();
        if (channels.isCrowded()) {
            switches.renumber(channels.fold());
        }
    }

    private void addSwitches(CustomerHistory history, Span journey) {
        int conversion = lastConversion(history, journey);
        String former = history.channel(journey.from());
        for (int i = journey.from() + 1; i < journey.to(); i++) {
            String channel = history.channel(i);
            if (channel != null && former != null && !channel.equals(former)) {
                int name = channels.of(former, channel, 0);
                long micros = history.occurredAt(i) - history.occurredAt(i - 1);
                for (int group : groupsAtHand) {
                    switches.add(group, name, micros, journeys, classes.isHandover(history, i), i <= conversion);
                }
            }
            former = channel;
        }
    }

    private int lastConversion(CustomerHistory history, Span journey) {
        int index = journey.to() - 1;
        while (index >= journey.from() && !conversions.isConversion(history, index)) {
            index--;
        }
        return index;
    }

    @Override
    public void merge(ChannelCounts other) {
        int[] mappedGroups = groups.merge(other.groups);
        mix.merge(other.mix, mappedGroups);
        switches.merge(other.switches, mappedGroups, channels.merge(other.channels));
        if (channels.isCrowded()) {
            switches.renumber(channels.fold());
        }
    }

    /** Folds channels until no more are kept than may be. */
    void settle() {
        if (channels.isOverLimit()) {
            switches.renumber(channels.fold());
        }
    }

    BreakdownGroups groups() {
        return groups;
    }

    BoundedNames channels() {
        return channels;
    }

    MixCounts mix() {
        return mix;
    }

    SwitchCells switches() {
        return switches;
    }
}
