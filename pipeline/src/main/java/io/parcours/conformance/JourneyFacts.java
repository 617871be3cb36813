package io.parcours.conformance;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;

/**
 * What is known of a journey beside how it went.
 *
 * @param history the customer's history
 * @param journey the journey
 * @param customerHash the hash of the customer's id
 * @param isConverted whether it converted
 * @param answers how many surveys were answered in it
 * @param satisfaction the sum of their scores as parts of their scales
 */
record JourneyFacts(
        CustomerHistory history,
        Span journey,
        long customerHash,
        boolean isConverted,
        int answers,
        double satisfaction) {}
