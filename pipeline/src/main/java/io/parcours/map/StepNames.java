package io.parcours.map;

import io.parcours.condition.TouchpointCondition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of a funnel's steps: those given, and for the others what they ask for, numbered where that repeats. */
final class StepNames {
    private final List<String> names = new ArrayList<>();
    private final Set<Integer> derived = new HashSet<>();
    private final Set<String> given = new HashSet<>();

    /** The next step has a name of its own. */
    void take(String name, MapValue place) {
        if (!given.add(name) && !name.isEmpty()) {
            place.refuse("there are two steps named " + Shown.quoted(name));
        }
        names.add(name);
    }

    /** The next step has none. */
    void derive(TouchpointCondition condition) {
        derived.add(names.size());
        names.add(described(condition));
    }

    /** Every step's name; a derived one that is taken becomes {@code product_view 2}. */
    List<String> inOrder() {
        Set<String> taken = new HashSet<>(given);
        List<String> result = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            for (int repeat = 2; derived.contains(i) && taken.contains(name); repeat++) {
                name = names.get(i) + " " + repeat;
            }
            taken.add(name);
            result.add(name);
        }
        return result;
    }

    private static String described(TouchpointCondition condition) {
        if (!condition.events().isEmpty()) {
            return String.join("|", condition.events());
        }
        if (condition.stage() != null) {
            return condition.stage();
        }
        return condition.channels().isEmpty() && condition.where() != null
                ? condition.where().text()
                : String.join("|", condition.channels());
    }
}
