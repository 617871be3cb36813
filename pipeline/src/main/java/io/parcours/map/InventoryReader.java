package io.parcours.map;

import io.parcours.inventory.InventoryRules;

/** Reads what is listed beside every channel, stage and event. */
final class InventoryReader {
    private InventoryReader() {}

    static InventoryRules read(MapValue value, CutColumns columns) {
        // The channel is among the list's own columns.
        return new InventoryRules(columns.withoutChannel().breakdown(MapFields.of(value, MapKeys.INVENTORY)));
    }
}
