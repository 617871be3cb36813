package io.parcours.journey;

import io.parcours.stats.ExactSum;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The table {@code journeys}: every journey of every customer. */
public final class JourneysReport implements HistoryTable<JourneysReport.Row> {
    private static final long serialVersionUID = 1L;

    public static final ReportTable<Row> TABLE = new ReportTable<>(
            "journeys",
            "a journey: touchpoints of a customer without a pause longer than journey_gap",
            List.of(
                    Column.text("customer_id", "The customer.", Row::customerId),
                    Column.wholeInEveryRow("journey_number", "1 for the customer's first journey.", Row::journeyNumber),
                    Column.instantInEveryRow("started_at", "When its first touchpoint happened.", Row::startedAt),
                    Column.instantInEveryRow("ended_at", "When its last touchpoint happened.", Row::endedAt),
                    Column.wholeInEveryRow("touchpoint_count", "How many touchpoints it has.", Row::touchpointCount),
                    Column.wholeInEveryRow(
                            "session_count", "How many sessions have a touchpoint in it.", Row::sessionCount),
                    Column.text(
                            "first_channel",
                            "The channel of its first touchpoint; null where unknown.",
                            row -> row.channels().first()),
                    Column.text(
                            "last_channel",
                            "The channel of its last touchpoint; null where unknown.",
                            row -> row.channels().last()),
                    Column.wholeInEveryRow(
                            "channel_count",
                            "How many different channels it has; a missing channel is none.",
                            row -> row.channels().count()),
                    Column.wholeInEveryRow(
                            "channel_switch_count",
                            "How often two neighbouring touchpoints have different channels; a missing channel on"
                                    + " either side is no switch.",
                            row -> row.channels().switches()),
                    Column.text(
                            "furthest_stage",
                            "The latest stage of the lifecycle it touched; null where it touched none.",
                            Row::furthestStage),
                    Column.flag(
                            "is_converted",
                            "Whether one of its touchpoints matches the map's conversion.",
                            row -> row.convertedAt() != null),
                    Column.instant(
                            "converted_at",
                            "When the first such touchpoint happened; null where none did.",
                            Row::convertedAt),
                    Column.real(
                            "value",
                            "The sum of the values of all its touchpoints, in the log's own unit; null where none has a"
                                    + " value.",
                            Row::value),
                    Column.real(
                            "conversion_value",
                            "The sum of the values of its converting touchpoints; null where none converts or none has a"
                                    + " value.",
                            Row::conversionValue),
                    Column.texts(
                            "path",
                            "The stages of its touchpoints in order; touchpoints without a stage left out, repeats of a"
                                    + " neighbour collapsed.",
                            Row::path),
                    Column.flag(
                            "is_open",
                            "Whether journey_gap has not passed since its last touchpoint, so that it may go on.",
                            Row::isOpen),
                    Column.flag(
                            "is_truncated",
                            "Whether the customer's later touchpoints were left out by the map's limit: this journey may"
                                    + " be longer, and later ones are missing.",
                            Row::isTruncated)));

    private final int conversion;

    /** Journeys that convert by the rules' conversion, which the index knows. */
    public JourneysReport(JourneyRules rules, ConditionIndex index) {
        this.conversion = index.numberOf(rules.conversion());
    }

    /**
     * A journey.
     *
     * @param startedAt microseconds since the epoch
     * @param endedAt microseconds since the epoch
     * @param furthestStage null where it touched no stage
     * @param convertedAt microseconds since the epoch; null where it did not convert
     * @param value null where no touchpoint has a value
     * @param conversionValue null where no converting touchpoint has a value
     */
    record Row(
            String customerId,
            long journeyNumber,
            long startedAt,
            long endedAt,
            long touchpointCount,
            long sessionCount,
            Channels channels,
            String furthestStage,
            Long convertedAt,
            Double value,
            Double conversionValue,
            List<String> path,
            boolean isOpen,
            boolean isTruncated) {}

    @Override
    public ReportTable<Row> table() {
        return TABLE;
    }

    @Override
    public void rows(CustomerHistory history, AsOf asOf, Consumer<Row> sink) {
        int session = 0;
        for (Span journey : history.journeys()) {
            int firstSession = session;
            while (history.sessions().get(session).to() < journey.to()) {
                session++;
            }
            sink.accept(row(history, journey, session - firstSession + 1));
            // A session reaches into the next journey only where session_gap is longer than journey_gap.
            session += history.sessions().get(session).to() == journey.to() ? 1 : 0;
        }
    }

    private Row row(CustomerHistory history, Span journey, int sessionCount) {
        ExactSum value = new ExactSum();
        ExactSum conversionValue = new ExactSum();
        Long convertedAt = null;
        int furthest = journey.from();
        for (int i = journey.from(); i < journey.to(); i++) {
            value.add(history.value(i));
            if (history.match(i).holds(conversion)) {
                conversionValue.add(history.value(i));
                convertedAt = convertedAt == null ? (Long) history.occurredAt(i) : convertedAt;
            }
            furthest = history.stage(i) > history.stage(furthest) ? i : furthest;
        }
        return new Row(
                history.customerId(),
                journey.number(),
                history.occurredAt(journey.from()),
                history.occurredAt(journey.to() - 1),
                journey.size(),
                sessionCount,
                Channels.of(history, journey),
                history.stageName(furthest),
                convertedAt,
                value.value().orElse(null),
                conversionValue.value().orElse(null),
                path(history, journey),
                journey.isOpen(),
                history.isTruncated() && journey.to() == history.size());
    }

    private static List<String> path(CustomerHistory history, Span journey) {
        String stages = StagePath.codeOf(history, journey);
        // No stream: there is a path a journey.
        List<String> names = new ArrayList<>(stages.length());
        for (int i = 0; i < stages.length(); i++) {
            names.add(history.lifecycle().get(stages.charAt(i)).name());
        }
        return names;
    }
}
