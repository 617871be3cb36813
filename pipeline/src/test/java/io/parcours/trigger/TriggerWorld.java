package io.parcours.trigger;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.RandomHistories;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Triggers over letters: D converts, A and B are discovery, C is consideration. */
final class TriggerWorld {
    private TriggerWorld() {}

    /** Unless is "" for none; the action is the name. */
    static TriggerRules trigger(String when, String unless, Duration within, Duration cooldown) {
        return new TriggerRules(
                when + " unless " + unless,
                TouchpointCondition.ofEvents(when.split(" ")),
                unless.isEmpty() ? null : TouchpointCondition.ofEvents(unless.split(" ")),
                within,
                "mail",
                cooldown,
                List.of("channel"));
    }

    static TriggerQuestion question(List<TriggerRules> triggers) {
        return new TriggerQuestion(triggers, RandomHistories.RULES, index(triggers), List.of());
    }

    static ConditionIndex index(List<TriggerRules> triggers) {
        return new ConditionIndex(Stream.concat(
                        Stream.of(RandomHistories.RULES.conversion()),
                        triggers.stream().flatMap(TriggerRules::conditions))
                .toList());
    }

    static CustomerHistory history(List<TriggerRules> triggers, String customer, String letters, AsOf asOf) {
        return new HistoryBuilder(RandomHistories.RULES, index(triggers), asOf)
                .build(Histories.touchpoints(customer, letters));
    }

    /** Random histories, whose touchpoints answer these triggers. */
    static List<CustomerHistory> random(List<TriggerRules> triggers, long seed, AsOf asOf, int customers) {
        return new RandomHistories(seed, asOf, index(triggers)).next(customers);
    }

    /** All rows that the counts have for these histories, each with its columns by name. */
    static List<Map<String, Object>> rows(TriggerCounts counts, List<CustomerHistory> histories) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (CustomerHistory history : histories) {
            counts.add(history);
            counts.latestRows(row -> rows.add(columns(TriggersReport.TABLE, row)));
        }
        return rows;
    }

    static List<Map<String, Object>> summary(TriggerCounts counts) {
        return TriggerSummaryReport.of(counts).rows().stream()
                .map(row -> columns(TriggerSummaryReport.TABLE, row))
                .toList();
    }

    static <R> Map<String, Object> columns(ReportTable<R> table, R row) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (Column<R> column : table.columns()) {
            columns.put(column.name(), column.value().apply(row));
        }
        return columns;
    }
}
