package io.parcours.inventory;

import java.io.Serializable;
import java.util.List;

/**
 * What is listed beside every channel, stage and event.
 *
 * @param breakdown dimensions, or {@code segment}, by whose values everything is listed once more; default none
 */
public record InventoryRules(List<String> breakdown) implements Serializable {

    public InventoryRules {
        breakdown = List.copyOf(breakdown);
    }
}
