package io.parcours.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> LEGAL =
            List.of("customer_id", "occurred_at", "event", "channel", "value", "event_id", "stage", "INPUT");

    @ParameterizedTest
    @CsvSource({
        "chanel, channel", // a letter left out
        "channnel, channel", // a letter doubled
        "evnet, event", // two letters exchanged
        "stags, stage", // a letter replaced
        "Channel, channel", // another case
        "input, INPUT", // under a Turkish locale i and I are no pair; here they are
        "custmer_idd, customer_id", // two slips
        "event, event", // legal already
        "evnt_id, event_id"
    })
    void findsTheNameWithTheFewestSlips(String word, String expected) {
        assertThat(NearestName.nearest(word, LEGAL)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"price", "x", "evxxt", "''", "occ"})
    void findsNothingWhereNoNameIsNear(String word) {
        assertThat(NearestName.nearest(word, LEGAL)).isEmpty();
    }

    @Test
    void takesTheFirstOfTheListAmongEquals() {
        assertThat(NearestName.nearest("cart", List.of("care", "card"))).contains("care");
    }

    @Test
    void doesNotMeasureAWordOfHostileLength() {
        assertThat(NearestName.nearest("a".repeat(1_000_000), List.of("a".repeat(1_000_000))))
                .isEmpty();
    }
}
