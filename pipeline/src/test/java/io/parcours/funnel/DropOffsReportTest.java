package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.table.Column;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rows of drop_offs by hand. */
class DropOffsReportTest {

    @Test
    void theColumnsAreThoseOfTheContract() {
        DropOffsRow row = new DropOffsRow(
                "f",
                2,
                "cart",
                "home",
                "web",
                3,
                .5,
                "search",
                Map.of("search", 3L),
                60,
                new AtStake(2.5, 7.5, 6.0, 9.0),
                4);

        assertThat(DropOffsReport.TABLE.name()).isEqualTo("drop_offs");
        assertThat(DropOffsReport.TABLE.columns().stream().map(Column::name))
                .containsExactly(
                        "funnel",
                        "step",
                        "step_name",
                        "next_event",
                        "next_channel",
                        "dropped_count",
                        "share",
                        "last_event",
                        "median_seconds_since_step",
                        "value_per_conversion",
                        "value_at_stake",
                        "value_at_stake_low",
                        "value_at_stake_high",
                        "rank");
        assertThat(DropOffsReport.TABLE.columns().stream()
                        .map(column -> column.value().apply(row)))
                .containsExactly("f", 2L, "cart", "home", "web", 3L, .5, "search", 60.0, 2.5, 7.5, 6.0, 9.0, 4L);
    }

    @Test
    void theStepIsTheOneThatWasLost() {
        List<DropOffsRow> rows = LetterFunnel.of("A B C").dropOffs("A0 X3/web", "A0 B1 Y4", "A0 B1 C2 X3");

        assertThat(rows)
                .containsExactly(
                        new DropOffsRow(
                                "A B C", 2, "B", "X", "web", 1, 1.0, "X", Map.of("X", 1L), 180, AtStake.NONE, 1),
                        new DropOffsRow(
                                "A B C", 3, "C", "Y", "(none)", 1, 1.0, "Y", Map.of("Y", 1L), 180, AtStake.NONE, 2));
    }

    @Test
    void whoDidNothingWaitsUntilAsOf() {
        assertThat(LetterFunnel.of("A B").asOfMinute(15).dropOffs("X0 A5"))
                .containsExactly(new DropOffsRow(
                        "A B", 2, "B", "(nothing)", "(nothing)", 1, 1.0, "A", Map.of("A", 1L), 600, AtStake.NONE, 1));
    }

    @Test
    void theNextTouchpointIsTheOneAfterTheLastMatchedOne() {
        // Both A alone are chains of level 1; the one at 0 ends earliest.
        assertThat(LetterFunnel.of("A B").dropOffs("A0 X1 A9 Y12"))
                .containsExactly(new DropOffsRow(
                        "A B", 2, "B", "X", "(none)", 1, 1.0, "Y", Map.of("Y", 1L), 60, AtStake.NONE, 1));
    }

    @Test
    void aMatchedTouchpointOfTheSameInstantIsNotWhatTheLostDidNext() {
        // B stands before A in total order, yet serves the later step: the next one lies after both.
        assertThat(LetterFunnel.of("A B C").dropOffs("B0 A0 X4"))
                .containsExactly(new DropOffsRow(
                        "A B C", 3, "C", "X", "(none)", 1, 1.0, "X", Map.of("X", 1L), 240, AtStake.NONE, 1));
    }

    @Test
    void anUnmatchedTouchpointOfTheSameInstantIsNext() {
        assertThat(LetterFunnel.of("A B").dropOffs("X0 A0 Z0 Y4"))
                .containsExactly(new DropOffsRow(
                        "A B", 2, "B", "Z", "(none)", 1, 1.0, "Y", Map.of("Y", 1L), 0, AtStake.NONE, 1));
    }

    @Test
    void nothingOutsideTheUnitIsNext() {
        assertThat(LetterFunnel.of("A B")
                        .per(FunnelRules.Unit.SESSION)
                        .asOfMinute(200)
                        .dropOffs("A0 X60"))
                .containsExactly(new DropOffsRow(
                        "A B",
                        2,
                        "B",
                        "(nothing)",
                        "(nothing)",
                        1,
                        1.0,
                        "A",
                        Map.of("A", 1L),
                        12_000,
                        AtStake.NONE,
                        1));
    }

    @Test
    void unitsInProgressAreNotAmongTheLost() {
        assertThat(LetterFunnel.of("A B").within(60).asOfMinute(59).dropOffs("A0 X1"))
                .isEmpty();
    }

    @Test
    void groupsAreSortedByStepCountAndNames() {
        List<DropOffsRow> rows = LetterFunnel.of("A B C")
                .dropOffs("A0 Y1/b", "A0 Y1/a", "A0 X1/b", "A0 Z1", "A0 Z2", "A0 B1 X2", "A0 B1 X3", "A0 B1 X4");

        assertThat(rows)
                .extracting(row -> row.step() + row.nextEvent() + row.nextChannel() + row.dropped())
                .containsExactly("2Z(none)2", "2Xb1", "2Ya1", "2Yb1", "3X(none)3");
        assertThat(rows).extracting(DropOffsRow::share).containsExactly(.4, .2, .2, .2, 1.0);
    }

    @Test
    void theLastEventIsTheMostFrequentOneTheFirstByBytesAmongEquals() {
        DropOffsRow twice = LetterFunnel.of("A B")
                .dropOffs("A0 X1 P2", "A0 X1 Q2", "A0 X1 Q2")
                .get(0);
        DropOffsRow equal = LetterFunnel.of("A B")
                .dropOffs("A0 X1 q2", "A0 X1 Q2", "A0 X1 z2")
                .get(0);

        assertThat(twice.lastEvent()).isEqualTo("Q");
        assertThat(equal.lastEvent()).isEqualTo("Q");
    }

    @Test
    void theTimeSinceTheStepIsTheMedian() {
        assertThat(LetterFunnel.of("A B")
                        .dropOffs("A0 X1", "A0 X3", "A0 X9", "A0 X100")
                        .get(0)
                        .medianSecondsSinceStep())
                .isEqualTo(6 * 60);
    }
}
