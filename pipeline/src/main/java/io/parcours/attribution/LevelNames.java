package io.parcours.attribution;

import io.parcours.touchpoint.Utf8Order;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The names of a level in the order of their texts, each with the place it has in the report: place 0 is for what no name
 * is credited with, then come the names listed; the last place is for the others where there are more than are listed.
 */
final class LevelNames {
    /** In place of a name: conversions without a touch. */
    static final String UNATTRIBUTED = "(unattributed)";

    /** So many names are listed, those with the most touches. */
    static final int MOST_LISTED = GroupCredits.MOST_NAMES;

    private final List<String> listed;
    private final boolean hasOthers;
    private final int[] ranks;
    private final int[] places;

    /**
     * Orders names.
     *
     * @param names the names by number
     * @param touches by number: how many touches a name has
     * @param extra names that are listed though they may have no touch
     */
    LevelNames(TouchNames names, long[] touches, List<String> extra) {
        extra.forEach(names::of);
        int count = names.count();
        long[] known = Arrays.copyOf(touches, count + 1);
        int[] byText = sorted(count, Comparator.comparing(names::name, Utf8Order.COMPARATOR));
        ranks = new int[count + 1];
        for (int rank = 0; rank < count; rank++) {
            ranks[byText[rank]] = rank;
        }
        int[] byTouches = sorted(
                count, Comparator.comparingLong((Integer name) -> -known[name]).thenComparingInt(name -> ranks[name]));
        boolean[] isListed = new boolean[count + 1];
        Arrays.stream(byTouches)
                .filter(name -> !names.name(name).equals(TouchNames.OTHER))
                .limit(MOST_LISTED)
                .forEach(name -> isListed[name] = true);
        int[] chosen = Arrays.stream(byText).filter(name -> isListed[name]).toArray();
        listed = Arrays.stream(chosen).mapToObj(names::name).toList();
        hasOthers = chosen.length < count;
        places = new int[count + 1];
        Arrays.fill(places, chosen.length + 1);
        places[0] = 0;
        for (int i = 0; i < chosen.length; i++) {
            places[chosen[i]] = i + 1;
        }
    }

    private static int[] sorted(int count, Comparator<Integer> order) {
        return IntStream.rangeClosed(1, count)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** By the number of a name: its rank in the order of texts, 0 for the first. */
    int[] ranks() {
        return ranks.clone();
    }

    /** How many numbers there are, with that of no name. */
    int numbers() {
        return places.length;
    }

    int place(int number) {
        return places[number];
    }

    int places() {
        return listed.size() + (hasOthers ? 2 : 1);
    }

    String nameAt(int place) {
        if (place == 0) {
            return UNATTRIBUTED;
        }
        return place > listed.size() ? TouchNames.OTHER : listed.get(place - 1);
    }

    /** Whether a place is for names that are not listed. */
    boolean isOthers(int place) {
        return place > listed.size();
    }
}
