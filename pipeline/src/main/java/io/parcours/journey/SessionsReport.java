package io.parcours.journey;

import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import java.util.List;
import java.util.function.Consumer;

/** The table {@code sessions}: every session of every customer. */
public final class SessionsReport implements HistoryTable<SessionsReport.Row> {
    private static final long serialVersionUID = 1L;

    public static final ReportTable<Row> TABLE = new ReportTable<>(
            "sessions",
            "a session: touchpoints of a customer without a pause longer than session_gap",
            List.of(
                    Column.text("customer_id", "The customer.", Row::customerId),
                    Column.wholeInEveryRow("session_number", "1 for the customer's first session.", Row::sessionNumber),
                    Column.instantInEveryRow("started_at", "When its first touchpoint happened.", Row::startedAt),
                    Column.instantInEveryRow("ended_at", "When its last touchpoint happened.", Row::endedAt),
                    Column.wholeInEveryRow("touchpoint_count", "How many touchpoints it has.", Row::touchpointCount),
                    Column.text("first_event", "The event of its first touchpoint.", Row::firstEvent),
                    Column.text("last_event", "The event of its last touchpoint.", Row::lastEvent),
                    Column.wholeInEveryRow(
                            "channel_count",
                            "How many different channels it has; a missing channel is none.",
                            Row::channelCount)));

    /**
     * A session.
     *
     * @param startedAt microseconds since the epoch
     * @param endedAt microseconds since the epoch
     */
    record Row(
            String customerId,
            long sessionNumber,
            long startedAt,
            long endedAt,
            long touchpointCount,
            String firstEvent,
            String lastEvent,
            long channelCount) {}

    @Override
    public ReportTable<Row> table() {
        return TABLE;
    }

    @Override
    public void rows(CustomerHistory history, AsOf asOf, Consumer<Row> sink) {
        for (Span session : history.sessions()) {
            int last = session.to() - 1;
            sink.accept(new Row(
                    history.customerId(),
                    session.number(),
                    history.occurredAt(session.from()),
                    history.occurredAt(last),
                    session.size(),
                    history.event(session.from()),
                    history.event(last),
                    Channels.of(history, session).count()));
        }
    }
}
