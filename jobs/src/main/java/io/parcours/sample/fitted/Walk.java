package io.parcours.sample.fitted;

import io.parcours.map.JourneyMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The touches of one customer as they come, and the clock they come by. */
final class Walk {
    private static final double FAVOURED = 0.75;
    private static final double HABIT = 0.9;

    private final PlayTime time;
    private final Pauses pauses;
    private final Vocabulary words;
    private final Details details;
    private final int logDimensions;

    final List<Touch> touches = new ArrayList<>();
    Persona persona;
    Chance chance;
    private String channel;
    /** Decides, for the visit, where something happens that cannot happen in its channel. */
    private double otherwise;

    private String thing;
    private long clock;
    private long lastMoment;

    Walk(JourneyMap map, PlayTime time, Pauses pauses, Vocabulary words, Details details) {
        this.time = time;
        this.pauses = pauses;
        this.words = words;
        this.details = details;
        this.logDimensions = map.input().dimensions().size();
    }

    /**
     * A customer enters.
     *
     * @param first when, in seconds since the epoch
     * @param last after this nothing is added
     */
    void begin(Persona who, Chance dice, long first, long last) {
        touches.clear();
        persona = who;
        chance = dice;
        clock = first;
        lastMoment = last;
        newVisit();
        thing = details.thing(chance);
    }

    /** A journey begins: it is about something else. */
    void newJourney() {
        thing = details.thing(chance);
        newVisit();
    }

    /** A visit begins, in the favoured channel or another. */
    void newVisit() {
        channel = chance.is(FAVOURED) ? persona.channel() : chance.of(words.channels);
        otherwise = chance.unit();
    }

    /** Whether the log has ended. */
    boolean isOver() {
        return clock > lastMoment;
    }

    /** Moves on to the log's very end, for one touch more. */
    void extend(long end) {
        clock = end;
        lastMoment = end;
    }

    long clock() {
        return clock;
    }

    void pause(long seconds) {
        clock += seconds;
    }

    /** Waits as between visits; people sleep at night. */
    void pauseBetweenVisits() {
        long pause = pauses.betweenVisits(chance);
        if (pause >= PlayTime.DAY) {
            long atDay = time.atDaytime(clock + pause, (int) (8 * PlayTime.HOUR + chance.roll(50_000)));
            pause = pauses.bound(Math.max(pause / 2.0, atDay - clock));
        }
        pause(pause);
        newVisit();
    }

    void pauseWithinVisit() {
        pause(pauses.withinVisit(chance));
    }

    /** Adds a touch by one of these ways; null where the log has ended. */
    Touch add(List<Recipe> recipes) {
        Recipe recipe = recipes.size() == 1 ? recipes.get(0) : chance.of(recipes);
        return add(recipe, channelFor(recipe));
    }

    /** Adds a touch in a channel that the recipe allows; null where the log has ended. */
    Touch add(Recipe recipe, String where) {
        if (isOver()) {
            return null;
        }
        Touch touch = new Touch(clock, recipe.event(), where, logDimensions);
        for (int i = 0; i < logDimensions; i++) {
            String habit = persona.habits()[i];
            touch.dimensions[i] = habit == null || chance.is(HABIT) ? habit : chance.of(words.values(i));
        }
        details.fill(touch, this, thing);
        for (Map.Entry<Integer, String> asked : recipe.dimensions().entrySet()) {
            touch.dimensions[asked.getKey()] = asked.getValue();
        }
        recipe.value().ifPresent(value -> touch.value = value);
        touches.add(touch);
        pause(1);
        return touch;
    }

    /** The same touch once more. */
    void repeat(Touch touch) {
        if (!isOver()) {
            Touch same = new Touch(clock, touch.event, touch.channel, logDimensions);
            System.arraycopy(touch.dimensions, 0, same.dimensions, 0, logDimensions);
            same.value = touch.value;
            touches.add(same);
            pause(1);
        }
    }

    /** Whether it can be done in the channel of the visit. */
    boolean isAtHand(Act act) {
        return act.recipes().stream()
                .anyMatch(recipe ->
                        recipe.channels().isEmpty() || recipe.channels().contains(channel));
    }

    private String channelFor(Recipe recipe) {
        if (recipe.channels().isEmpty() || recipe.channels().contains(channel)) {
            return channel;
        }
        return recipe.channels().contains(persona.channel())
                ? persona.channel()
                : recipe.channels().get((int) (otherwise * recipe.channels().size()));
    }
}
