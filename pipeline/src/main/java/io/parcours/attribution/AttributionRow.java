package io.parcours.attribution;

import io.parcours.stats.Interval;

/**
 * What a model credits a name with; null where there is no figure.
 *
 * @param by what is credited
 * @param model by which model
 * @param name the name
 * @param conversions the conversions credited
 * @param conversionsInterval their interval
 * @param share the conversions as a part of all
 * @param shareInterval its interval
 * @param value the value credited
 * @param valueInterval its interval
 * @param removalEffect the part of conversions lost without the name
 * @param touches the touches with this name
 * @param customers the customers with such a touch
 * @param cost what was spent
 * @param costPerConversion by conversion credited
 * @param returnOnCost the value credited by cost
 * @param note what keeps a figure from being there
 */
record AttributionRow(
        String by,
        String model,
        String name,
        Double conversions,
        Interval conversionsInterval,
        Double share,
        Interval shareInterval,
        Double value,
        Interval valueInterval,
        Double removalEffect,
        Long touches,
        Long customers,
        Double cost,
        Double costPerConversion,
        Double returnOnCost,
        String note) {}
