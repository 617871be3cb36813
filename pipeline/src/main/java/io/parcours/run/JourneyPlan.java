package io.parcours.run;

import io.parcours.churn.CalibrationDay;
import io.parcours.churn.ChurnState;
import io.parcours.churn.ChurnStateCounts;
import io.parcours.ingest.QuarantineReport;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Drafts;
import io.parcours.journey.HistoryLabeller;
import io.parcours.journey.HistoryTable;
import io.parcours.journey.HistoryTotals;
import io.parcours.journey.Question;
import io.parcours.journey.Study;
import io.parcours.journey.TouchpointsReport;
import io.parcours.journey.ValueScores;
import io.parcours.map.JourneyMap;
import io.parcours.quality.QualityReport;
import io.parcours.survey.SurveyReading;
import io.parcours.survey.SurveyRules;
import io.parcours.table.ReportTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that is asked of histories, made from the map: adding a feature to Parcours is adding its question or table
 * to the {@link Feature} of its topic.
 *
 * @param map the map
 * @param conditions every condition of the map that is asked, numbered
 * @param questions what is counted over histories
 * @param tables what has rows of its own for each customer
 * @param columns which fields and dimensions of touchpoints are looked at, beside customer, instant and event
 * @param topics what is asked about, and has part in a table that the map chooses
 */
record JourneyPlan(
        JourneyMap map,
        ConditionIndex conditions,
        List<Question<?>> questions,
        List<HistoryTable<?>> tables,
        Set<String> columns,
        Set<Topic> topics) {

    JourneyPlan {
        topics = Set.copyOf(topics);
        questions = List.copyOf(questions);
        tables = List.copyOf(tables);
        columns = Set.copyOf(columns);
    }

    /** Everything the map asks. */
    static JourneyPlan of(JourneyMap map) {
        return of(map, EnumSet.allOf(Topic.class));
    }

    /** What the map asks about these topics, as far as the tables it chooses follow from it. */
    static JourneyPlan of(JourneyMap map, Set<Topic> asked) {
        WantedTables wanted = WantedTables.of(map, asked);
        List<Topic> topics = wanted.topics();
        ConditionIndex conditions = conditions(map, topics);
        List<Question<?>> questions = new ArrayList<>(List.of(new HistoryTotals.Asked()));
        List<HistoryTable<?>> tables = new ArrayList<>();
        for (Topic topic : topics) {
            topic.feature().questions(map, conditions).stream()
                    .filter(wanted::isNeeded)
                    .forEach(questions::add);
            topic.feature().tables(map, conditions).stream()
                    .filter(wanted::isNeeded)
                    .forEach(tables::add);
        }
        return new JourneyPlan(
                map, conditions, questions, tables, columns(topics, map, conditions), new HashSet<>(topics));
    }

    /** The conditions that are asked for these topics. */
    static ConditionIndex conditions(JourneyMap map, List<Topic> topics) {
        // Segments name every customer, and surveys say which values are scores, whatever the topics are.
        return new ConditionIndex(Stream.of(
                        topics.stream().flatMap(topic -> topic.feature().conditions(map)),
                        Topic.SEGMENT.feature().conditions(map),
                        map.features().surveys().stream().map(SurveyRules::touchpoints))
                .flatMap(asked -> asked)
                .toList());
    }

    private static Set<String> columns(Collection<Topic> topics, JourneyMap map, ConditionIndex conditions) {
        Set<String> columns = new HashSet<>();
        topics.forEach(topic -> topic.feature().columns(map).forEach(columns::add));
        SegmentFeature.labelColumns(map).forEach(columns::add);
        conditions.conditions().forEach(condition -> columns.addAll(condition.columnNames()));
        map.journey().stages().forEach(stage -> columns.addAll(stage.condition().columnNames()));
        return columns;
    }

    /** The same plan without writing {@code touchpoints}, for histories that came from that very table. */
    JourneyPlan withoutTouchpoints() {
        List<HistoryTable<?>> others =
                tables.stream().filter(table -> !isTouchpoints(table)).toList();
        return new JourneyPlan(map, conditions, questions, others, columns, topics);
    }

    /**
     * The same plan, knowing from when to when the log goes.
     *
     * @param firstAt the first touchpoint, microseconds since the epoch, if there is one
     */
    JourneyPlan from(OptionalLong firstAt, AsOf asOf) {
        if (firstAt.isEmpty()) {
            return this;
        }
        JourneyPlan known = of(map.withChurn(CalibrationDay.filledIn(map.churn(), firstAt.getAsLong(), asOf)), topics);
        return new JourneyPlan(known.map, conditions, known.questions, tables, columns, topics);
    }

    /** What customers are called by their whole histories. */
    HistoryLabeller labeller() {
        return SegmentFeature.labeller(map, conditions);
    }

    /** Which values are scores of surveys. */
    ValueScores valueScores() {
        return new SurveyReading(map.features().surveys(), conditions, map.dimensions()).valueScores();
    }

    /** How many conditions may fail on a value: those on touchpoints, then those on customers. */
    int conditionCount() {
        return conditions.conditions().size() + labeller().conditions().size();
    }

    /** All that must be read of written touchpoints, beside customer, instant and event. */
    Set<String> neededColumns() {
        Set<String> needed = new HashSet<>(columns);
        if (tables.stream().anyMatch(JourneyPlan::isTouchpoints)) {
            needed.addAll(List.of("channel", "value", "event_id", "source_file"));
            needed.addAll(map.dimensions());
        }
        return needed;
    }

    private static boolean isTouchpoints(HistoryTable<?> table) {
        return table instanceof TouchpointsReport;
    }

    /** The tables with rows of their own for each customer. */
    List<ReportTable<?>> rowTables() {
        List<ReportTable<?>> found = new ArrayList<>();
        tables.forEach(table -> found.add(table.table()));
        nothing().countedRows().forEach(counts -> found.add(counts.rowTable()));
        studies().forEach(study -> found.addAll(study.completedTables()));
        return written(found);
    }

    /** What the pass writes to be looked at again. */
    List<HistoryTable<?>> drafts() {
        return studies()
                .<HistoryTable<?>>flatMap(study -> study.drafts(this::isWritten).stream())
                .toList();
    }

    Set<String> draftNames() {
        return names(drafts().stream().<ReportTable<?>>map(HistoryTable::table).toList());
    }

    private Stream<Study<?>> studies() {
        return questions.stream().filter(Study.class::isInstance).map(question -> (Study<?>) question);
    }

    private Tally nothing() {
        return new Tally(questions, new AsOf(Instant.EPOCH, map.zone()));
    }

    /** The tables that follow from histories: those of customers, then of counts, then what joins several topics. */
    List<ReportTable<?>> historyTables() {
        List<ReportTable<?>> all = new ArrayList<>(rowTables());
        nothing().conclude(questions, Drafts.NONE).tables().forEach(content -> all.add(content.table()));
        all.addAll(Insights.tables(map, topics));
        return written(all);
    }

    /** All tables a run publishes: those of records, of customers, then of counts. */
    List<ReportTable<?>> allTables() {
        List<ReportTable<?>> all = new ArrayList<>(List.of(QuarantineReport.TABLE, QualityReport.TABLE));
        all.addAll(historyTables());
        return written(all);
    }

    /** Whether a table is among those that the map chooses. */
    boolean isWritten(ReportTable<?> table) {
        return map.tables().contains(table.name());
    }

    private List<ReportTable<?>> written(List<ReportTable<?>> asked) {
        return asked.stream().filter(this::isWritten).toList();
    }

    /** The names of all tables a run publishes. */
    Set<String> tableNames() {
        return names(allTables());
    }

    /** The names of the tables that follow from histories. */
    Set<String> historyTableNames() {
        return names(historyTables());
    }

    HistoryTotals totals(Tally tally) {
        return tally.of(HistoryTotals.class).orElseThrow();
    }

    /** How many customers are in each churn state, in the states' order; none where churn is not asked. */
    Map<String, Long> states(Tally tally) {
        Map<String, Long> customers = new LinkedHashMap<>();
        tally.of(ChurnStateCounts.class).ifPresent(counts -> {
            for (ChurnState state : ChurnState.values()) {
                customers.put(state.label(), counts.customers(state));
            }
        });
        return customers;
    }

    /** How many customers have no activity touchpoint; 0 where churn is not asked. */
    long withoutActivity(Tally tally) {
        return tally.of(ChurnStateCounts.class)
                .map(ChurnStateCounts::neverActiveCustomers)
                .orElse(0L);
    }

    private static Set<String> names(List<ReportTable<?>> tables) {
        return tables.stream().map(ReportTable::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
