package io.parcours.conformance;

import io.parcours.journey.Conversions;
import io.parcours.journey.TouchpointColumn;
import io.parcours.survey.SurveyReading;
import java.io.Serializable;
import java.util.List;

/**
 * What is asked of journeys.
 *
 * @param stages the expected stages
 * @param breakdowns by what journeys are counted once more
 * @param conversions what converts a journey
 * @param surveys what tells how satisfied customers were
 */
record ConformancePlan(
        ExpectedStages stages, List<TouchpointColumn> breakdowns, Conversions conversions, SurveyReading surveys)
        implements Serializable {

    ConformancePlan {
        breakdowns = List.copyOf(breakdowns);
    }
}
