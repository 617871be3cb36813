package io.parcours.map;

import io.parcours.channel.ChannelRules;
import io.parcours.channel.ChannelRules.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which channels lie online and offline, and the keys beside them. */
final class ChannelsReader {
    private static final List<String> BESIDE = List.of("handover_window", "channel_breakdown");

    private ChannelsReader() {}

    static Optional<ChannelRules> read(MapFields map, CutColumns columns) {
        Optional<MapValue> channels = map.at("channels");
        if (channels.isEmpty()) {
            BESIDE.forEach(key -> map.at(key)
                    .ifPresent(value -> value.refuse("would do nothing without channels; give those, such as {store:"
                            + " offline, web: online}, or leave this out")));
        }
        return channels.map(value -> new ChannelRules(
                kinds(value),
                map.at("handover_window").flatMap(MapWord::duration).orElse(ChannelRules.DEFAULT_HANDOVER_WINDOW),
                map.at("channel_breakdown")
                        .map(columns.withoutChannel()::breakdown)
                        .orElse(List.of())));
    }

    private static Map<String, Kind> kinds(MapValue value) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        NamedValues.read(value)
                .forEach((channel, kind) ->
                        MapWord.choice(kind, Kind.class).ifPresent(legal -> kinds.put(channel, legal)));
        return kinds;
    }
}
