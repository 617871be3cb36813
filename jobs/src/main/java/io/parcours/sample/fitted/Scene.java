package io.parcours.sample.fitted;

import io.parcours.map.JourneyMap;
import io.parcours.sample.LogFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A map made ready to be played. */
final class Scene {
    /** The customer whose last touchpoint is the log's last, so that the end of the log is known beforehand. */
    static final int LAST_CUSTOMER = 1;

    private static final int MOST_TOUCHES = 2000;

    final JourneyMap map;
    final PlayTime time;
    final Vocabulary words;
    final Repertoire repertoire;
    final Plants plants;
    final Columns columns;
    final Casting casting;
    final FittedTruth truth;
    private final List<String> notes;
    private final Walk walk;
    private final Play play;
    private final Pauses pauses;

    Scene(JourneyMap map, FittedRules rules) {
        this.map = map;
        time = new PlayTime(map, rules);
        words = new Vocabulary(map);
        Judge judge = new Judge(map);
        Solver solver = new Solver(map, words, judge, time);
        repertoire = new Repertoire(map, solver, judge);
        notes = solver.notes();
        if (repertoire.levels.isEmpty()) {
            throw new IllegalArgumentException("no stage and no step of the map can be met: " + notes.get(0));
        }
        plants = new Plants(map, repertoire, words, rules.seed());
        columns = new Columns(
                map, time, rules.format() == LogFormat.CSV && !map.input().csv().hasHeader());
        casting = new Casting(map, words, plants);
        truth = new FittedTruth(map, judge, time, columns);
        pauses = new Pauses(map, time);
        walk = new Walk(map, time, pauses, words, new Details(map, repertoire, plants, words));
        Incidents incidents = new Incidents(map, repertoire, plants, walk, pauses, truth.plants);
        play = new Play(repertoire, plants, walk, incidents, truth.plants);
    }

    /** What of the map the log cannot show, a line each. */
    List<String> notes() {
        return notes;
    }

    /** All records of a customer in the order in which they came, as a reader of the log will see them. */
    List<Touch> walk(Persona persona, Chance chance) {
        boolean isLast = persona.number() == LAST_CUSTOMER;
        long length = time.end() - time.start();
        long last = isLast ? time.end() - 2 * PlayTime.HOUR : time.end();
        long first = time.start() + (long) (length * chance.between(0, 0.95));
        int secondOfDay = (int) (7 * PlayTime.HOUR + chance.roll(54_000));
        walk.begin(persona, chance, Math.max(time.start(), time.atDaytime(first, secondOfDay)), last);
        for (int journey = 0; journey < persona.journeys() && walk.touches.size() < MOST_TOUCHES; journey++) {
            if (journey > 0) {
                walk.pause(pauses.betweenJourneys(chance));
                walk.newJourney();
            }
            if (walk.isOver()) {
                break;
            }
            play.play();
        }
        if (isLast) {
            walk.extend(time.end());
            walk.add(repertoire.levels.get(0).acts().get(0).recipes());
        }
        return settled(persona);
    }

    private List<Touch> settled(Persona persona) {
        List<Touch> records = new ArrayList<>(walk.touches);
        for (int i = 0; i < records.size(); i++) {
            Touch touch = records.get(i);
            touch.id = String.format(Locale.ROOT, "%s-%05d", persona.id(), i + 1);
            columns.settle(touch, persona.id());
        }
        return records;
    }
}
