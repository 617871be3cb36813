package io.parcours.run;

import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CountedRows;
import io.parcours.journey.Drafts;
import io.parcours.journey.HistoryTable;
import io.parcours.journey.Question;
import io.parcours.journey.Study;
import io.parcours.map.JourneyMap;
import io.parcours.table.ReportTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What must be asked for the tables that a map chooses: who gives rows to one of them, or to one that another of them is
 * made from.
 */
final class WantedTables {
    private final JourneyMap map;
    private final Set<Topic> asked;
    /** Of tables that are perhaps not written, but from which one is made that is. */
    private final Set<String> sources;

    private WantedTables(JourneyMap map, Set<Topic> asked) {
        this.map = map;
        this.asked = asked;
        boolean isInsightWritten = Insights.tables(map, asked).stream()
                .anyMatch(table -> map.tables().contains(table.name()));
        this.sources = isInsightWritten ? Insights.sources() : Set.of();
    }

    /** What is wanted of the tables of these topics. */
    static WantedTables of(JourneyMap map, Set<Topic> asked) {
        return new WantedTables(map, asked);
    }

    /** Those of the topics without which a table that is written would lack rows, in order. */
    List<Topic> topics() {
        return Stream.of(Topic.values())
                .filter(asked::contains)
                .filter(topic -> map.tables().isEvery() || namesOf(topic).anyMatch(this::isNeeded))
                .toList();
    }

    /** Whether a question must be asked. One that gives rows to no table is for the summary, and costs next to nothing. */
    boolean isNeeded(Question<?> question) {
        if (map.tables().isEvery()) {
            return true;
        }
        Set<String> names = new HashSet<>(namesOf(question).toList());
        return names.isEmpty() || names.stream().anyMatch(this::isNeeded);
    }

    /** Whether a table of customers is written. */
    boolean isNeeded(HistoryTable<?> table) {
        return map.tables().contains(table.table().name());
    }

    private boolean isNeeded(String table) {
        return map.tables().contains(table) || sources.contains(table);
    }

    private Stream<String> namesOf(Topic topic) {
        ConditionIndex conditions = JourneyPlan.conditions(map, List.of(topic));
        return Stream.concat(
                topic.feature().questions(map, conditions).stream().flatMap(WantedTables::namesOf),
                topic.feature().tables(map, conditions).stream()
                        .map(table -> table.table().name()));
    }

    private static Stream<String> namesOf(Question<?> question) {
        Tally nothing = new Tally(List.of(question), new AsOf(Instant.EPOCH, ZoneOffset.UTC));
        Stream<ReportTable<?>> ofCustomers = Stream.concat(
                nothing.countedRows().stream().map(CountedRows::rowTable),
                question instanceof Study<?> study ? study.completedTables().stream() : Stream.of());
        return Stream.concat(
                ofCustomers.map(ReportTable::name),
                nothing.conclude(List.of(question), Drafts.NONE).tables().stream()
                        .map(content -> content.table().name()));
    }
}
