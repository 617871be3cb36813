package io.parcours.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The model markov over counted paths, in an order of its own that no merging shows in. */
final class MarkovModel {
    private static final int CONVERSION = -1;
    private static final int NOTHING = -2;

    private final PathStates counted;
    /** By the counted number of a state, its place; place 0 is the beginning of a path. */
    private final int[] places;
    /** By the name's rank: the places of the states that end with it. */
    private final int[][] statesOfName;
    /** The counted transitions in order. */
    private final int[] transitions;
    /** By place in that order: the place of the state it leaves. */
    private final int[] froms;
    /** And of the state it leads to, or what it ends in. */
    private final int[] tos;

    /**
     * Orders what was counted.
     *
     * @param ranks by the number of a name: its rank among all names, 0 for the first
     */
    MarkovModel(PathStates counted, int[] ranks) {
        this.counted = counted;
        Integer[] order = IntStream.range(0, counted.states().count()).boxed().toArray(Integer[]::new);
        int[][] ranked = new int[order.length][];
        for (int state = 0; state < ranked.length; state++) {
            ranked[state] = Arrays.stream(counted.states().names(state))
                    .map(name -> ranks[name])
                    .toArray();
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
        int[] ordered = ordered(ranks);
        this.transitions = ordered;
        this.froms = Arrays.stream(ordered)
                .map(transition -> places[counted.from(transition)])
                .toArray();
        this.tos = Arrays.stream(ordered).map(this::placeAfter).toArray();
    }

    private int[] ordered(int[] ranks) {
        return IntStream.range(0, counted.transitions())
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

    private int placeAfter(int transition) {
        int next = counted.next(transition);
        if (isEnd(next)) {
            return next == PathStates.CONVERSION ? CONVERSION : NOTHING;
        }
        return places[counted.states().follower(counted.from(transition), next)];
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
        for (int i = 0; i < transitions.length; i++) {
            double drawn = times[counted.group(transitions[i])];
            if (drawn > 0) {
                double count = drawn * counted.count(transitions[i]);
                left[froms[i]] += count;
                if (tos[i] == CONVERSION) {
                    conversions[froms[i]] += count;
                    values[froms[i]] += drawn * counted.value(transitions[i]);
                } else if (tos[i] != NOTHING) {
                    flows[froms[i]][tos[i]] += count;
                }
            }
        }
        double allConversions = sum(conversions);
        double allValues = sum(values);
        for (int from = 0; from < size; from++) {
            if (left[from] > 0) {
                divide(flows[from], left[from]);
                conversions[from] /= left[from];
                values[from] /= left[from];
            }
        }
        return RemovalEffects.of(
                new AbsorbingChain(flows), conversions, values, statesOfName, allConversions, allValues);
    }

    private static void divide(double[] numbers, double divisor) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] /= divisor;
        }
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
