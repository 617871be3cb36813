package io.parcours.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place of the map that has keys: which ones, and which sections lie below them. The reader asks for no key that is
 * not here; the JSON schema and docs/map.md are tested against it.
 */
final class MapSection {

    static final MapSection CONDITION =
            new MapSection().key("events").key("channels").key("stage").key("where");

    static final MapSection COLUMNS = new MapSection()
            .key("customer_id")
            .key("occurred_at")
            .key("event")
            .key("channel")
            .key("value")
            .key("event_id");

    static final MapSection CSV =
            new MapSection().key("delimiter").key("header").key("charset").key("decimal");

    static final MapSection INPUT = new MapSection()
            .key("columns", COLUMNS)
            .key("dimensions")
            .key("timestamp_format")
            .key("csv", CSV)
            .key("between")
            .key("where")
            .key("duplicates")
            .key("touchpoint_limit");

    static final MapSection STAGE =
            new MapSection().key("name").key("events").key("channels").key("where");

    static final MapSection STEP = new MapSection()
            .key("name")
            .key("events")
            .key("channels")
            .key("stage")
            .key("where")
            .key("optional")
            .key("within")
            .key("first_ever");

    static final MapSection EXCLUSION = new MapSection()
            .key("events")
            .key("channels")
            .key("stage")
            .key("where")
            .key("between")
            .key("scope");

    static final MapSection STEP_ATTRIBUTION = new MapSection().key("step");

    static final MapSection COMPARISON =
            new MapSection().key("before").key("after").key("breakdown");

    static final MapSection FUNNEL = new MapSection()
            .key("name")
            .key("steps", STEP)
            .key("order")
            .key("window")
            .key("unit")
            .key("entry")
            .key("ties")
            .key("exclude", EXCLUSION)
            .key("hold")
            .key("breakdown")
            .key("attribution", STEP_ATTRIBUTION)
            .key("entry_cohort")
            .key("compare", COMPARISON)
            .key("undecided_after");

    static final MapSection RETENTION =
            new MapSection().key("period").key("mode").key("count").key("breakdown");

    static final MapSection RISK = new MapSection().key("medium").key("high");

    static final MapSection SIGNAL = new MapSection()
            .key("name")
            .key("events")
            .key("channels")
            .key("stage")
            .key("where");

    static final MapSection CHURN = new MapSection()
            .key("activity", CONDITION)
            .key("period")
            .key("inactive_after")
            .key("model")
            .key("horizon")
            .key("calibrate_until")
            .key("risk", RISK)
            .key("ends", CONDITION)
            .key("breakdown")
            .key("lookback")
            .key("signals", SIGNAL);

    static final MapSection QUALITY = new MapSection().key("max_rejected_share");

    private final Map<String, MapSection> keys = new LinkedHashMap<>();
    private final List<String> laterKeys = new ArrayList<>();

    MapSection() {}

    /** The keys in the order the documentation has them. */
    List<String> keys() {
        return List.copyOf(keys.keySet());
    }

    /** Keys that are meant for a later version: known, but refused. */
    List<String> laterKeys() {
        return List.copyOf(laterKeys);
    }

    /** Every key at or below this section by its path, such as {@code input.csv.delimiter}; lists leave no mark. */
    List<String> paths() {
        List<String> paths = new ArrayList<>();
        keys.forEach((key, below) -> {
            paths.add(key);
            if (below != null) {
                below.paths().forEach(path -> paths.add(key + "." + path));
            }
        });
        return paths;
    }

    /** The same section with one more key. */
    MapSection key(String name) {
        return key(name, null);
    }

    /** The same section with one more key, below which there are others. */
    MapSection key(String name, MapSection below) {
        keys.put(name, below);
        return this;
    }

    /** The same section with keys that are known, but refused. */
    MapSection later(String... names) {
        laterKeys.addAll(List.of(names));
        return this;
    }
}
