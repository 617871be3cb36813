package io.parcours.run;

import io.parcours.insight.PainPoints;
import io.parcours.map.JourneyMap;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables that follow from those of several topics, where all of these are asked. */
final class Insights {
    private Insights() {}

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
        all.add(PainPoints.of(concluded, surveyEvents(map)));
        return all;
    }

    private static Set<String> surveyEvents(JourneyMap map) {
        return map.features().surveys().stream()
                .flatMap(survey -> survey.touchpoints().events().stream())
                .collect(Collectors.toSet());
    }

    private static boolean isPainAsked(JourneyMap map, Set<Topic> topics) {
        return map.features().friction().isPresent()
                && topics.containsAll(Set.of(Topic.FRICTION, Topic.FUNNEL))
                && (map.features().surveys().isEmpty() || topics.contains(Topic.SATISFACTION));
    }
}
