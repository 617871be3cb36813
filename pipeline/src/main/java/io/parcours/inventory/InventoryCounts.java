package io.parcours.inventory;

import io.parcours.journey.BoundedNames;
import io.parcours.journey.BreakdownGroups;
import io.parcours.journey.Conversions;
import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.survey.SurveyAnswer;
import io.parcours.survey.SurveyReading;
import io.parcours.touchpoint.Labels;
import java.util.ArrayList;
import java.util.List;

/** What is counted of every channel, stage and event, in everything and in each value of each breakdown. */
public final class InventoryCounts implements Counts<InventoryCounts> {
    private static final long serialVersionUID = 1L;

    private final Conversions conversions;
    private final SurveyReading surveys;
    private final BreakdownGroups groups;
    /** Channel and event, and the position of the stage. */
    private final BoundedNames names;

    private final InventoryCells cells = new InventoryCells();
    /** The tallies with touchpoints of the customer at hand, and the totals; empty between customers. */
    private final List<InventoryTally> openTallies = new ArrayList<>();

    private final List<InventoryTally> openTotals = new ArrayList<>();
    private long journeys;
    private long sessions;

    InventoryCounts(Conversions conversions, SurveyReading surveys, BreakdownGroups groups, BoundedNames names) {
        this.conversions = conversions;
        this.surveys = surveys;
        this.groups = groups;
        this.names = names;
    }

    @Override
    public void add(CustomerHistory history) {
        List<Span> sessionSpans = history.sessions();
        int session = 0;
        for (int j = 0; j < history.journeys().size(); j++) {
            Span journey = history.journeys().get(j);
            boolean isConverted = conversions.isConverted(history, journey);
            journeys++;
            for (int i = journey.from(); i < journey.to(); i++) {
                while (sessionSpans.get(session).to() <= i) {
                    session++;
                }
                add(history, journey, i, sessions + session + 1, isConverted);
            }
        }
        sessions += sessionSpans.size();
        addAnswers(history);
        closeCustomer();
    }

    private void add(CustomerHistory history, Span journey, int index, long session, boolean isConverted) {
        int name = name(history, index);
        for (int breakdown = 0; breakdown < groups.breakdowns(); breakdown++) {
            int group = groups.of(history, index, breakdown);
            InventoryTally total = opened(cells.total(group), openTotals);
            InventoryTally tally = opened(cells.tally(group, name), openTallies);
            total.add(journeys, session, isConverted, history.value(index));
            tally.add(journeys, session, isConverted, history.value(index));
            if (index == journey.from()) {
                total.addFirstTouch();
                tally.addFirstTouch();
            }
            if (index == journey.to() - 1 && !journey.isOpen()) {
                total.addLastTouch();
                tally.addLastTouch();
            }
        }
    }

    private void addAnswers(CustomerHistory history) {
        for (SurveyAnswer answer : surveys.answers(history)) {
            if (answer.isAnswered() && answer.isAboutTouchpoint()) {
                int name = name(history, answer.about());
                for (int breakdown = 0; breakdown < groups.breakdowns(); breakdown++) {
                    int group = groups.of(history, answer.about(), breakdown);
                    cells.total(group).addAnswer(answer.satisfaction());
                    cells.tally(group, name).addAnswer(answer.satisfaction());
                }
            }
        }
    }

    private void closeCustomer() {
        openTallies.forEach(InventoryTally::closeCustomer);
        openTotals.forEach(InventoryTally::closeCustomer);
        openTallies.clear();
        openTotals.clear();
        if (names.isCrowded()) {
            cells.renumber(names.fold());
        }
    }

    @Override
    public void merge(InventoryCounts other) {
        cells.merge(other.cells, groups.merge(other.groups), names.merge(other.names));
        if (names.isCrowded()) {
            cells.renumber(names.fold());
        }
    }

    /** Folds names until no more are kept than may be. */
    void settle() {
        if (names.isOverLimit()) {
            cells.renumber(names.fold());
        }
    }

    BreakdownGroups groups() {
        return groups;
    }

    BoundedNames names() {
        return names;
    }

    InventoryCells cells() {
        return cells;
    }

    private int name(CustomerHistory history, int index) {
        return names.of(Labels.orNone(history.channel(index)), history.event(index), history.stage(index));
    }

    private static InventoryTally opened(InventoryTally tally, List<InventoryTally> open) {
        if (!tally.hasOpenCustomer()) {
            open.add(tally);
        }
        return tally;
    }
}
