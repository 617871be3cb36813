package io.parcours.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.funnel.LostAt;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PainPointsTest {
    private static final String DROP_OFFS = "funnel last_event dropped_count value_at_stake";
    private static final String FRICTION = "kind place via customer_count conversion_q conversion_rate_with"
            + " conversion_rate_without lost_count value_at_stake";
    private static final String SATISFACTION =
            "survey level name answer_count score_mean score_mean_low score_mean_high";

    @Test
    void a_loss_is_counted_once_and_the_largest_pain_comes_first() {
        List<TableContent<?>> sources = List.of(
                // The groups of cart add up; the second funnel tells of the same losses again.
                table(
                        "drop_offs",
                        DROP_OFFS,
                        row("f", "cart", 60L, 2400.0),
                        row("f", "cart", 40L, 1600.0),
                        row("f", "pay", 10L, 400.0),
                        row("lifecycle", "cart", 500L, 20000.0)),
                table(
                        "friction",
                        FRICTION,
                        row("burst", "cart", null, 70L, 0.01, 0.2, 0.4, 20.0, 800.0),
                        row("loop", "cart", "home", 90L, 0.04, 0.3, 0.4, 15.0, 600.0),
                        row("loop", "pay", "cart", 90L, 0.04, 0.1, 0.4, 30.0, 1200.0),
                        // No findings: not sure, better with it, not tested.
                        row("loop", "home", "cart", 90L, 0.06, 0.1, 0.4, 30.0, 1200.0),
                        row("stall", "home", "cart", 90L, 0.01, 0.5, 0.4, -30.0, -1200.0),
                        row("burst", "home", null, 3L, null, 0.5, null, null, null)));
        List<PainPointsRow> rows = rows(sources);
        assertThat(rows)
                .extracting(PainPointsRow::rank, PainPointsRow::touchpoint, PainPointsRow::valueAtStake)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "cart", 4000.0),
                        org.assertj.core.groups.Tuple.tuple(2, "pay", 1200.0));
        PainPointsRow cart = rows.get(0);
        assertThat(cart.dropOffs()).isEqualTo(100);
        assertThat(cart.frictionKinds()).containsExactly("burst", "loop");
        assertThat(cart.frictionCustomers()).isEqualTo(90);
        assertThat(cart.frictionLost()).isEqualTo(20);
        assertThat(cart.frictionValue()).isEqualTo(800);
        assertThat(cart.reason())
                .isEqualTo(
                        "100 lost in f; burst: 20.0 % convert instead of 40.0 %; loop (home): 30.0 % convert instead of"
                                + " 40.0 %");
    }

    @Test
    void a_harmful_return_is_a_pain_and_thousands_are_parted() {
        List<PainPointsRow> rows = rows(List.of(
                table("drop_offs", DROP_OFFS, row("f", "home", 12345L, null)),
                table("friction", FRICTION, row("move_back", "home", null, 554L, 0.001, 0.43, 0.61, 57.6, null))));
        assertThat(rows)
                .extracting(PainPointsRow::reason)
                .containsExactly("12,345 lost in f; move_back: 43.0 % convert instead of 61.0 %");
        assertThat(rows.get(0).frictionLost()).isEqualTo(57.6);
    }

    @Test
    void delight_is_surely_better_than_the_average_and_comes_last() {
        List<TableContent<?>> sources = List.of(
                table(
                        "drop_offs",
                        DROP_OFFS,
                        row("f", "a", 5L, null),
                        row("f", "b", 9L, null),
                        row("f", "good", 7L, null)),
                table("friction", FRICTION, row("burst", "chafing", null, 3L, 0.01, 0.5, 0.6, 6.0, null)),
                table(
                        "satisfaction",
                        SATISFACTION,
                        row("s", "all", "all", 100L, 7.0, 6.7, 7.3),
                        row("s", "touchpoint", "good", 20L, 8.0, 7.6, 8.4),
                        row("s", "touchpoint", "better", 20L, 9.0, 8.6, 9.4),
                        // 0.4 above, with an interval of 0.5 to either side: the hypotenuse of 0.3 and 0.4.
                        row("s", "touchpoint", "unsure", 20L, 7.4, 7.0, 7.8),
                        row("s", "touchpoint", "chafing", 20L, 9.0, 8.6, 9.4),
                        row("s", "touchpoint", "bad", 20L, 6.0, 5.6, 6.4),
                        row("s", "touchpoint", "(none)", 20L, 9.0, 8.6, 9.4),
                        row("s", "stage", "stage", 20L, 9.0, 8.6, 9.4)));
        List<PainPointsRow> rows = rows(sources);
        assertThat(rows)
                .extracting(PainPointsRow::touchpoint, PainPointsRow::isDelight)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("b", false),
                        org.assertj.core.groups.Tuple.tuple("chafing", false),
                        org.assertj.core.groups.Tuple.tuple("a", false),
                        org.assertj.core.groups.Tuple.tuple("bad", false),
                        org.assertj.core.groups.Tuple.tuple("good", true),
                        org.assertj.core.groups.Tuple.tuple("better", true));
        Mood good = rows.get(4).mood();
        assertThat(good.difference()).isCloseTo(1, within(1e-12));
        assertThat(good.low()).isCloseTo(0.5, within(1e-12));
        assertThat(good.high()).isCloseTo(1.5, within(1e-12));
        assertThat(rows.get(4).reason()).isEqualTo("7 lost in f; s 8.00, higher than 7.00 on average");
    }

    @Test
    void the_survey_with_the_most_answers_speaks_for_a_touchpoint() {
        List<PainPointsRow> rows = rows(List.of(table(
                "satisfaction",
                SATISFACTION,
                row("s", "all", "all", 100L, 7.0, 6.9, 7.1),
                row("t", "all", "all", 100L, 3.0, 2.9, 3.1),
                row("s", "touchpoint", "x", 20L, 8.0, 7.9, 8.1),
                row("t", "touchpoint", "x", 30L, 2.0, 1.9, 2.1))));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).mood().survey()).isEqualTo("t");
        assertThat(rows.get(0).isDelight()).isFalse();
    }

    @Test
    void without_sources_there_are_no_rows_and_every_column_has_a_value_or_none() {
        assertThat(rows(List.of())).isEmpty();
        PainPointsRow row = rows(List.of(table("drop_offs", DROP_OFFS, row("f", "a", 5L, null))))
                .get(0);
        List<Object> values = new ArrayList<>();
        PainPoints.TABLE.columns().forEach(column -> values.add(column.value().apply(row)));
        assertThat(values)
                .containsExactly(
                        1L,
                        "pain",
                        "a",
                        "f",
                        5L,
                        null,
                        List.of(),
                        0L,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "5 lost in f");
    }

    private static List<PainPointsRow> rows(List<TableContent<?>> sources) {
        List<LostAt> lost = sources.stream()
                .filter(table -> table.table().name().equals("drop_offs"))
                .flatMap(table -> table.rows().stream())
                .map(Object[].class::cast)
                .map(row -> new LostAt((String) row[0], (String) row[1], (Long) row[2], (Double) row[3]))
                .toList();
        return PainPoints.of(sources, lost).rows().stream()
                .map(PainPointsRow.class::cast)
                .toList();
    }

    private static Object[] row(Object... values) {
        return values;
    }

    private static TableContent<Object[]> table(String name, String columns, Object[]... rows) {
        List<Column<Object[]>> declared = new ArrayList<>();
        for (String column : columns.split(" ")) {
            int place = declared.size();
            declared.add(
                    new Column<>(column, io.parcours.table.ColumnType.TEXT, "of the test", values -> values[place]));
        }
        return new TableContent<>(new ReportTable<>(name, "a row of the test", declared), List.of(rows));
    }
}
