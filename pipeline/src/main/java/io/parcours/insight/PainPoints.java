package io.parcours.insight;

import static io.parcours.table.Column.real;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.texts;
import static io.parcours.table.Column.whole;

import io.parcours.funnel.DropOffsReport;
import io.parcours.funnel.LostAt;
import io.parcours.table.NamedRows;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The table {@code pain_points}: the largest pain first, the largest delight last. */
public final class PainPoints {
    private static final String FRICTION = "friction";
    private static final String SATISFACTION = "satisfaction";

    static final ReportTable<PainPointsRow> TABLE = new ReportTable<>(
            "pain_points",
            "a touchpoint that hurts or delights",
            List.of(
                    whole("rank", "1 for the largest pain; the largest delight is last.", row -> (long) row.rank()),
                    text(
                            "kind",
                            "delight: the answers about it are better than the survey's average beyond chance, and no"
                                    + " friction there lowers conversion; otherwise pain.",
                            row -> row.isDelight() ? "delight" : "pain"),
                    text("touchpoint", "The event.", PainPointsRow::touchpoint),
                    text(
                            "funnel",
                            "The funnel whose losses are counted, the map's first; null where none was lost here.",
                            PainPointsRow::funnel),
                    whole(
                            "drop_off_count",
                            "Units lost in that funnel that were last seen here; touchpoints of surveys are passed over.",
                            PainPointsRow::dropOffs),
                    real(
                            "drop_off_value_at_stake",
                            "The sum of their value_at_stake; null where conversions have no value.",
                            PainPointsRow::dropOffValue),
                    texts(
                            "friction_kinds",
                            "The kinds of friction here with which conversions are lower (conversion_q below 0.05).",
                            PainPointsRow::frictionKinds),
                    whole(
                            "friction_customer_count",
                            "How many customers the most frequent of them touched.",
                            PainPointsRow::frictionCustomers),
                    real(
                            "friction_lost_count",
                            "The largest lost_count of them: kinds of friction meet the same customers, so they are not"
                                    + " added.",
                            PainPointsRow::frictionLost),
                    real(
                            "friction_value_at_stake",
                            "The largest value_at_stake of them; null where conversions have no value.",
                            PainPointsRow::frictionValue),
                    text(
                            "satisfaction_survey",
                            "The survey with the most answers about the touchpoint; null where there is none.",
                            row -> ofMood(row, Mood::survey)),
                    whole("satisfaction_count", "How many answers these are.", row -> ofMood(row, Mood::answers)),
                    real("satisfaction", "Their mean score, in the survey's scale.", row -> ofMood(row, Mood::score)),
                    real(
                            "satisfaction_difference",
                            "satisfaction less the mean score of all answers to the survey.",
                            row -> ofMood(row, Mood::difference)),
                    real(
                            "satisfaction_difference_low",
                            "Lower end of its 95 % interval, of those of both means taken as independent; null where one"
                                    + " has none.",
                            row -> ofMood(row, Mood::low)),
                    real(
                            "satisfaction_difference_high",
                            "Upper end of the same; null with it.",
                            row -> ofMood(row, Mood::high)),
                    real(
                            "value_at_stake",
                            "The larger of drop_off_value_at_stake and friction_value_at_stake: customers lost after"
                                    + " friction are among the lost, so the two are not added. Null with both.",
                            PainPointsRow::valueAtStake),
                    text("reason", "What speaks for it, in words.", PainPointsRow::reason)));

    private PainPoints() {}

    /** The table without rows. */
    public static ReportTable<?> table() {
        return TABLE;
    }

    /** The names of the tables that it is made from. */
    public static Set<String> sources() {
        return Set.of(DropOffsReport.TABLE.name(), FRICTION, SATISFACTION);
    }

    /**
     * Joins what was concluded.
     *
     * @param concluded among others {@code friction}, and {@code satisfaction} if there is one
     * @param lost where the funnels' lost units were last seen, in the order of the map's funnels
     */
    public static TableContent<?> of(List<TableContent<?>> concluded, List<LostAt> lost) {
        Map<String, Pain> pains = new HashMap<>();
        addDropOffs(lost, pains);
        NamedRows.of(concluded, FRICTION)
                .forEach(row -> at(pains, row.text("place")).friction(row));
        addMoods(concluded, pains);
        List<PainPointsRow> rows = pains.values().stream()
                .filter(Pain::isTelling)
                .map(Pain::row)
                .sorted(PainPointsRow.ORDER)
                .toList();
        return new TableContent<>(
                TABLE,
                IntStream.range(0, rows.size())
                        .mapToObj(i -> rows.get(i).withRank(i + 1))
                        .toList());
    }

    private static void addDropOffs(List<LostAt> lost, Map<String, Pain> pains) {
        for (LostAt some : lost) {
            // One loss shows in several funnels, so that only the first one's count.
            if (some.funnel().equals(lost.get(0).funnel())) {
                at(pains, some.event()).dropOff(some);
            }
        }
    }

    private static void addMoods(List<TableContent<?>> concluded, Map<String, Pain> pains) {
        List<NamedRows.Values> rows = NamedRows.of(concluded, SATISFACTION);
        Map<String, NamedRows.Values> bySurvey = new HashMap<>();
        rows.stream()
                .filter(row -> row.text("level").equals("all"))
                .forEach(row -> bySurvey.put(row.text("survey"), row));
        for (NamedRows.Values row : rows) {
            boolean isOfTouchpoint =
                    row.text("level").equals("touchpoint") && !row.text("name").startsWith("(");
            if (isOfTouchpoint && row.whole("answer_count") > 0) {
                at(pains, row.text("name")).mood(Mood.of(row, bySurvey.get(row.text("survey"))));
            }
        }
    }

    private static Pain at(Map<String, Pain> pains, String touchpoint) {
        return pains.computeIfAbsent(touchpoint, Pain::new);
    }

    private static <T> T ofMood(PainPointsRow row, Function<Mood, T> part) {
        return row.mood() == null ? null : part.apply(row.mood());
    }
}
