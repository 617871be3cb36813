package io.parcours.condition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row of named values; what is not given is missing. */
final class SampleRow implements ConditionRow {

    static final ConditionColumns COLUMNS =
            ConditionColumns.ofTouchpoints(List.of("platform", "user cohort", "device.os", "in", "Größe", "a`b"));

    private final Map<Integer, Object> values = new HashMap<>();

    /** A purchase of 120 in the shop, on Friday 2024-03-01 at 12:30:15 UTC. */
    static SampleRow purchase() {
        return new SampleRow()
                .with("customer_id", "C1")
                .with("occurred_at", 1_709_296_215_000_000L)
                .with("event", "purchase")
                .with("channel", "shop")
                .with("value", 120.0)
                .with("event_id", "e1");
    }

    SampleRow with(String column, Object value) {
        values.put(COLUMNS.indexOf(column).orElseThrow(), value);
        return this;
    }

    Verdict test(String condition) {
        return Where.parse(condition, COLUMNS).test(this);
    }

    @Override
    public String text(int column) {
        return (String) values.get(column);
    }

    @Override
    public double number(int column) {
        return (Double) values.getOrDefault(column, Double.NaN);
    }

    @Override
    public long instant(int column) {
        return (Long) values.getOrDefault(column, NO_INSTANT);
    }
}
