package io.parcours.journey;

import io.parcours.stats.KaplanMeier;

/** A row of {@code survival}; {@link SurvivalReport} says what the parts mean. */
public record SurvivalRow(String curve, String group, KaplanMeier.Point point) {}
