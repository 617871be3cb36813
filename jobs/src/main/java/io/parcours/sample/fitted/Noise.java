package io.parcours.sample.fitted;

import io.parcours.ingest.InputRules;
import io.parcours.map.JourneyMap;
import io.parcours.sample.LogFormat;
import io.parcours.sample.SampleRules;
import io.parcours.survey.SurveyRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Mixes into the log what real ones have besides: exact duplicates and bad records, each with one fault. */
final class Noise {
    private static final double DUPLICATES = 0.007;
    private static final int RECORDS_PER_FAULT = 250;

    private final List<Fault> faults = new ArrayList<>();
    private final Map<Fault, Long> rejected = new EnumMap<>(Fault.class);
    private final Columns columns;
    private final RowWriter writer;
    private final boolean isOn;
    private final boolean hasDuplicates;
    private final Map<String, Double> beyond = new TreeMap<>();
    private final Map<String, Integer> scoreFields = new TreeMap<>();
    private long duplicates;
    private long written;
    private int nextFault;

    Noise(JourneyMap map, FittedRules rules, Columns columns, Repertoire repertoire, RowWriter writer) {
        this.columns = columns;
        this.writer = writer;
        this.isOn = rules.noise() == SampleRules.Noise.WITH_NOISE;
        this.hasDuplicates = map.input().duplicates() == InputRules.Duplicates.DROP;
        faults.addAll(List.of(Fault.NO_CUSTOMER, Fault.NO_EVENT));
        boolean isText = rules.format() == LogFormat.CSV || rules.format() == LogFormat.JSON;
        faults.add(isText ? Fault.WORD_TIMESTAMP : Fault.NO_TIMESTAMP);
        if (isText && columns.columnOf(Columns.VALUE) >= 0) {
            faults.add(Fault.WORD_VALUE);
        }
        if (isText && (rules.format() == LogFormat.JSON || map.input().csv().hasHeader())) {
            faults.addAll(List.of(Fault.CUT_SHORT, Fault.TOO_LONG));
        }
        scores(map, repertoire);
        if (!beyond.isEmpty()) {
            faults.add(Fault.HIGH_SCORE);
        }
    }

    /** Which event's score stands where, and what is above its scale. */
    private void scores(JourneyMap map, Repertoire repertoire) {
        List<SurveyRules> surveys = map.features().surveys();
        for (int i = 0; i < surveys.size(); i++) {
            SurveyRules survey = surveys.get(i);
            boolean isValue = survey.score().equals(SurveyRules.VALUE);
            int field = isValue
                    ? Columns.VALUE
                    : Columns.FIRST_DIMENSION + map.input().dimensions().indexOf(survey.score());
            for (Recipe recipe : repertoire.surveys.get(i)) {
                if (survey.touchpoints().whereClause().isEmpty() && columns.columnOf(field) >= 0) {
                    beyond.putIfAbsent(recipe.event(), survey.high() + 1);
                    scoreFields.putIfAbsent(recipe.event(), field);
                }
            }
        }
    }

    /** Writes a record, now and then twice, now and then a bad one after it. */
    void write(Touch touch, String customer, Chance chance) throws IOException {
        String[] row = columns.row(touch, customer);
        writer.write(row);
        written++;
        if (!isOn) {
            return;
        }
        if (hasDuplicates && chance.is(DUPLICATES)) {
            writer.write(row);
            duplicates++;
        }
        boolean isDue = written % RECORDS_PER_FAULT == 0;
        Fault due = faults.get(nextFault % faults.size());
        if (isDue && due == Fault.HIGH_SCORE && !beyond.containsKey(touch.event)) {
            nextFault++;
            due = faults.get(nextFault % faults.size());
        }
        if (isDue || due == Fault.HIGH_SCORE && beyond.containsKey(touch.event)) {
            nextFault++;
            writeBad(touch, customer, due);
        }
    }

    private void writeBad(Touch touch, String customer, Fault fault) throws IOException {
        String id = touch.id;
        touch.id = id + "-bad";
        String[] row = columns.row(touch, customer);
        touch.id = id;
        rejected.merge(fault, 1L, Long::sum);
        if (fault.isOfText()) {
            writer.writeBroken(row, fault);
            return;
        }
        switch (fault) {
            case NO_CUSTOMER -> row[columns.columnOf(Columns.CUSTOMER_ID)] = null;
            case NO_EVENT -> row[columns.columnOf(Columns.EVENT)] = null;
            case WORD_TIMESTAMP -> row[columns.columnOf(Columns.OCCURRED_AT)] = "yesterday";
            case NO_TIMESTAMP -> row[columns.columnOf(Columns.OCCURRED_AT)] = null;
            case WORD_VALUE -> row[columns.columnOf(Columns.VALUE)] = "twelve";
            default -> row[columns.columnOf(scoreFields.get(touch.event))] = Numbers.plain(beyond.get(touch.event));
        }
        writer.write(row);
    }

    long duplicates() {
        return duplicates;
    }

    /** How many bad records of each reason; reasons that do not occur are absent. */
    Map<String, Long> rejectedByReason() {
        Map<String, Long> byReason = new TreeMap<>();
        rejected.forEach((fault, count) -> byReason.merge(fault.reason(), count, Long::sum));
        return byReason;
    }
}
