package io.parcours.map;

import java.util.ArrayList;
import java.util.List;

/**
 * What a map names beside the fields of touchpoints.
 *
 * @param dimensions the log's dimensions, which records have
 * @param attributes the attributes of customers, which touchpoints have beside them
 * @param hasSegments whether there are segments
 */
record MapNames(List<String> dimensions, List<String> attributes, boolean hasSegments) {

    MapNames {
        dimensions = List.copyOf(dimensions);
        attributes = List.copyOf(attributes);
    }

    /** What touchpoints have beside their fields, in order. */
    List<String> ofTouchpoints() {
        List<String> all = new ArrayList<>(dimensions);
        all.addAll(attributes);
        return all;
    }
}
