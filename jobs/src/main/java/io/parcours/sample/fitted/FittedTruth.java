package io.parcours.sample.fitted;

import io.parcours.map.JourneyMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All that is known of the log: what every customer really did, added up. */
final class FittedTruth {
    private final Judge judge;
    private final Columns columns;
    private final boolean isKnownById;
    final HistoryTruth histories;
    final SurveyTruth surveys;
    final TriggerTruth triggers;
    final SegmentTruth segments;
    final PlantCounts plants = new PlantCounts();
    long accepted;
    long filtered;
    long repeated;

    FittedTruth(JourneyMap map, Judge judge, PlayTime time, Columns columns) {
        this.judge = judge;
        this.columns = columns;
        this.isKnownById = columns.columnOf(Columns.EVENT_ID) >= 0;
        this.histories = new HistoryTruth(map, judge, time);
        this.surveys = new SurveyTruth(map, judge);
        this.triggers = new TriggerTruth(map, judge, time);
        this.segments = new SegmentTruth(map, judge, surveys, time);
    }

    /** Adds the records of a customer; their times and texts are those of the log. */
    void add(Persona persona, List<Touch> records) {
        judge.customer(persona.id(), persona.attributes());
        List<Touch> touches = new ArrayList<>();
        Set<List<String>> contents = new HashSet<>();
        for (Touch touch : records) {
            if (!judge.isKept(touch)) {
                filtered++;
            } else if (!isKnownById && !contents.add(java.util.Arrays.asList(columns.row(touch, persona.id())))) {
                repeated++;
            } else {
                touch.stage = judge.stageOf(touch);
                touches.add(touch);
            }
        }
        if (touches.isEmpty()) {
            return;
        }
        accepted += touches.size();
        touches.sort(HistoryTruth.ORDER);
        histories.add(touches);
        surveys.add(touches);
        triggers.add(touches);
        segments.add(persona, touches);
    }
}
