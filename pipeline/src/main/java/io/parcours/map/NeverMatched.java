package io.parcours.map;

import io.parcours.condition.TouchpointCondition;
import io.parcours.condition.Where;
import io.parcours.journey.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds conditions that no touchpoint can meet, whatever the log holds: asking for a stage and for what that stage never
 * has, or with a where that is never true. What cannot be decided counts as possible.
 */
final class NeverMatched {
    private static final long MOST_COMBINATIONS = 100_000;

    private final List<Stage> stages;
    private final List<Set<String>> stageEvents = new ArrayList<>();
    private final List<Set<String>> stageChannels = new ArrayList<>();

    NeverMatched(List<Stage> stages) {
        this.stages = stages;
        for (Stage stage : stages) {
            stageEvents.add(new HashSet<>(stage.condition().events()));
            stageChannels.add(new HashSet<>(stage.condition().channels()));
        }
    }

    /** Why no touchpoint can meet this condition; nothing where one may. */
    Optional<String> reason(TouchpointCondition condition) {
        int stage = indexOf(condition.stage());
        List<String> events = condition.events();
        List<String> channels = condition.channels();
        if (stage >= 0) {
            TouchpointCondition ofStage = stages.get(stage).condition();
            events = common(events, ofStage.events());
            channels = common(channels, ofStage.channels());
            if (events == null || channels == null) {
                return Optional.of("can match no touchpoint: none of its " + (events == null ? "events" : "channels")
                        + " belongs to stage " + Shown.quoted(condition.stage()) + " (which has "
                        + Shown.listed(events == null ? ofStage.events() : ofStage.channels()) + ")");
            }
        }
        return refuted(condition, stage, events, channels);
    }

    private Optional<String> refuted(
            TouchpointCondition condition, int stage, List<String> events, List<String> channels) {
        if (stage >= 0 && belongsEarlier(stage, events, channels)) {
            return Optional.of("can match no touchpoint: every such touchpoint belongs to an earlier stage");
        }
        if (stage >= 0) {
            Where ofStage = stages.get(stage).condition().where();
            if (new TouchpointCondition(events, channels, null, ofStage).isNeverTrue()) {
                return Optional.of("can match no touchpoint: the where of stage " + Shown.quoted(condition.stage())
                        + " is never true for it");
            }
        }
        return new TouchpointCondition(events, channels, condition.stage(), condition.where()).isNeverTrue()
                ? Optional.of("can match no touchpoint: its where is never true"
                        + (isWhereAlone(condition) ? "" : " with the rest"))
                : Optional.empty();
    }

    private static boolean isWhereAlone(TouchpointCondition condition) {
        return condition.events().isEmpty() && condition.channels().isEmpty() && condition.stage() == null;
    }

    private boolean belongsEarlier(int stage, List<String> events, List<String> channels) {
        if ((long) events.size() * channels.size() > MOST_COMBINATIONS) {
            return false;
        }
        return orAny(events).stream()
                .allMatch(event -> orAny(channels).stream().allMatch(channel -> belongsEarlier(stage, event, channel)));
    }

    /** Whether a stage before this one takes every touchpoint with this event and channel; null stands for any. */
    private boolean belongsEarlier(int stage, String event, String channel) {
        for (int earlier = 0; earlier < stage; earlier++) {
            Set<String> events = stageEvents.get(earlier);
            Set<String> channels = stageChannels.get(earlier);
            if (stages.get(earlier).condition().where() == null
                    && (events.isEmpty() || events.contains(event))
                    && (channels.isEmpty() || channels.contains(channel))) {
                return true;
            }
        }
        return false;
    }

    private int indexOf(String stage) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).name().equals(stage)) {
                return i;
            }
        }
        return -1;
    }

    /** What two lists share, an empty one meaning anything; null where they share nothing. */
    private static List<String> common(List<String> some, List<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        List<String> common = new ArrayList<>(some);
        common.retainAll(new HashSet<>(others));
        return common.isEmpty() ? null : common;
    }

    private static List<String> orAny(List<String> names) {
        return names.isEmpty() ? Collections.singletonList(null) : names;
    }
}
