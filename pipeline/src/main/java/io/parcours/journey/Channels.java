package io.parcours.journey;

import java.util.HashSet;
import java.util.Set;

/**
 * The channels of a session or journey.
 *
 * @param first the channel of its first touchpoint, or null
 * @param last the channel of its last touchpoint, or null
 * @param count how many different channels; a missing channel is none
 * @param switches how often two neighbouring touchpoints have channels, and different ones
 */
record Channels(String first, String last, int count, int switches) {

    static Channels of(CustomerHistory history, Span span) {
        String anyChannel = null;
        Set<String> further = null;
        int switches = 0;
        String former = null;
        for (int i = span.from(); i < span.to(); i++) {
            String channel = history.channel(i);
            if (channel != null && !channel.equals(former)) {
                switches += former == null ? 0 : 1;
                if (anyChannel == null) {
                    anyChannel = channel;
                } else if (!channel.equals(anyChannel)) {
                    // Most spans keep to one channel and need no set.
                    further = further == null ? new HashSet<>() : further;
                    further.add(channel);
                }
            }
            former = channel;
        }
        int count = (anyChannel == null ? 0 : 1) + (further == null ? 0 : further.size());
        return new Channels(history.channel(span.from()), former, count, switches);
    }
}
