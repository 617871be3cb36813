package io.parcours.run;

import io.parcours.funnel.DropOffsRow;
import io.parcours.funnel.LostAt;
import io.parcours.insight.PainPoints;
import io.parcours.map.JourneyMap;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tables that follow from those of several topics, where all of these are asked. */
final class Insights {
    private Insights() {}

    /** The names of the tables that they follow from. */
    static Set<String> sources() {
        return PainPoints.sources();
    }

    /** The tables that follow. */
    static List<ReportTable<?>> tables(JourneyMap map, Set<Topic> topics) {
        return isPainAsked(map, topics) ? List.of(PainPoints.table()) : List.of();
    }

    /** The concluded tables, and those that follow from them. */
    static List<TableContent<?>> joined(JourneyMap map, Set<Topic> topics, List<TableContent<?>> concluded) {
        if (!isPainAsked(map, topics)) {
            return concluded;
        }
        List<TableContent<?>> all = new ArrayList<>(concluded);
        all.add(PainPoints.of(concluded, lost(concluded)));
        return all;
    }

    private static List<LostAt> lost(List<TableContent<?>> concluded) {
        return concluded.stream()
                .flatMap(content -> content.rows().stream())
                .filter(DropOffsRow.class::isInstance)
                .flatMap(row -> ((DropOffsRow) row).lostAt().stream())
                .toList();
    }

    private static boolean isPainAsked(JourneyMap map, Set<Topic> topics) {
        return map.features().friction().isPresent()
                && topics.containsAll(Set.of(Topic.FRICTION, Topic.FUNNEL))
                && (map.features().surveys().isEmpty() || topics.contains(Topic.SATISFACTION));
    }
}
