package io.parcours.condition;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a touchpoint must be to match: a stage's, a funnel step's, the conversion's or the activity's condition. All
 * parts given must hold; a part not given holds for every touchpoint.
 *
 * @param events the event is one of these; empty: any event
 * @param channels the channel is one of these; empty: any channel, or none
 * @param stage the touchpoint's stage is this one; absent (null): any, or none
 * @param where this condition holds; absent (null): no condition
 */
public record TouchpointCondition(List<String> events, List<String> channels, String stage, Where where)
        implements Serializable {

    /** Holds for every touchpoint. */
    public static final TouchpointCondition ANY = new TouchpointCondition(List.of(), List.of(), null, null);

    public TouchpointCondition {
        events = List.copyOf(events);
        channels = List.copyOf(channels);
    }

    public static TouchpointCondition ofEvents(String... events) {
        return new TouchpointCondition(List.of(events), List.of(), null, null);
    }

    public static TouchpointCondition ofStage(String stage) {
        return new TouchpointCondition(List.of(), List.of(), stage, null);
    }

    public Optional<String> stageName() {
        return Optional.ofNullable(stage);
    }

    public Optional<Where> whereClause() {
        return Optional.ofNullable(where);
    }

    /** The columns it looks at, by the names that conditions call them; {@code stage} may be among them. */
    public Set<String> columnNames() {
        Set<String> names = new HashSet<>();
        if (!events.isEmpty()) {
            names.add("event");
        }
        if (!channels.isEmpty()) {
            names.add("channel");
        }
        if (stage != null) {
            names.add("stage");
        }
        whereClause().ifPresent(clause -> names.addAll(clause.columnNames()));
        return names;
    }

    /**
     * Whether no touchpoint can ever match, so that the condition must be a mistake: its {@code where} contradicts
     * itself, or its events, channels or stage. False does not promise that some touchpoint matches.
     */
    public boolean isNeverTrue() {
        if (where == null) {
            return false;
        }
        Map<Integer, List<String>> known = new HashMap<>();
        if (!events.isEmpty()) {
            known.put(ConditionColumns.EVENT, events);
        }
        if (!channels.isEmpty()) {
            known.put(ConditionColumns.CHANNEL, channels);
        }
        if (stage != null) {
            known.put(ConditionColumns.STAGE, List.of(stage));
        }
        return where.isNeverTrueAmong(known);
    }
}
