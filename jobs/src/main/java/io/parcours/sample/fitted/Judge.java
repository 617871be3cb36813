package io.parcours.sample.fitted;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.ConditionRow;
import io.parcours.condition.TouchpointCondition;
import io.parcours.condition.Verdict;
import io.parcours.condition.Where;
import io.parcours.journey.Stage;
import io.parcours.map.JourneyMap;
import java.util.List;

/** Says of one touch of the present customer which of the map's conditions it meets. */
final class Judge implements ConditionRow {
    private static final long MICROS = 1_000_000;

    private final List<Stage> stages;
    private final Where filter;
    private final int logDimensions;
    private String customer = "";
    private String[] attributes = {};
    private Touch touch;
    private int stage;

    Judge(JourneyMap map) {
        this.stages = map.journey().stages();
        this.filter = map.input().whereClause().orElse(null);
        this.logDimensions = map.input().dimensions().size();
    }

    /** Whose touches come next. */
    void customer(String id, String[] attributesOfCustomer) {
        customer = id;
        attributes = attributesOfCustomer;
    }

    /** The first stage that matches, or -1. */
    int stageOf(Touch candidate) {
        for (int i = 0; i < stages.size(); i++) {
            if (holds(stages.get(i).condition(), candidate, -1)) {
                return i;
            }
        }
        return -1;
    }

    boolean holds(TouchpointCondition condition, Touch candidate, int stageOfIt) {
        if (!condition.events().isEmpty() && !condition.events().contains(candidate.event)) {
            return false;
        }
        if (!condition.channels().isEmpty()
                && (candidate.channel == null || !condition.channels().contains(candidate.channel))) {
            return false;
        }
        if (condition.stage() != null
                && (stageOfIt < 0 || !stages.get(stageOfIt).name().equals(condition.stage()))) {
            return false;
        }
        return condition.where() == null || test(condition.where(), candidate, stageOfIt);
    }

    /** Whether the map's input keeps such a record. */
    boolean isKept(Touch candidate) {
        return filter == null || test(filter, candidate, -1);
    }

    private boolean test(Where where, Touch candidate, int stageOfIt) {
        touch = candidate;
        stage = stageOfIt;
        return where.test(this) == Verdict.HOLDS;
    }

    @Override
    public String text(int column) {
        return switch (column) {
            case ConditionColumns.CUSTOMER_ID -> customer;
            case ConditionColumns.EVENT -> touch.event;
            case ConditionColumns.CHANNEL -> touch.channel;
            case ConditionColumns.EVENT_ID -> touch.id;
            case ConditionColumns.STAGE -> stage < 0 ? null : stages.get(stage).name();
            default -> dimension(column - ConditionColumns.FIRST_DIMENSION);
        };
    }

    private String dimension(int number) {
        if (number < logDimensions) {
            return touch.dimensions[number];
        }
        int attribute = number - logDimensions;
        return attribute < attributes.length ? attributes[attribute] : null;
    }

    @Override
    public double number(int column) {
        return touch.value;
    }

    @Override
    public long instant(int column) {
        return touch.time * MICROS;
    }
}
