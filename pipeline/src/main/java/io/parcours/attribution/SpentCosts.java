package io.parcours.attribution;

import io.parcours.stats.ExactSum;
import io.parcours.touchpoint.Utf8Order;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The costs that count: of periods with a day from the log's first touchpoint to as_of. */
final class SpentCosts {
    /** Nothing was spent. */
    static final SpentCosts NONE = new SpentCosts(List.of(), LocalDate.EPOCH, LocalDate.EPOCH);

    private final Map<String, ExactSum> byChannel = new TreeMap<>(Utf8Order.COMPARATOR);
    private int outside;

    /** The costs from the log's first day to its last. */
    SpentCosts(List<Cost> costs, LocalDate first, LocalDate last) {
        for (Cost cost : costs) {
            if (cost.touches(first, last)) {
                byChannel
                        .computeIfAbsent(cost.channel(), channel -> new ExactSum())
                        .add(cost.amount());
            } else {
                outside++;
            }
        }
    }

    /** The channels with costs, ordered by their texts. */
    List<String> channels() {
        return List.copyOf(byChannel.keySet());
    }

    /** What was spent on a channel, if anything is known. */
    OptionalDouble of(String channel) {
        ExactSum sum = byChannel.get(channel);
        return sum == null ? OptionalDouble.empty() : OptionalDouble.of(sum.toDouble());
    }

    /** How many costs do not count. */
    int outside() {
        return outside;
    }
}
