package io.parcours.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.touchpoint.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The truth about funnels as JSON. */
final class FunnelNodes {
    private static final List<String> CHECKOUT_STEPS =
            List.of("product_view", "add_to_cart", "checkout_start", "payment_details", "purchase");
    private static final List<String> ONE_VISIT_STEPS = List.of("product_view", "add_to_cart", "purchase");

    private final FunnelTruths funnels;

    FunnelNodes(FunnelTruths funnels) {
        this.funnels = funnels;
    }

    void funnels(ArrayNode node) {
        ObjectNode checkout = funnel(node, "checkout", "customer", CHECKOUT_STEPS, funnels.checkout);
        numbers(checkout.withArray("open_count"), funnels.checkoutOpen);
        checkout.put("mature_entered_count", funnels.checkoutMature[0]);
        numbers(checkout.withArray("mature_reached_count"), funnels.checkoutMature);
        breakdown(checkout, "channel", funnels.checkoutByChannel);
        breakdown(checkout, "platform", funnels.checkoutByPlatform);
        ObjectNode oneVisit = funnel(node, "one_visit", "session", ONE_VISIT_STEPS, funnels.oneVisit);
        breakdown(oneVisit, "platform", funnels.oneVisitByPlatform);
        List<String> stages = LogFields.stages().subList(0, FunnelTruths.LIFECYCLE_STEPS);
        ObjectNode lifecycle = funnel(node, "lifecycle", "customer", stages, funnels.lifecycle);
        breakdown(lifecycle, "channel", funnels.lifecycleByChannel);
    }

    private static ObjectNode funnel(
            ArrayNode nodes, String name, String unit, List<String> steps, FunnelTruth counts) {
        ObjectNode node = nodes.addObject();
        node.put("funnel", name);
        node.put("unit", unit);
        ArrayNode names = node.putArray("steps");
        steps.forEach(names::add);
        counts.counts().forEach((column, numbers) -> numbers(node.putArray(column), numbers));
        return node;
    }

    private static void breakdown(ObjectNode funnel, String breakdown, FunnelTruth.ByValue counts) {
        ObjectNode values = funnel.withObject("/by").putObject(breakdown);
        for (Map.Entry<String, FunnelTruth> value : counts.values().entrySet()) {
            ObjectNode node = values.putObject(value.getKey());
            value.getValue().counts().forEach((column, numbers) -> numbers(node.putArray(column), numbers));
        }
    }

    private static void numbers(ArrayNode node, long[] numbers) {
        for (long number : numbers) {
            node.add(number);
        }
    }

    /** Rows as in the table drop_offs. */
    void dropOffs(ArrayNode node) {
        List<String> events = new ArrayList<>(LogFields.events());
        List<String> channels = new ArrayList<>(LogFields.channels());
        events.add(Labels.NOTHING);
        channels.add(Labels.NOTHING);
        for (int step = 1; step < CheckoutFacts.STEPS; step++) {
            for (int event = 0; event < events.size(); event++) {
                for (int channel = 0; channel < channels.size(); channel++) {
                    long count = funnels.next(step, event, channel);
                    if (count > 0) {
                        node.addObject()
                                .put("funnel", "checkout")
                                .put("step", step + 1)
                                .put("step_name", CHECKOUT_STEPS.get(step))
                                .put("next_event", events.get(event))
                                .put("next_channel", channels.get(channel))
                                .put("dropped_count", count);
                    }
                }
            }
        }
    }
}
