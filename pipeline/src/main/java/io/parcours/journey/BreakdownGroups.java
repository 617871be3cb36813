package io.parcours.journey;

import io.parcours.touchpoint.Labels;
import io.parcours.touchpoint.Utf8Order;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a report is broken down by: everything together first, then each value of each breakdown. A group is one of these,
 * numbered in order of first appearance. Values are never folded or cut; a missing one is {@code (none)}.
 */
public final class BreakdownGroups implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> names = new ArrayList<>();
    /** By breakdown: the number of its dimension; of everything together none. */
    private final int[] dimensions;

    private final TextCodes values = new TextCodes();
    /** Breakdown and value, by group. */
    private final PairCodes groups = new PairCodes();

    /**
     * No group yet.
     *
     * @param breakdowns by which dimensions it is broken down
     * @param all all that histories answer as dimensions, in their order
     * @throws IllegalArgumentException where a breakdown is not among them
     */
    public BreakdownGroups(List<String> breakdowns, List<String> all) {
        names.add(Labels.ALL);
        names.addAll(breakdowns);
        dimensions = names.stream().mapToInt(all::indexOf).toArray();
        dimensions[0] = -1;
        for (int breakdown = 1; breakdown < dimensions.length; breakdown++) {
            if (dimensions[breakdown] < 0) {
                throw new IllegalArgumentException("no dimension: " + names.get(breakdown));
            }
        }
    }

    /** How many breakdowns there are, everything together (number 0) among them. */
    public int breakdowns() {
        return dimensions.length;
    }

    /** How many groups were met. */
    public int count() {
        return groups.count();
    }

    /** The group of a touchpoint in a breakdown; {@link #count()} as it was before where it was not met before. */
    public int of(CustomerHistory history, int index, int breakdown) {
        String value = breakdown == 0 ? Labels.ALL : Labels.orNone(history.dimension(index, dimensions[breakdown]));
        return groups.of(breakdown, values.of(value));
    }

    /** Adds the groups met elsewhere; by their number there, the number here. */
    public int[] merge(BreakdownGroups other) {
        int[] mapped = new int[other.count()];
        for (int group = 0; group < mapped.length; group++) {
            mapped[group] = groups.of(other.groups.first(group), values.of(other.value(group)));
        }
        return mapped;
    }

    /** The name of the group's breakdown. */
    public String breakdown(int group) {
        return names.get(groups.first(group));
    }

    /** The value that the group shares. */
    public String value(int group) {
        return values.text(groups.second(group));
    }

    /** All groups in the order of reports: by breakdown as the map lists them, then by value. */
    public List<Integer> inOrder() {
        return IntStream.range(0, count())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(groups::first)
                        .thenComparing(this::value, Utf8Order.COMPARATOR))
                .toList();
    }
}
