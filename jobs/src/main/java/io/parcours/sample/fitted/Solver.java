package io.parcours.sample.fitted;

import io.parcours.condition.TouchpointCondition;
import io.parcours.condition.Where;
import io.parcours.journey.Stage;
import io.parcours.map.JourneyMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Finds touches that meet a condition by trying the values its text speaks of. What asks for more than that (a sum of
 * two columns, a certain customer) is not found, and said.
 */
final class Solver {
    private static final int MOST_TRIES = 300;
    private static final int ENOUGH = 3;
    private static final List<String> SOME_EVENT = List.of("visit");

    private final List<Stage> stages;
    private final int logDimensions;
    private final Vocabulary words;
    private final Judge judge;
    private final PlayTime time;
    private final Chance chance;
    private final Set<String> notes = new LinkedHashSet<>();

    Solver(JourneyMap map, Vocabulary words, Judge judge, PlayTime time) {
        this.stages = map.journey().stages();
        this.logDimensions = map.input().dimensions().size();
        this.words = words;
        this.judge = judge;
        this.time = time;
        this.chance = new Chance(0, -2);
    }

    /** What could not be served, a line each. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Ways to meet a condition, those of one event after those of the other; none where none was found. */
    List<Recipe> solve(TouchpointCondition condition, String what) {
        List<Recipe> found = new ArrayList<>();
        Problem problem = new Problem(condition);
        for (String event : problem.events) {
            found.addAll(problem.solve(event));
        }
        if (found.isEmpty()) {
            notes.add(what + " is met by no touchpoint of this log: no values were found for its condition");
        }
        return found;
    }

    /** Ways to meet a stage's condition so that the touch belongs to that stage and to none before it. */
    List<Recipe> solveStage(int stage) {
        TouchpointCondition condition = stages.get(stage).condition();
        TouchpointCondition inIt = new TouchpointCondition(
                condition.events(), condition.channels(), stages.get(stage).name(), condition.where());
        return solve(inIt, "stage " + stages.get(stage).name());
    }

    /** One condition with what its texts offer. */
    private final class Problem {
        private final TouchpointCondition condition;
        private final List<String> events;
        private final List<String> channels;
        private final Set<String> columns = new LinkedHashSet<>();
        private final List<Literals> literals = new ArrayList<>();

        Problem(TouchpointCondition condition) {
            this.condition = condition;
            TouchpointCondition stage = condition.stageName().map(this::ofStage).orElse(TouchpointCondition.ANY);
            condition.whereClause().ifPresent(this::read);
            stage.whereClause().ifPresent(this::read);
            this.channels = condition.channels().isEmpty() ? stage.channels() : condition.channels();
            this.events = events(condition.events().isEmpty() ? stage.events() : condition.events());
        }

        private TouchpointCondition ofStage(String name) {
            return stages.stream()
                    .filter(stage -> stage.name().equals(name))
                    .map(Stage::condition)
                    .findFirst()
                    .orElse(TouchpointCondition.ANY);
        }

        private void read(Where where) {
            columns.addAll(where.columnNames());
            literals.add(new Literals(where));
        }

        private List<String> events(List<String> named) {
            if (!named.isEmpty()) {
                return named;
            }
            Set<String> known = new LinkedHashSet<>();
            if (columns.contains("event")) {
                literals.forEach(literal -> known.addAll(literal.texts));
                known.removeIf(event -> event.isBlank() || event.indexOf('%') >= 0);
            }
            known.addAll(words.events);
            return known.isEmpty() ? SOME_EVENT : known.stream().limit(40).toList();
        }

        private List<Recipe> solve(String event) {
            Set<Recipe> found = new LinkedHashSet<>();
            boolean isFree = columns.stream().allMatch(column -> column.equals("event") || column.equals("stage"));
            List<String> tried = channels.isEmpty() ? words.channelsFor(event) : channels;
            for (int i = 0; i < (isFree ? tried.size() : MOST_TRIES) && found.size() < ENOUGH; i++) {
                Map<Integer, String> dimensions = new LinkedHashMap<>();
                Touch touch = candidate(event, isFree ? tried.get(i) : chance.of(tried), dimensions);
                if (judge.holds(condition, touch, judge.stageOf(touch))) {
                    found.add(recipe(touch, dimensions));
                }
            }
            return List.copyOf(found);
        }

        private Touch candidate(String event, String channel, Map<Integer, String> dimensions) {
            boolean isOfChannel = columns.contains("channel") && chance.is(0.5);
            String where = isOfChannel ? text(words.channels) : channel;
            Touch touch = new Touch(
                    time.start() + chance.roll((int) (time.end() - time.start() + 1)), event, where, logDimensions);
            String[] attributes = new String[words.names().size() - logDimensions];
            for (int i = 0; i < words.names().size(); i++) {
                if (columns.contains(words.names().get(i))) {
                    String value = text(words.values(i));
                    dimensions.put(i, value);
                    if (i < logDimensions) {
                        touch.dimensions[i] = value;
                    } else {
                        attributes[i - logDimensions] = value;
                    }
                }
            }
            if (columns.contains("value")) {
                touch.value = number();
            }
            judge.customer("C00000001", attributes);
            return touch;
        }

        private String text(List<String> usual) {
            List<String> offered = literals.stream()
                    .flatMap(literal -> literal.texts.stream())
                    .filter(text -> !text.isBlank() && text.equals(text.strip()))
                    .toList();
            if (chance.is(0.1)) {
                return null;
            }
            return offered.isEmpty() || chance.is(0.3) ? chance.of(usual) : chance.of(offered);
        }

        private double number() {
            List<Double> offered = literals.stream()
                    .flatMap(literal -> literal.numbers.stream())
                    .toList();
            if (chance.is(0.1)) {
                return Double.NaN;
            }
            return offered.isEmpty() || chance.is(0.2) ? chance.roll(300) : chance.of(offered);
        }

        /** What the touch has, as far as the condition looks at it; attributes are told to the vocabulary. */
        private Recipe recipe(Touch touch, Map<Integer, String> tried) {
            Map<Integer, String> dimensions = new LinkedHashMap<>();
            tried.forEach((number, value) -> {
                if (value != null) {
                    words.learn(number, value);
                }
                if (number < logDimensions) {
                    dimensions.put(number, value);
                }
            });
            boolean isBound = columns.contains("channel");
            List<String> where = isBound && touch.channel != null ? List.of(touch.channel) : allowed(touch);
            OptionalDouble value = columns.contains("value") ? OptionalDouble.of(touch.value) : OptionalDouble.empty();
            return new Recipe(touch.event, where, dimensions, value);
        }

        /** The channels that do as well as the one tried. */
        private List<String> allowed(Touch touch) {
            List<String> candidates = channels.isEmpty() ? words.channelsFor(touch.event) : channels;
            List<String> fitting =
                    candidates.stream().filter(channel -> fits(touch, channel)).toList();
            return channels.isEmpty() && fitting.size() == words.channels.size() ? List.of() : fitting;
        }

        private boolean fits(Touch touch, String channel) {
            Touch other = new Touch(touch.time, touch.event, channel, logDimensions);
            System.arraycopy(touch.dimensions, 0, other.dimensions, 0, logDimensions);
            other.value = touch.value;
            return judge.holds(condition, other, judge.stageOf(other));
        }
    }
}
