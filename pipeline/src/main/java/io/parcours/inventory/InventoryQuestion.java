package io.parcours.inventory;

import io.parcours.journey.AsOf;
import io.parcours.journey.BoundedNames;
import io.parcours.journey.BreakdownGroups;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Conversions;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Question;
import io.parcours.journey.Stage;
import io.parcours.survey.SurveyReading;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;

/** Which touchpoints are there, and what are they worth? Answered by the table {@code touchpoint_inventory}. */
public final class InventoryQuestion implements Question<InventoryCounts> {
    private static final long serialVersionUID = 1L;

    /** So many triples of channel, stage and event are listed one by one. */
    static final int LISTED_TRIPLES = 50_000;

    private final InventoryRules rules;
    private final ArrayList<String> stages;
    private final Conversions conversions;
    private final SurveyReading surveys;
    private final ArrayList<String> dimensions;
    private final int listed;

    /**
     * Journeys that convert by the journey's conversion, which the index knows.
     *
     * @param dimensions what histories answer as dimensions, in their order
     */
    public InventoryQuestion(
            InventoryRules rules,
            JourneyRules journey,
            ConditionIndex index,
            SurveyReading surveys,
            List<String> dimensions) {
        this(rules, journey, new Conversions(journey, index), surveys, dimensions, LISTED_TRIPLES);
    }

    InventoryQuestion(
            InventoryRules rules,
            JourneyRules journey,
            Conversions conversions,
            SurveyReading surveys,
            List<String> dimensions,
            int listed) {
        this.rules = rules;
        this.stages = new ArrayList<>(journey.stages().stream().map(Stage::name).toList());
        this.conversions = conversions;
        this.surveys = surveys;
        this.dimensions = new ArrayList<>(dimensions);
        this.listed = listed;
    }

    /** The tables it gives rows to. */
    public static List<ReportTable<?>> tables() {
        return List.of(InventoryReport.TABLE);
    }

    @Override
    public InventoryCounts begin(AsOf asOf) {
        return new InventoryCounts(
                conversions, surveys, new BreakdownGroups(rules.breakdown(), dimensions), new BoundedNames(listed));
    }

    @Override
    public List<TableContent<?>> report(InventoryCounts counts) {
        return List.of(InventoryReport.of(counts, stages));
    }
}
