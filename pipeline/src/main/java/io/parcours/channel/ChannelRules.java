package io.parcours.channel;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which channels lie online and offline, and when two neighbours are a handover.
 *
 * @param kinds by the channel's name; a channel that is not named here is neither
 * @param handoverWindow neighbouring touchpoints in different channels at most this far apart are a handover, both ends
 *     included; default 7 days
 * @param breakdown dimensions, or {@code segment}, by whose values journeys are counted once more; default none
 */
public record ChannelRules(Map<String, Kind> kinds, Duration handoverWindow, List<String> breakdown)
        implements Serializable {

    public static final Duration DEFAULT_HANDOVER_WINDOW = Duration.ofDays(7);

    /** Where a channel lies. */
    public enum Kind {
        ONLINE,
        OFFLINE
    }

    public ChannelRules {
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
        breakdown = List.copyOf(breakdown);
    }
}
