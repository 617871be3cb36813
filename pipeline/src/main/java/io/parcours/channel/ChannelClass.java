package io.parcours.channel;

import io.parcours.touchpoint.Labels;

/** How a journey uses channels. A journey that goes on can only move to a later one of these. */
enum ChannelClass {
    /** No touchpoint has a channel. */
    NONE(Labels.NONE),
    /** One channel. */
    SINGLE("single"),
    /** Several channels, and neither of the following. */
    MULTICHANNEL("multichannel"),
    /** Neighbouring touchpoints in different channels, at most the handover window apart. */
    CROSSCHANNEL("crosschannel"),
    /** Some stage has touchpoints online and offline. */
    OMNICHANNEL("omnichannel");

    private final String label;

    ChannelClass(String label) {
        this.label = label;
    }

    /** Its name in reports. */
    String label() {
        return label;
    }
}
