package io.parcours.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.ingest.InputRules.Duplicates;
import io.parcours.touchpoint.ContentHash;
import io.parcours.touchpoint.Touchpoint;
import io.parcours.touchpoint.Utf8Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TouchpointOrderTest {

    @Test
    void time_comes_first_then_the_bytes_of_the_event_id() {
        Touchpoint late = own(2, "0", "x", "f");
        Touchpoint upper = own(1, "Z", "x", "f");
        Touchpoint lower = own(1, "a", "x", "f");
        // U+FF5E is EF BD 9E in UTF-8 and U+1F600 is F0 9F 98 80, but its UTF-16 surrogate D83D sorts before FF5E.
        Touchpoint wide = own(1, "\uFF5E", "x", "f");
        Touchpoint emoji = own(1, "\uD83D\uDE00", "x", "f");
        assertThat(ordered(Duplicates.DROP, late, emoji, lower, wide, upper).touchpoints())
                .containsExactly(upper, lower, wide, emoji, late);
    }

    @Test
    void of_records_with_one_event_id_the_earliest_is_the_touchpoint() {
        Touchpoint early = own(1, "id", "x", "f");
        Touchpoint late = own(2, "id", "x", "f");
        Ordered ordered = ordered(Duplicates.DROP, late, early);
        assertThat(ordered.touchpoints()).containsExactly(early);
        assertThat(ordered.duplicates()).containsExactly(late);
    }

    @Test
    void at_one_instant_the_content_hash_decides_and_then_the_file() {
        Touchpoint one = own(1, "id", "x", "g");
        Touchpoint same = own(1, "id", "x", "f");
        Touchpoint other = own(1, "id", "y", "e");
        ContentHash hash = new ContentHash();
        boolean otherIsFirst = hash.of(other).compareTo(hash.of(one)) < 0;
        assertThat(ordered(Duplicates.DROP, one, same, other).touchpoints())
                .containsExactly(otherIsFirst ? other : same);
        assertThat(ordered(Duplicates.DROP, one, same).touchpoints()).containsExactly(same);
    }

    @Test
    void records_without_an_id_repeat_only_what_equals_them() {
        Touchpoint one = derived(1, "x", "f");
        Touchpoint again = derived(1, "x", "g");
        Touchpoint other = derived(1, "y", "f");
        Ordered ordered = ordered(Duplicates.DROP, again, other, one);
        assertThat(ordered.touchpoints()).containsExactlyInAnyOrder(one, other);
        assertThat(ordered.duplicates()).containsExactly(again);
    }

    @Test
    void kept_duplicates_are_touchpoints_of_their_own() {
        Touchpoint one = derived(1, "x", "f");
        Ordered ordered = ordered(Duplicates.KEEP, one, one, one);
        assertThat(ordered.touchpoints()).hasSize(3);
        assertThat(ordered.duplicates()).isEmpty();
    }

    @Test
    void the_order_of_arrival_never_shows() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            List<Touchpoint> log = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String event = "e" + random.nextInt(2);
                String file = "f" + random.nextInt(2);
                log.add(
                        random.nextBoolean()
                                ? own(random.nextInt(3), "id" + random.nextInt(3), event, file)
                                : derived(random.nextInt(3), event, file));
            }
            Ordered expected = ordered(new TouchpointOrder(Duplicates.DROP), log);
            Collections.shuffle(log, random);
            assertThat(ordered(new TouchpointOrder(Duplicates.DROP), log)).isEqualTo(expected);
        }
    }

    @Test
    void equals_a_sort_of_objects_and_a_set_of_ids() {
        Random random = new Random(11);
        TouchpointOrder reused = new TouchpointOrder(Duplicates.DROP);
        for (int size : new int[] {1, 2, 15, 16, 17, 33, 900, 40_000, 7, 3_000, 1}) {
            List<Touchpoint> log = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                String id = "id-of-some-length-" + random.nextInt(Math.max(1, size * 2));
                log.add(own(random.nextInt(1 + size / 3), id, "e" + random.nextInt(3), "f" + random.nextInt(2)));
            }
            ContentHash hash = new ContentHash();
            List<Touchpoint> sorted = new ArrayList<>(log);
            sorted.sort(Comparator.comparingLong(Touchpoint::occurredAt)
                    .thenComparing(Touchpoint::eventId, Utf8Order.COMPARATOR)
                    .thenComparing(hash::of)
                    .thenComparing(Touchpoint::sourceFile, Utf8Order.COMPARATOR));
            Set<String> ids = new HashSet<>();
            Map<Boolean, List<Touchpoint>> expected =
                    sorted.stream().collect(Collectors.partitioningBy(touchpoint -> ids.add(touchpoint.eventId())));
            assertThat(ordered(reused, log)).isEqualTo(new Ordered(expected.get(true), expected.get(false)));
        }
    }

    private static Ordered ordered(Duplicates rule, Touchpoint... arrived) {
        return ordered(new TouchpointOrder(rule), List.of(arrived));
    }

    private static Ordered ordered(TouchpointOrder order, List<Touchpoint> arrived) {
        OrderedTouchpoints ordered = order.of(CustomerTouchpoints.of(arrived, new TextCodes()));
        return new Ordered(Histories.listed(ordered.touchpoints()), Histories.listed(ordered.duplicates()));
    }

    private record Ordered(List<Touchpoint> touchpoints, List<Touchpoint> duplicates) {}

    private static Touchpoint own(long occurredAt, String id, String event, String file) {
        return new Touchpoint("c", occurredAt, ContentHash.ownId(id), event, null, Double.NaN, List.of(), file);
    }

    private static Touchpoint derived(long occurredAt, String event, String file) {
        String id = new ContentHash().derivedId("c", occurredAt, event, null, Double.NaN, List.of());
        return new Touchpoint("c", occurredAt, id, event, null, Double.NaN, List.of(), file);
    }
}
