package io.parcours.sample;

import java.util.Locale;

/** What a customer holds in hand: gives the channel and the platform of what is done with it. */
enum Device {
    DESKTOP(PlannedChannel.WEB),
    MOBILE_WEB(PlannedChannel.WEB),
    IOS(PlannedChannel.APP),
    ANDROID(PlannedChannel.APP),
    /** No device, or none that the log knows: a counter, a telephone, a mail program. */
    NONE(PlannedChannel.STORE);

    private static final Device[] ALL = values();

    private final PlannedChannel channel;

    Device(PlannedChannel channel) {
        this.channel = channel;
    }

    static Device of(int number) {
        return ALL[number];
    }

    PlannedChannel channel() {
        return channel;
    }

    /** The platform as the log writes it, or null. */
    String platform() {
        return this == NONE ? null : name().toLowerCase(Locale.ROOT);
    }
}
