package io.parcours.condition;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

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

    /** Whether no touchpoint can ever match, so that the condition must be a mistake. */
    public boolean isNeverTrue() {
        return false;
    }
}
