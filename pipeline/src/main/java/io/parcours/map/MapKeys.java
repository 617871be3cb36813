package io.parcours.map;

/** The keys at the top of a map, and those of what is asked only where its key is there. */
final class MapKeys {
    static final MapSection INVENTORY = new MapSection().key("breakdown");

    static final MapSection SURVEY = new MapSection()
            .key("name")
            .key("events")
            .key("channels")
            .key("where")
            .key("score")
            .key("scale")
            .key("rule")
            .key("about")
            .key("text")
            .key("period")
            .key("breakdown");

    static final MapSection BURST = new MapSection().key("count").key("within");

    static final MapSection FRICTION = new MapSection()
            .key("contacts", MapSection.CONDITION)
            .key("thing")
            .key("contact_again_within")
            .key("burst", BURST)
            .key("stall_after");

    static final MapSection ATTRIBUTION = new MapSection()
            .key("by")
            .key("touches", MapSection.CONDITION)
            .key("models")
            .key("lookback")
            .key("transform")
            .key("serves")
            .key("position")
            .key("half_life")
            .key("markov_order")
            .key("replicates")
            .key("seed");

    static final MapSection COST_COLUMNS =
            new MapSection().key("channel").key("period").key("cost");

    static final MapSection COSTS = new MapSection().key("file").key("columns", COST_COLUMNS);

    static final MapSection TRIGGER = new MapSection()
            .key("name")
            .key("when", MapSection.CONDITION)
            .key("unless", MapSection.CONDITION)
            .key("within")
            .key("action")
            .key("cooldown")
            .key("breakdown");

    static final MapSection EXPECTED_STAGE =
            new MapSection().key("stage").key("skip").key("repeat").key("allowed");

    static final MapSection EXPECTED =
            new MapSection().key("stages", EXPECTED_STAGE).key("breakdown");

    static final MapSection CUSTOMER_COLUMNS = new MapSection().key("customer_id");

    static final MapSection CUSTOMERS =
            new MapSection().key("file").key("columns", CUSTOMER_COLUMNS).key("attributes");

    static final MapSection SEGMENT = new MapSection().key("name").key("where");

    static final MapSection TABLES = new MapSection().key("except");

    static final MapSection MAP = new MapSection()
            .key("name")
            .key("timezone")
            .key("input", MapSection.INPUT)
            .key("customers", CUSTOMERS)
            .key("session_gap")
            .key("journey_gap")
            .key("stages", MapSection.STAGE)
            .key("conversion", MapSection.CONDITION)
            .key("funnels", MapSection.FUNNEL)
            .key("retention", MapSection.RETENTION)
            .key("churn", MapSection.CHURN)
            .key("inventory", INVENTORY)
            .key("channels")
            .key("handover_window")
            .key("channel_breakdown")
            .key("surveys", SURVEY)
            .key("themes")
            .key("friction", FRICTION)
            .key("attribution", ATTRIBUTION)
            .key("costs", COSTS)
            .key("triggers", TRIGGER)
            .key("expected", EXPECTED)
            .key("segments", SEGMENT)
            .key("segment_match")
            .key("quality", MapSection.QUALITY)
            .key("tables", TABLES)
            .later("compare", "identities");

    private MapKeys() {}
}
