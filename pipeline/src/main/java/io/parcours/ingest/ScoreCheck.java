package io.parcours.ingest;

import io.parcours.condition.TouchpointCondition;
import java.io.Serializable;

/**
 * What the score of a survey's answer must be. A record that is one with another score is rejected; one without a score is
 * an invitation that nobody answered, and no fault.
 *
 * @param touchpoints which records the survey has; asks for no stage
 * @param score where the score stands: {@code value}, or a dimension of the log
 * @param low the worst score of the scale
 * @param high the best score of the scale
 * @param steps which numbers of the scale are scores
 */
public record ScoreCheck(TouchpointCondition touchpoints, String score, double low, double high, Steps steps)
        implements Serializable {

    /** The score's place that is no dimension. */
    public static final String VALUE = "value";

    /** Which numbers of a scale are scores. */
    public enum Steps {
        /** All, such as 4.5 stars. */
        ANY,
        /** Whole numbers. */
        WHOLE
    }

    /** Whether this is a score of the scale; NaN is none. */
    public boolean accepts(double number) {
        return number >= low && number <= high && (steps == Steps.ANY || Math.rint(number) == number);
    }
}
