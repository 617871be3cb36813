package io.parcours.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The model markov over counted paths, in an order of its own that no merging shows in. */
final class MarkovModel {
    private final PathStates counted;
    /** By the counted number of a state, its place; place 0 is the beginning of a path. */
    private final int[] places;
    /** By the name's rank: the places of the states that end with it. */
    private final int[][] statesOfName;
    /** The counted transitions in order. */
    private final int[] transitions;

    /**
     * Orders what was counted.
     *
     * @param ranks by the number of a name: its rank among all names, 0 for the first
     */
    MarkovModel(PathStates counted, int[] ranks) {
        this.counted = counted;
        Integer[] order = IntStream.range(0, counted.states()).boxed().toArray(Integer[]::new);
        int[][] ranked = new int[order.length][];
        for (int state = 0; state < ranked.length; state++) {
            ranked[state] =
                    Arrays.stream(counted.names(state)).map(name -> ranks[name]).toArray();
        }
        Arrays.sort(order, (one, other) -> Arrays.compare(ranked[one], ranked[other]));
        this.places = new int[order.length];
        List<List<Integer>> ofName = new ArrayList<>();
        Arrays.stream(ranks).forEach(rank -> ofName.add(new ArrayList<>()));
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
            int[] names = ranked[order[place]];
            if (names.length > 0) {
                ofName.get(names[names.length - 1]).add(place);
            }
        }
        this.statesOfName = ofName.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.transitions = IntStream.range(0, counted.transitions())
                .boxed()
                .sorted(Comparator.comparingInt((Integer transition) -> places[counted.from(transition)])
                        .thenComparingInt(transition -> {
                            int next = counted.next(transition);
                            return isEnd(next) ? next - PathStates.NOTHING - 1 : ranks[next];
                        })
                        .thenComparingInt(counted::group))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static boolean isEnd(int next) {
        return next == PathStates.CONVERSION || next == PathStates.NOTHING;
    }

    /**
     * What the chain says where each group of customers counts so many times.
     *
     * @param times by group
     */
    RemovalEffects effects(double[] times) {
        int size = places.length;
        double[][] flows = new double[size][size];
        double[] left = new double[size];
        double[] conversions = new double[size];
        double[] values = new double[size];
        for (int transition : transitions) {
            double count = times[counted.group(transition)] * counted.count(transition);
            int state = counted.from(transition);
            int next = counted.next(transition);
            int from = places[state];
            left[from] += count;
            if (next == PathStates.CONVERSION) {
                conversions[from] += count;
                values[from] += times[counted.group(transition)] * counted.value(transition);
            } else if (next != PathStates.NOTHING) {
                flows[from][places[counted.follower(state, next)]] += count;
            }
        }
        double allConversions = sum(conversions);
        double allValues = sum(values);
        for (int from = 0; from < size; from++) {
            if (left[from] > 0) {
                conversions[from] /= left[from];
                values[from] /= left[from];
                for (int to = 0; to < size; to++) {
                    flows[from][to] /= left[from];
                }
            }
        }
        return RemovalEffects.of(
                new AbsorbingChain(flows), conversions, values, statesOfName, allConversions, allValues);
    }

    /** The sum in the order of the places. */
    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
