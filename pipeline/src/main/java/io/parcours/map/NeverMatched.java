package io.parcours.map;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.ConditionRow;
import io.parcours.condition.TouchpointCondition;
import io.parcours.condition.Verdict;
import io.parcours.condition.Where;
import io.parcours.journey.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds conditions that no touchpoint can meet, whatever the log holds. Every combination of the events and channels a
 * condition names is tried; one that is not refuted is enough. What cannot be decided this way counts as possible.
 */
final class NeverMatched {
    private static final long MOST_COMBINATIONS = 100_000;

    private final List<Stage> stages;
    private final List<Set<String>> stageEvents = new ArrayList<>();
    private final List<Set<String>> stageChannels = new ArrayList<>();

    /** Why a combination cannot be. */
    private enum Refutation {
        EARLIER_STAGE("every such touchpoint belongs to an earlier stage"),
        STAGE_WHERE("the where of its stage is never true for it"),
        WHERE("its where is never true");

        private final String words;

        Refutation(String words) {
            this.words = words;
        }
    }

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
        return refuted(condition, stage, orAny(events), orAny(channels));
    }

    private Optional<String> refuted(
            TouchpointCondition condition, int stage, List<String> events, List<String> channels) {
        if ((long) events.size() * channels.size() > MOST_COMBINATIONS) {
            return Optional.empty();
        }
        Set<Refutation> refutations = EnumSet.noneOf(Refutation.class);
        for (String event : events) {
            for (String channel : channels) {
                Optional<Refutation> refutation = refutation(condition, stage, event, channel);
                if (refutation.isEmpty()) {
                    return Optional.empty();
                }
                refutations.add(refutation.get());
            }
        }
        List<String> words = refutations.stream().map(each -> each.words).toList();
        return Optional.of("can match no touchpoint: " + String.join(", or ", words));
    }

    private Optional<Refutation> refutation(TouchpointCondition condition, int stage, String event, String channel) {
        if (stage >= 0 && belongsEarlier(stage, event, channel)) {
            return Optional.of(Refutation.EARLIER_STAGE);
        }
        if (stage >= 0 && isNever(stages.get(stage).condition().where(), new Probe(event, channel, null))) {
            return Optional.of(Refutation.STAGE_WHERE);
        }
        return isNever(condition.where(), new Probe(event, channel, condition.stage()))
                ? Optional.of(Refutation.WHERE)
                : Optional.empty();
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

    /** A condition that does not hold, and asked for nothing but what is known, holds for no touchpoint like this. */
    private static boolean isNever(Where where, Probe probe) {
        return where != null && where.test(probe) != Verdict.HOLDS && !probe.askedUnknown;
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

    /** A touchpoint of which only event, channel and stage may be known; it remembers being asked for more. */
    private static final class Probe implements ConditionRow {
        private final String event;
        private final String channel;
        private final String stage;
        private boolean askedUnknown;

        Probe(String event, String channel, String stage) {
            this.event = event;
            this.channel = channel;
            this.stage = stage;
        }

        @Override
        public String text(int column) {
            String known = switch (column) {
                case ConditionColumns.EVENT -> event;
                case ConditionColumns.CHANNEL -> channel;
                case ConditionColumns.STAGE -> stage;
                default -> null;
            };
            askedUnknown |= known == null;
            return known;
        }

        @Override
        public double number(int column) {
            askedUnknown = true;
            return Double.NaN;
        }

        @Override
        public long instant(int column) {
            askedUnknown = true;
            return 0;
        }
    }
}
