package io.parcours.friction;

import io.parcours.stats.FalseDiscoveryRate;
import io.parcours.stats.StratifiedMeans;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the rows of {@code friction} of what was counted. */
final class FrictionRows {
    private final FrictionCounts counts;
    private final Sites sites;
    private final ArrivalGroups arrivals;
    private final StallGroups stalls;
    /** By event: how many customers came there. */
    private final Map<Integer, Long> customersAt = new HashMap<>();

    private FrictionRows(FrictionCounts counts) {
        this.counts = counts;
        this.sites = counts.sites();
        this.arrivals = new ArrivalGroups(counts.sites(), counts.arrivals());
        this.stalls = new StallGroups(counts.stalls(), counts.plan().rules());
        for (int site = 0; site < sites.size(); site++) {
            if (sites.kind(site) == Sites.EVENT) {
                customersAt.put(sites.place(site), sites.customers(site));
            }
        }
    }

    /** The rows in the order of the report. */
    static List<FrictionRow> of(FrictionCounts counts) {
        FrictionRows rows = new FrictionRows(counts);
        // Rows do not depend on each other.
        Stream<FrictionRow> ofSites = IntStream.range(0, rows.sites.size())
                .parallel()
                .filter(site -> rows.sites.kind(site) < FrictionKind.values().length)
                .mapToObj(rows::ofSite);
        Stream<FrictionRow> ofStalls =
                IntStream.range(0, counts.stalls().pairs()).parallel().boxed().flatMap(rows::ofPair);
        List<FrictionRow> sorted =
                Stream.concat(ofSites, ofStalls).sorted(FrictionRow.ORDER).toList();
        return judged(sorted);
    }

    private FrictionRow ofSite(int site) {
        FrictionKind kind = FrictionKind.values()[sites.kind(site)];
        int via = sites.via(site);
        boolean isBack = kind == FrictionKind.MOVE_BACK;
        List<Group> groups = arrivals.groups(site);
        Compared conversion = Comparison.of(groups, fate -> true, Fate::isConverted);
        return new FrictionRow(
                kind,
                counts.event(sites.place(site)),
                kind == FrictionKind.LOOP ? counts.event(via) : null,
                isBack ? counts.plan().stage(StagePair.from(via)) : null,
                isBack ? counts.plan().stage(StagePair.to(via)) : null,
                null,
                sites.occurrences(site),
                sites.journeys(site),
                sites.customers(site),
                customersAt.get(sites.place(site)),
                conversion,
                Comparison.of(groups, Fate::isChurnKnown, Fate::isChurned),
                satisfaction(arrivals.satisfaction(site)),
                Loss.of(conversion, counts.conversionValues().mean()));
    }

    private Stream<FrictionRow> ofPair(int pair) {
        Stalls gaps = counts.stalls();
        return stalls.limit(pair).stream()
                .boxed()
                .filter(limit -> gaps.longer(pair, limit) > 0)
                .map(limit -> ofPair(pair, limit));
    }

    private FrictionRow ofPair(int pair, long limit) {
        Stalls gaps = counts.stalls();
        List<Group> groups = stalls.groups(pair, limit);
        Compared conversion = Comparison.of(groups, fate -> true, Fate::isConverted);
        return new FrictionRow(
                FrictionKind.STALL,
                counts.event(gaps.from(pair)),
                counts.event(gaps.to(pair)),
                null,
                null,
                limit / 1e6,
                gaps.longer(pair, limit),
                gaps.journeysLonger(pair, limit),
                gaps.customersLonger(pair, limit),
                customersAt.get(gaps.from(pair)),
                conversion,
                Comparison.of(groups, Fate::isChurnKnown, Fate::isChurned),
                satisfaction(stalls.satisfaction(pair, limit)),
                Loss.of(conversion, counts.conversionValues().mean()));
    }

    private static FrictionRow.SatisfactionDifference satisfaction(SatisfactionLevels levels) {
        StratifiedMeans means = levels.means();
        return means.difference()
                .map(difference -> new FrictionRow.SatisfactionDifference(
                        means.oneCount(),
                        means.otherCount(),
                        means.one().orElseThrow(),
                        means.other().orElseThrow(),
                        difference))
                .orElse(FrictionRow.SatisfactionDifference.NONE);
    }

    private static List<FrictionRow> judged(List<FrictionRow> rows) {
        Double[] conversion = qValues(rows, FrictionRow::conversion);
        Double[] churn = qValues(rows, FrictionRow::churn);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> rows.get(i).withQValues(conversion[i], churn[i]))
                .toList();
    }

    /** By row: the q value among all that were tested; null where it was not. */
    private static Double[] qValues(List<FrictionRow> rows, Function<FrictionRow, Compared> outcome) {
        int[] tested = IntStream.range(0, rows.size())
                .filter(i -> outcome.apply(rows.get(i)).isTested())
                .toArray();
        double[] judged = FalseDiscoveryRate.of(IntStream.of(tested)
                .mapToDouble(i -> outcome.apply(rows.get(i)).pValue())
                .toArray());
        Double[] qValues = new Double[rows.size()];
        for (int i = 0; i < tested.length; i++) {
            qValues[tested[i]] = judged[i];
        }
        return qValues;
    }
}
