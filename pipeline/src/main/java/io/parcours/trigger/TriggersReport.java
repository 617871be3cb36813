package io.parcours.trigger;

import static io.parcours.table.Column.flag;
import static io.parcours.table.Column.instant;
import static io.parcours.table.Column.instantInEveryRow;
import static io.parcours.table.Column.realOrNaN;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.texts;
import static io.parcours.table.Column.wholeInEveryRow;

import io.parcours.table.ReportTable;
import java.util.List;

/**
 * The table {@code triggers}: every firing. A customer's rows stand together, sorted by trigger as in the map, then by
 * number.
 */
final class TriggersReport {
    static final ReportTable<TriggersRow> TABLE = new ReportTable<>(
            "triggers",
            "a firing of a trigger for a customer",
            List.of(
                    text("customer_id", "The customer.", TriggersRow::customerId),
                    text("trigger", "The trigger's name.", TriggersRow::trigger),
                    wholeInEveryRow(
                            "firing_number",
                            "1 for the trigger's first firing for this customer.",
                            row -> row.firing().number()),
                    text("action", "What is to be done, in the map's words.", TriggersRow::action),
                    text(
                            "state",
                            "cancelled: the unless happened in time; due: it did not, and the deadline is over at as_of;"
                                    + " pending: it did not yet, and there is time left.",
                            row -> row.firing().state().label()),
                    instantInEveryRow(
                            "started_at", "When the touchpoint happened that started it.", TriggersRow::startedAt),
                    instantInEveryRow(
                            "deadline_at",
                            "The last instant at which it could be cancelled: started_at and within.",
                            row -> row.firing().deadline()),
                    instant(
                            "cancelled_at",
                            "When the touchpoint happened that cancelled it; null unless state is cancelled.",
                            row -> row.at(row.firing().cancelledBy())),
                    text(
                            "event",
                            "The event of the touchpoint that started it.",
                            row -> row.history().event(row.firing().start())),
                    text(
                            "channel",
                            "Its channel; null where unknown.",
                            row -> row.history().channel(row.firing().start())),
                    text(
                            "stage",
                            "Its stage; null where it belongs to none.",
                            row -> row.history().stageName(row.firing().start())),
                    realOrNaN(
                            "value",
                            "Its value, in the log's own unit; null where it has none.",
                            row -> row.history().value(row.firing().start())),
                    wholeInEveryRow(
                            "session_number",
                            "The session it started in, as in sessions.",
                            row -> row.firing().session().number()),
                    wholeInEveryRow(
                            "journey_number",
                            "The journey it started in, as in journeys.",
                            row -> row.firing().journey().number()),
                    text(
                            "entry_channel",
                            "The channel of that journey's first touchpoint; null where unknown.",
                            TriggersRow::entryChannel),
                    text(
                            "next_event",
                            "The event of the first touchpoint after it ended: after the deadline where it is due, after"
                                    + " the cancelling touchpoint where it is cancelled; null while pending, and where"
                                    + " nothing followed up to as_of.",
                            TriggersRow::nextEvent),
                    text("next_channel", "The channel of that touchpoint; null likewise.", TriggersRow::nextChannel),
                    instant(
                            "next_at",
                            "When that touchpoint happened; null likewise.",
                            row -> row.at(row.firing().next())),
                    flag(
                            "is_converted_after",
                            "Whether a touchpoint that converts followed up to as_of: after the deadline where it is"
                                    + " due; the cancelling touchpoint or a later one where it is cancelled; null while"
                                    + " pending.",
                            TriggersRow::isConvertedAfter),
                    instant(
                            "converted_at",
                            "When the first such touchpoint happened; null where none did.",
                            row -> row.at(row.firing().conversion())),
                    texts(
                            "breakdown_values",
                            "The value under which it is counted in each of the trigger's breakdowns, in the map's"
                                    + " order: that of the touchpoint that started it, (none) where it is missing. Empty"
                                    + " without breakdowns.",
                            TriggersRow::breakdownValues)));

    private TriggersReport() {}
}
