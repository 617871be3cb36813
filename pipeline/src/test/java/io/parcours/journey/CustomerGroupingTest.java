package io.parcours.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.touchpoint.Touchpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CustomerGroupingTest {

    @Test
    void what_is_packed_arrives_whole_whatever_the_number_of_partitions() {
        List<Touchpoint> log = randomLog(new Random(1), 20_000, 700);
        Map<String, List<Touchpoint>> expected = new HashMap<>();
        for (Touchpoint touchpoint : log) {
            expected.computeIfAbsent(touchpoint.customerId(), id -> new ArrayList<>())
                    .add(touchpoint);
        }
        for (int partitions : new int[] {1, 2, 7, 64}) {
            Map<String, List<Touchpoint>> arrived = new HashMap<>();
            for (List<byte[]> blocks : packed(log, partitions)) {
                new CustomerGrouping(blocks.iterator(), 2, 0)
                        .forEachCustomer(touchpoints -> assertThat(
                                        arrived.put(touchpoints.customerId(), Histories.listed(touchpoints)))
                                .isNull());
            }
            assertThat(arrived.keySet()).isEqualTo(expected.keySet());
            expected.forEach((customer, touchpoints) ->
                    assertThat(arrived.get(customer)).containsExactlyInAnyOrderElementsOf(touchpoints));
        }
    }

    @Test
    void customers_come_in_the_same_order_whatever_the_number_of_partitions_and_the_order_of_arrival() {
        List<Touchpoint> log = randomLog(new Random(2), 5_000, 900);
        List<String> one = customersInOrder(log, 1);
        Collections.shuffle(log, new Random(3));
        assertThat(customersInOrder(log, 1)).isEqualTo(one);
        assertThat(customersInOrder(log, 5)).isEqualTo(one);
        assertThat(customersInOrder(log, 128)).isEqualTo(one);
        assertThat(one).isSortedAccordingTo((a, b) -> Long.compareUnsigned(CustomerHash.of(a), CustomerHash.of(b)));
    }

    @Test
    void customers_that_share_a_hash_are_told_apart() {
        TouchpointBlock block = new TouchpointBlock(64);
        for (String customer : List.of("b", "a", "b", "ä")) {
            block.add(42, customer.getBytes(java.nio.charset.StandardCharsets.UTF_8), touchpoint(customer, 0, "x"));
        }
        List<List<String>> groups = new ArrayList<>();
        new CustomerGrouping(List.of(block.take()).iterator(), 2, 0)
                .forEachCustomer(
                        touchpoints -> groups.add(Collections.nCopies(touchpoints.size(), touchpoints.customerId())));
        assertThat(groups).containsExactly(List.of("a"), List.of("b", "b"), List.of("ä"));
    }

    @Test
    void two_customers_that_share_a_hash_are_told_apart_by_their_only_touchpoints() {
        TouchpointBlock block = new TouchpointBlock(64);
        block.add(42, new byte[] {'b'}, touchpoint("b", 0, "x"));
        block.add(42, new byte[] {'a'}, touchpoint("a", 0, "x"));
        List<String> customers = new ArrayList<>();
        new CustomerGrouping(List.of(block.take()).iterator(), 2, 0)
                .forEachCustomer(touchpoints -> customers.add(touchpoints.size() + touchpoints.customerId()));
        assertThat(customers).containsExactly("1a", "1b");
    }

    @Test
    void every_customer_may_have_one_touchpoint_only() {
        List<Touchpoint> log = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            log.add(touchpoint("customer " + i, i, "id"));
        }
        for (int partitions : new int[] {1, 3}) {
            assertThat(customersInOrder(log, partitions))
                    .hasSize(log.size())
                    .doesNotHaveDuplicates()
                    .isSortedAccordingTo((a, b) -> Long.compareUnsigned(CustomerHash.of(a), CustomerHash.of(b)));
        }
    }

    @Test
    void a_block_is_handed_over_as_soon_as_it_holds_64_KiB() {
        List<Integer> sizes = new ArrayList<>();
        TouchpointPacker packer = new TouchpointPacker(1, (partition, block) -> sizes.add(block.length));
        // The longest row with its texts takes some 600 bytes.
        randomLog(new Random(5), 5_000, 10).forEach(packer::add);
        assertThat(sizes)
                .hasSizeGreaterThan(3)
                .allSatisfy(size -> assertThat(size).isBetween(64 * 1024, 64 * 1024 + 600));
        packer.finish();
        assertThat(sizes.get(sizes.size() - 1)).isLessThan(64 * 1024);
    }

    @Test
    void a_partition_is_a_range_of_unsigned_hashes() {
        assertThat(CustomerHash.partitionOf(0, 10)).isZero();
        assertThat(CustomerHash.partitionOf(Long.MAX_VALUE, 10)).isEqualTo(4);
        assertThat(CustomerHash.partitionOf(Long.MIN_VALUE, 10)).isEqualTo(5);
        assertThat(CustomerHash.partitionOf(-1, 10)).isEqualTo(9);
    }

    @Test
    void the_hash_of_a_customer_never_changes() {
        // MurmurHash3 x64 128, seed 0, first half; "hello" is 0xcbd8a7b341bd9b02 in the reference implementation.
        assertThat(CustomerHash.of("hello")).isEqualTo(0xcbd8a7b341bd9b02L);
    }

    private static List<String> customersInOrder(List<Touchpoint> log, int partitions) {
        List<String> customers = new ArrayList<>();
        for (List<byte[]> blocks : packed(log, partitions)) {
            new CustomerGrouping(blocks.iterator(), 2, 0)
                    .forEachCustomer(touchpoints -> customers.add(touchpoints.customerId()));
        }
        return customers;
    }

    private static List<List<byte[]>> packed(List<Touchpoint> log, int partitions) {
        List<List<byte[]>> blocks = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            blocks.add(new ArrayList<>());
        }
        TouchpointPacker packer = new TouchpointPacker(
                partitions, (partition, block) -> blocks.get(partition).add(block));
        log.forEach(packer::add);
        packer.finish();
        return blocks;
    }

    private static List<Touchpoint> randomLog(Random random, int size, int customers) {
        List<Touchpoint> log = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String customer = "customer-\u00e9\uD83D\uDE00-" + random.nextInt(customers);
            log.add(touchpoint(customer, random.nextLong(1_000_000_000L) - 500_000_000L, "id" + i));
        }
        return log;
    }

    private static Touchpoint touchpoint(String customer, long occurredAt, String id) {
        int choice = (int) Math.floorMod(occurredAt, 5L);
        return new Touchpoint(
                customer,
                occurredAt,
                id,
                "event " + choice,
                choice == 0 ? null : "channel" + choice,
                choice == 1 ? Double.NaN : occurredAt / 100.0,
                Arrays.asList(choice == 2 ? null : "d" + choice, "x".repeat(choice * 100)),
                "file" + choice % 2);
    }

    @Test
    void blocks_are_smaller_where_there_are_many_so_that_a_task_holds_no_more() {
        int partitions = 8192;
        long[] handedOver = {0};
        TouchpointPacker packer = new TouchpointPacker(
                partitions, (partition, block) -> handedOver[0] = Math.max(handedOver[0], block.length));
        for (int i = 0; i < 1_000; i++) {
            packer.add(touchpoint("one customer", i, "id" + i));
        }
        assertThat(handedOver[0]).isBetween(8L << 10, (128L << 20) / partitions + 1_000);
    }

    @Test
    void texts_of_a_task_are_one_object_each() {
        List<Touchpoint> log = randomLog(new Random(4), 500, 10);
        List<Touchpoint> arrived = new ArrayList<>();
        new CustomerGrouping(packed(log, 1).get(0).iterator(), 2, 0)
                .forEachCustomer(touchpoints -> arrived.addAll(Histories.listed(touchpoints)));
        Map<String, Long> objects = arrived.stream()
                .map(Touchpoint::event)
                .collect(Collectors.groupingBy(
                        event -> event,
                        Collectors.collectingAndThen(
                                Collectors.mapping(System::identityHashCode, Collectors.toSet()),
                                ids -> (long) ids.size())));
        assertThat(objects.values()).containsOnly(1L);
    }
}
