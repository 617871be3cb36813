package io.parcours.sample;

import io.parcours.touchpoint.Labels;
import java.util.ArrayList;
import java.util.List;

/** The log's columns, and the values of those that are words. A missing value is null. */
final class LogFields {
    static final List<String> NAMES = List.of(
            "customer_id", "occurred_at", "event", "channel", "value", "event_id", "platform", "region", "campaign");

    private LogFields() {}

    static List<String> events() {
        List<String> labels = new ArrayList<>();
        for (PlannedEvent event : PlannedEvent.values()) {
            labels.add(event.label());
        }
        return labels;
    }

    static List<String> channels() {
        List<String> labels = new ArrayList<>();
        for (PlannedChannel channel : PlannedChannel.values()) {
            labels.add(channel.label());
        }
        return labels;
    }

    static List<String> platforms() {
        List<String> labels = new ArrayList<>();
        for (Device device : Device.values()) {
            labels.add(device.platform());
        }
        return labels;
    }

    /** The stages, and behind them the word for none. */
    static List<String> stages() {
        List<String> labels = new ArrayList<>();
        for (PlannedStage stage : PlannedStage.values()) {
            labels.add(stage.label());
        }
        labels.add(Labels.NONE);
        return labels;
    }
}
