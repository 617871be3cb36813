package io.parcours.funnel;

import io.parcours.condition.TouchpointCondition;
import java.io.Serializable;

/**
 * A step of a funnel.
 *
 * @param name its name in reports, unique in the funnel; default: its event, a repeat becoming {@code event 2}
 * @param condition what a touchpoint must be to serve it
 */
public record FunnelStep(String name, TouchpointCondition condition) implements Serializable {}
