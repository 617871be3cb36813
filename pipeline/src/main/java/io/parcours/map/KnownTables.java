package io.parcours.map;

import io.parcours.attribution.AttributionQuestion;
import io.parcours.channel.ChannelQuestion;
import io.parcours.churn.ChurnStudy;
import io.parcours.churn.CurveQuestion;
import io.parcours.churn.LifecycleQuestion;
import io.parcours.churn.RetentionQuestion;
import io.parcours.conformance.ConformanceQuestion;
import io.parcours.friction.FrictionQuestion;
import io.parcours.funnel.FunnelQuestion;
import io.parcours.ingest.QuarantineReport;
import io.parcours.insight.PainPoints;
import io.parcours.inventory.InventoryQuestion;
import io.parcours.journey.JourneysReport;
import io.parcours.journey.SessionsReport;
import io.parcours.journey.TouchpointsReport;
import io.parcours.path.PathQuestion;
import io.parcours.path.TransitionQuestion;
import io.parcours.quality.QualityReport;
import io.parcours.satisfaction.SatisfactionQuestion;
import io.parcours.segment.SegmentQuestion;
import io.parcours.table.ReportTable;
import io.parcours.trigger.TriggerQuestion;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Every table that Parcours can write, with the key of a map that asks for it, made of the declarations of those who
 * give the rows.
 */
public final class KnownTables {
    /** In place of a key: what every map asks. */
    private static final String ALWAYS = "";

    private static final Map<String, Set<String>> NAMES_BY_KEY = namesByKey();

    private KnownTables() {}

    /** The names of all tables, those first that every map asks. */
    public static Set<String> names() {
        return names(key -> true);
    }

    /** The names of the tables that a map asks which has these keys. */
    static Set<String> names(Predicate<String> hasKey) {
        Set<String> names = new LinkedHashSet<>();
        NAMES_BY_KEY.forEach((key, tables) -> {
            if (key.equals(ALWAYS) || hasKey.test(key)) {
                names.addAll(tables);
            }
        });
        return names;
    }

    /** The key without which a table is not asked; nothing where every map asks it, or where there is no such table. */
    static Optional<String> key(String table) {
        return NAMES_BY_KEY.entrySet().stream()
                .filter(tables -> tables.getValue().contains(table))
                .map(Map.Entry::getKey)
                .findFirst()
                .filter(key -> !key.equals(ALWAYS));
    }

    private static Map<String, Set<String>> namesByKey() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        names.put(ALWAYS, names(alwaysAsked()));
        names.put("inventory", names(InventoryQuestion.tables()));
        names.put("channels", names(ChannelQuestion.tables()));
        names.put("surveys", names(SatisfactionQuestion.tables()));
        names.put("friction", names(joined(Stream.of(FrictionQuestion.tables(), List.of(PainPoints.table())))));
        names.put("attribution", names(AttributionQuestion.tables()));
        names.put("triggers", names(TriggerQuestion.tables()));
        names.put("expected", names(ConformanceQuestion.tables()));
        names.put("segments", names(SegmentQuestion.tables()));
        return names;
    }

    private static List<ReportTable<?>> alwaysAsked() {
        return joined(Stream.of(
                List.of(
                        new TouchpointsReport(List.of()).table(),
                        QualityReport.TABLE,
                        QuarantineReport.TABLE,
                        SessionsReport.TABLE,
                        JourneysReport.TABLE),
                FunnelQuestion.tables(),
                TransitionQuestion.tables(),
                PathQuestion.tables(),
                ChurnStudy.tables(),
                CurveQuestion.tables(),
                LifecycleQuestion.tables(),
                RetentionQuestion.tables()));
    }

    private static List<ReportTable<?>> joined(Stream<List<ReportTable<?>>> parts) {
        return parts.<ReportTable<?>>flatMap(List::stream).toList();
    }

    private static Set<String> names(List<ReportTable<?>> tables) {
        return new LinkedHashSet<>(tables.stream().map(ReportTable::name).toList());
    }
}
