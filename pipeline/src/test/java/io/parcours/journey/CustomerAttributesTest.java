package io.parcours.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.touchpoint.Touchpoint;
import io.parcours.touchpoint.Utf8Order;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CustomerAttributesTest {
    private static final int ATTRIBUTES = 3;

    /** A record of the table of customers. */
    private record Told(String customer, List<String> attributes, String file) {}

    @Test
    void each_customer_gets_the_first_of_his_records_by_value_and_no_touchpoint_is_lost() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<Touchpoint> log = new ArrayList<>();
            List<Told> table = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                if (random.nextBoolean()) {
                    log.add(touchpoint("c" + random.nextInt(90), i, oneOf(random, null, "p", "q")));
                } else {
                    table.add(told(random, "c" + random.nextInt(120)));
                }
            }
            Map<String, String> expected = new TreeMap<>();
            log.forEach(one -> expected.put(one.customerId(), text(first(one.customerId(), table))));
            Map<String, Integer> touchpoints = new TreeMap<>();
            log.forEach(one -> touchpoints.merge(one.customerId(), 1, Integer::sum));

            Map<String, String> found = new TreeMap<>();
            Map<String, Integer> arrived = new TreeMap<>();
            int[] records = new int[1];
            for (List<byte[]> blocks : packed(log, table, 1 + random.nextInt(4), random)) {
                new CustomerGrouping(blocks.iterator(), 1, ATTRIBUTES).forEachCustomer((own, told) -> {
                    CustomerAttributes attributes = CustomerAttributes.of(told, ATTRIBUTES);
                    records[0] += attributes.size();
                    if (own.size() > 0) {
                        CustomerTouchpoints joined = attributes.joinedTo(own);
                        found.put(own.customerId(), attributesOf(joined));
                        arrived.put(own.customerId(), own.size());
                        assertThat(Histories.listed(joined)).isEqualTo(Histories.listed(own));
                    }
                });
            }
            assertThat(found).as("seed %d", seed).isEqualTo(expected);
            assertThat(arrived).isEqualTo(touchpoints);
            assertThat(records[0]).isEqualTo(table.size());
        }
    }

    @Test
    void customers_that_share_a_hash_keep_their_own_attributes() {
        TouchpointBlock block = new TouchpointBlock(64);
        for (String customer : List.of("b", "a", "ä")) {
            byte[] id = customer.getBytes(StandardCharsets.UTF_8);
            block.addAttributes(42, id, List.of("plan of " + customer, "x", "y"), "customers");
            if (!customer.equals("ä")) {
                block.add(42, id, touchpoint(customer, 0, null));
            }
        }
        List<String> found = new ArrayList<>();
        new CustomerGrouping(List.of(block.take()).iterator(), 1, ATTRIBUTES)
                .forEachCustomer((own, told) -> found.add(
                        own.customerId() + " " + own.size() + " " + told.dimension(0, 0) + " " + told.sourceFile(0)));
        assertThat(found)
                .containsExactly("a 1 plan of a customers", "b 1 plan of b customers", "ä 0 plan of ä customers");
    }

    @Test
    void who_wants_touchpoints_alone_never_sees_a_customer_without() {
        List<Told> table =
                List.of(new Told("x", List.of("1", "2", "3"), "f"), new Told("y", List.of("1", "2", "3"), "f"));
        List<String> found = new ArrayList<>();
        for (List<byte[]> blocks : packed(List.of(touchpoint("y", 7, null)), table, 1, new Random(1))) {
            new CustomerGrouping(blocks.iterator(), 1, ATTRIBUTES)
                    .forEachCustomer(own -> found.add(own.customerId() + own.size() + own.occurredAt(0)));
        }
        assertThat(found).containsExactly("y17");
    }

    private static String attributesOf(CustomerTouchpoints joined) {
        for (int row = 0; row < joined.size(); row++) {
            for (int attribute = 0; attribute < ATTRIBUTES; attribute++) {
                assertThat(joined.dimension(row, 1 + attribute)).isEqualTo(joined.dimension(0, 1 + attribute));
            }
        }
        return joined.dimension(0, 1) + "," + joined.dimension(0, 2) + "," + joined.dimension(0, 3);
    }

    private static String text(List<String> attributes) {
        return String.join(",", attributes.stream().map(String::valueOf).toList());
    }

    private static List<String> first(String customer, List<Told> table) {
        Comparator<String> byText = Comparator.nullsLast(Utf8Order.COMPARATOR);
        return table.stream()
                .filter(told -> told.customer().equals(customer))
                .map(Told::attributes)
                .min(Comparator.comparing((List<String> told) -> told.get(0), byText)
                        .thenComparing(told -> told.get(1), byText)
                        .thenComparing(told -> told.get(2), byText))
                .orElse(Collections.nCopies(ATTRIBUTES, null));
    }

    private static Told told(Random random, String customer) {
        String[] attributes = {
            oneOf(random, null, "free", "pro"), oneOf(random, null, "é", "z"), "r" + random.nextInt(3)
        };
        return new Told(
                customer, Collections.unmodifiableList(Arrays.asList(attributes)), "customers" + random.nextInt(2));
    }

    private static Touchpoint touchpoint(String customer, long occurredAt, String dimension) {
        return new Touchpoint(
                customer,
                occurredAt,
                "id" + occurredAt,
                "A",
                null,
                Double.NaN,
                Collections.singletonList(dimension),
                "log");
    }

    private static String oneOf(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }

    private static List<List<byte[]>> packed(List<Touchpoint> log, List<Told> table, int partitions, Random random) {
        List<List<byte[]>> blocks = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            blocks.add(new ArrayList<>());
        }
        TouchpointPacker packer = new TouchpointPacker(
                partitions, (partition, block) -> blocks.get(partition).add(block));
        List<Runnable> all = new ArrayList<>();
        log.forEach(touchpoint -> all.add(() -> packer.add(touchpoint)));
        table.forEach(told -> all.add(() -> packer.addAttributes(told.customer(), told.attributes(), told.file())));
        Collections.shuffle(all, random);
        all.forEach(Runnable::run);
        packer.finish();
        return blocks;
    }
}
