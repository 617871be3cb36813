package io.parcours.churn;

import io.parcours.condition.TouchpointCondition;
import java.io.Serializable;

/**
 * Touchpoints that may tell of a customer about to leave, such as contacts with support or bad scores in a survey.
 *
 * @param name what reports call it
 * @param condition which touchpoints they are
 */
public record ChurnSignal(String name, TouchpointCondition condition) implements Serializable {}
