package io.parcours.journey;

import io.parcours.condition.TouchpointCondition;
import java.io.Serializable;

/**
 * A stage of the lifecycle, such as consideration: a touchpoint belongs to the first stage of the map that matches it.
 *
 * @param name the stage's name
 * @param condition what a touchpoint must be to belong to it
 */
public record Stage(String name, TouchpointCondition condition) implements Serializable {}
