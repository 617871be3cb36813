package io.parcours.sample.fitted;

import java.util.List;

/**
 * Something people do, with the ways to do it.
 *
 * @param event its event
 * @param recipes the ways; at least one
 */
record Act(String event, List<Recipe> recipes) {
    Act {
        recipes = List.copyOf(recipes);
    }
}
