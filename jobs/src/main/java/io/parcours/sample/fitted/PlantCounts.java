package io.parcours.sample.fitted;

/** How often what was planted really happened, by the walks themselves. */
final class PlantCounts {
    /** Journeys that came to the event of the planted drop, not converted yet. */
    long mayDrop;

    long dropped;
    /** Journeys that came to the event of the planted friction, not converted yet. */
    long mayMeetFriction;

    long metFriction;
    /** Journeys that came to the level of the planted deviation. */
    long mayDeviate;

    long deviated;
    /** Journeys that were about to convert or not, after a touch in the channel that persuades. */
    long exposed;

    /** Conversions that would not have been without the channel's effect. */
    long incremental;
}
