package io.parcours.map;

import io.parcours.funnel.ChainRules;
import io.parcours.funnel.ChainRules.Entry;
import io.parcours.funnel.ChainRules.Order;
import io.parcours.funnel.ChainRules.Ties;
import io.parcours.funnel.FunnelExclusion;
import java.time.Duration;
import java.util.List;

/** Reads which chains of touchpoints a funnel has. */
final class ChainReader {
    private final StagedConditions conditions;
    private final CutColumns columns;

    ChainReader(StagedConditions conditions, CutColumns columns) {
        this.conditions = conditions;
        this.columns = columns;
    }

    /** The order, which the steps must know before. */
    static Order order(MapFields funnel) {
        return funnel.at("order")
                .flatMap(given -> MapWord.choice(given, Order.class))
                .orElse(ChainRules.DEFAULT.order());
    }

    ChainRules read(MapFields funnel, GivenSteps steps) {
        ChainRules defaults = ChainRules.DEFAULT;
        Duration window = funnel.at("window")
                .map(given -> MapWord.durationOrNone(given, defaults.window()))
                .orElse(defaults.window());
        Entry entry = funnel.at("entry").map(given -> entry(given, steps)).orElse(defaults.entry());
        Ties ties = funnel.at("ties").map(given -> ties(given, steps)).orElse(defaults.ties());
        List<FunnelExclusion> exclusions = funnel.at("exclude")
                .map(new ExclusionReader(conditions, steps)::read)
                .orElse(defaults.exclusions());
        List<String> hold =
                funnel.at("hold").map(given -> columns.read(given, "to hold")).orElse(defaults.hold());
        return new ChainRules(steps.order(), entry, ties, window, exclusions, hold);
    }

    private static Entry entry(MapValue value, GivenSteps steps) {
        Entry entry = MapWord.choice(value, Entry.class).orElse(Entry.BEST);
        value.check(
                entry == Entry.BEST || !steps.isUnordered(),
                MapWord.written(entry)
                        + " is refused with order: unordered, as an unordered funnel has no first step to"
                        + " enter by (legal: best)");
        return entry;
    }

    private static Ties ties(MapValue value, GivenSteps steps) {
        Ties ties = MapWord.choice(value, Ties.class).orElse(Ties.TOGETHER);
        value.check(
                ties == Ties.TOGETHER || !steps.isUnordered(),
                "strict is refused with order: unordered, as steps without an order have none that equal times could"
                        + " disturb (legal: together)");
        return ties;
    }
}
