package io.parcours.channel;

import io.parcours.channel.ChannelRules.Kind;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.RandomHistories;
import io.parcours.survey.SurveyReading;
import io.parcours.survey.SurveyedHistories;
import io.parcours.table.Column;
import io.parcours.table.TableContent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks about channels and reads the tables as columns by name. Web and app lie online, the shop offline, the desk nowhere. */
final class ChannelTables {
    static final ChannelRules RULES = new ChannelRules(
            Map.of("web", Kind.ONLINE, "app", Kind.ONLINE, "shop", Kind.OFFLINE), Duration.ofDays(7), List.of());

    private ChannelTables() {}

    static ChannelQuestion question(ChannelRules rules, SurveyReading surveys) {
        return new ChannelQuestion(
                rules, RandomHistories.RULES, SurveyedHistories.INDEX, surveys, SurveyedHistories.DIMENSIONS);
    }

    /** The history of a customer in letters: A and B discover, C considers, D buys and converts, E has no stage. */
    static CustomerHistory history(String customer, String letters) {
        return new HistoryBuilder(RandomHistories.RULES, SurveyedHistories.INDEX, SurveyedHistories.AS_OF)
                .build(Histories.touchpoints(customer, letters));
    }

    static List<Map<String, Object>> rows(ChannelQuestion question, List<CustomerHistory> histories, String table) {
        ChannelCounts counts = question.begin(SurveyedHistories.AS_OF);
        histories.forEach(counts::add);
        return rows(question.report(counts), table);
    }

    static List<Map<String, Object>> rows(List<TableContent<?>> tables, String table) {
        return tables.stream()
                .filter(content -> content.table().name().equals(table))
                .map(ChannelTables::rows)
                .findFirst()
                .orElseThrow();
    }

    private static <R> List<Map<String, Object>> rows(TableContent<R> content) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (R row : content.rows()) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (Column<R> column : content.table().columns()) {
                values.put(column.name(), column.value().apply(row));
            }
            rows.add(values);
        }
        return rows;
    }
}
