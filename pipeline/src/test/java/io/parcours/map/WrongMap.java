package io.parcours.map;

import java.util.ArrayList;
import java.util.List;

/**
 * A wrong map of wrong-maps.txt. A case there is a title after {@code ###}, the map, {@code --->} and the lines that
 * tell what is wrong. {@code ### ... (meaning)} marks what only the meaning shows, so that no schema can refuse it.
 */
record WrongMap(String title, String map, List<String> lines) {

    boolean isSeenByASchema() {
        return !title.endsWith("(meaning)");
    }

    static List<WrongMap> all() {
        List<WrongMap> all = new ArrayList<>();
        for (String block : MapResources.read("wrong-maps.txt").split("(?m)^### ")) {
            if (!block.isBlank()) {
                int end = block.indexOf('\n');
                String[] halves = block.substring(end + 1).split("(?m)^--->\n", 2);
                all.add(new WrongMap(
                        block.substring(0, end),
                        halves[0],
                        halves[1].strip().lines().toList()));
            }
        }
        return all;
    }
}
