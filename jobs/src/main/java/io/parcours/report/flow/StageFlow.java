package io.parcours.report.flow;

import io.parcours.report.chart.Ink;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many journeys go from which stage to which, by the place of the stage in the journey's path: the sums over the
 * paths that have it there. A journey whose path ends is, one column further, among those that converted or those that
 * did not; a journey with more than {@link #POSITIONS} stages is among those that go on.
 */
final class StageFlow {
    /** How many stages of a path are told apart by their place. */
    static final int POSITIONS = 5;

    /** What a smaller part of all journeys has in a column is gathered there. */
    static final double SMALL = 0.01;

    /** What a node stands for, in the order from top to bottom. */
    enum Kind {
        START,
        STAGE,
        OTHER,
        NO_STAGE,
        FURTHER,
        CONVERTED,
        NOT_CONVERTED
    }

    /**
     * What journeys go through.
     *
     * @param column 0 for the start, then the place in the path
     * @param stage the number among {@link #stages()}; 0 where it is no stage of its own
     */
    record Node(int column, Kind kind, int stage) implements Comparable<Node> {
        private static final Comparator<Node> ORDER =
                Comparator.comparingInt(Node::column).thenComparing(Node::kind).thenComparingInt(Node::stage);

        @Override
        public int compareTo(Node other) {
            return ORDER.compare(this, other);
        }
    }

    /** From one node to another in the next column. */
    record Step(Node from, Node to) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            int order = from.compareTo(other.from);
            return order != 0 ? order : to.compareTo(other.to);
        }
    }

    private final List<String> stages;
    private final Map<List<Node>, Long> ways = new HashMap<>();
    private final Map<Node, Long> nodes = new TreeMap<>();
    private final Map<Step, Long> steps = new TreeMap<>();
    private long journeys;
    private long converted;

    private StageFlow(List<String> stages) {
        this.stages = List.copyOf(stages);
    }

    /**
     * The flow of the paths of a table.
     *
     * @param inOrder the stages of the map; the most frequent of them, as many as can be told apart, are shown in this order
     */
    static StageFlow of(WrittenTable paths, List<String> inOrder) {
        StageFlow flow = new StageFlow(mostFrequent(paths, inOrder));
        paths.forEach(flow::add, "path", "journey_count", "converted_count");
        flow.gather();
        return flow;
    }

    private static List<String> mostFrequent(WrittenTable paths, List<String> inOrder) {
        if (inOrder.size() <= Ink.MOST_SERIES) {
            return inOrder;
        }
        Map<String, Long> counts = new HashMap<>();
        paths.forEach(
                row -> row.texts("path").stream()
                        .limit(POSITIONS)
                        .forEach(stage -> counts.merge(stage, row.whole("journey_count"), Long::sum)),
                "path",
                "journey_count");
        List<String> frequent = inOrder.stream()
                .sorted(Comparator.comparing((String stage) -> counts.getOrDefault(stage, 0L))
                        .reversed())
                .limit(Ink.MOST_SERIES)
                .toList();
        return inOrder.stream().filter(frequent::contains).toList();
    }

    private void add(Row row) {
        List<String> path = row.texts("path");
        long all = row.whole("journey_count");
        long won = row.whole("converted_count");
        journeys += all;
        converted += won;
        List<Node> way = new ArrayList<>();
        way.add(new Node(0, Kind.START, 0));
        for (int place = 1; place <= Math.min(path.size(), POSITIONS); place++) {
            int stage = stages.indexOf(path.get(place - 1));
            way.add(stage < 0 ? new Node(place, Kind.OTHER, 0) : new Node(place, Kind.STAGE, stage));
        }
        if (path.isEmpty()) {
            count(way, Kind.NO_STAGE, all);
        } else if (path.size() > POSITIONS) {
            count(way, Kind.FURTHER, all);
        } else {
            count(way, Kind.CONVERTED, won);
            count(way, Kind.NOT_CONVERTED, all - won);
        }
    }

    private void count(List<Node> way, Kind end, long all) {
        if (all > 0) {
            List<Node> ended = new ArrayList<>(way);
            ended.add(new Node(way.size(), end, 0));
            ways.merge(ended, all, Long::sum);
        }
    }

    private void gather() {
        Map<Node, Long> whole = new HashMap<>();
        ways.forEach((way, all) -> way.forEach(node -> whole.merge(node, all, Long::sum)));
        Map<Integer, Long> small = new HashMap<>();
        whole.forEach((node, all) -> {
            if (isSmall(node, all)) {
                small.merge(node.column(), 1L, Long::sum);
            }
        });
        ways.forEach((way, all) -> {
            Node from = null;
            for (Node node : way) {
                boolean isGathered = isSmall(node, whole.get(node))
                        && (small.get(node.column()) > 1 || whole.containsKey(other(node)));
                Node to = isGathered ? other(node) : node;
                nodes.merge(to, all, Long::sum);
                if (from != null) {
                    steps.merge(new Step(from, to), all, Long::sum);
                }
                from = to;
            }
        });
    }

    private boolean isSmall(Node node, long all) {
        return node.kind() == Kind.STAGE && all < SMALL * journeys;
    }

    private static Node other(Node node) {
        return new Node(node.column(), Kind.OTHER, 0);
    }

    /** The stages that are told apart, in the order of the map. */
    List<String> stages() {
        return stages;
    }

    /** The nodes from left to right and from top to bottom, with their journeys. */
    Map<Node, Long> nodes() {
        return nodes;
    }

    /** The steps between them in the same order, with theirs. */
    Map<Step, Long> steps() {
        return steps;
    }

    long journeys() {
        return journeys;
    }

    long converted() {
        return converted;
    }
}
