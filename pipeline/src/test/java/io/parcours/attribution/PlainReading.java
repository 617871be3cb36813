package io.parcours.attribution;

import io.parcours.attribution.AttributionRules.Model;
import io.parcours.attribution.AttributionRules.Serves;
import io.parcours.journey.CustomerHistory;
import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** docs/attribution.md read sentence by sentence, without regard to speed. The event D converts. */
final class PlainReading {
    private static final String UNATTRIBUTED = "(unattributed)";

    private final AttributionRules rules;
    private final String by;
    private final List<Path> paths = new ArrayList<>();

    /** A path: its names, the ages in microseconds of the touches that each stands for, and how it ended. */
    private record Path(
            String customer, List<String> names, List<List<Long>> ages, boolean converts, double value, long span) {}

    PlainReading(AttributionRules rules, String by, List<CustomerHistory> histories) {
        this.rules = rules;
        this.by = by;
        histories.forEach(this::read);
    }

    private void read(CustomerHistory history) {
        List<Integer> conversions = new ArrayList<>();
        List<Integer> touches = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            boolean converts = history.event(i).equals("D");
            if (converts) {
                conversions.add(i);
            }
            if (rules.touchesIfGiven().isPresent() || !converts) {
                touches.add(i);
            }
        }
        if (conversions.isEmpty() && !touches.isEmpty()) {
            long last = history.occurredAt(touches.get(touches.size() - 1));
            add(
                    history,
                    touches.stream()
                            .filter(touch -> isWithin(history, touch, last))
                            .toList(),
                    -1);
        }
        for (int conversion : conversions) {
            List<Integer> counting = new ArrayList<>();
            for (int touch : touches) {
                boolean serves = isWithin(history, touch, history.occurredAt(conversion));
                if (rules.serves() == Serves.NEXT_CONVERSION) {
                    int next = conversions.stream()
                            .filter(c -> history.occurredAt(c) >= history.occurredAt(touch))
                            .findFirst()
                            .orElse(-1);
                    serves = serves && next == conversion;
                }
                if (serves) {
                    counting.add(touch);
                }
            }
            add(history, counting, conversion);
        }
    }

    private boolean isWithin(CustomerHistory history, int touch, long end) {
        long age = end - history.occurredAt(touch);
        return age >= 0
                && rules.lookbackIfAny()
                        .map(limit -> age <= limit.toMillis() * 1000)
                        .orElse(true);
    }

    private void add(CustomerHistory history, List<Integer> touches, int conversion) {
        List<String> names = new ArrayList<>();
        List<List<Long>> ages = new ArrayList<>();
        long end = history.occurredAt(conversion >= 0 ? conversion : touches.get(touches.size() - 1));
        for (int touch : touches) {
            String name = by.equals("event") ? history.event(touch) : history.channel(touch);
            name = name == null ? "(none)" : name;
            int at = switch (rules.transform()) {
                case AS_IS -> -1;
                case COLLAPSED ->
                    !names.isEmpty() && names.get(names.size() - 1).equals(name) ? names.size() - 1 : -1;
                case FIRST_OCCURRENCES -> names.indexOf(name);
            };
            if (at < 0) {
                names.add(name);
                ages.add(new ArrayList<>());
                at = names.size() - 1;
            }
            ages.get(at).add(end - history.occurredAt(touch));
        }
        double value = conversion < 0 || Double.isNaN(history.value(conversion)) ? 0 : history.value(conversion);
        long span = touches.isEmpty() ? 0 : end - history.occurredAt(touches.get(0));
        paths.add(new Path(history.customerId(), names, ages, conversion >= 0, value, span));
    }

    /** By name: conversions and value. */
    Map<String, double[]> credits(Model model) {
        if (model == Model.MARKOV) {
            return markov();
        }
        Map<String, double[]> credits = new HashMap<>();
        for (Path path : paths) {
            if (path.converts()) {
                shares(model, path).forEach((name, share) -> add(credits, name, share, share * path.value()));
            }
        }
        return credits;
    }

    private static void add(Map<String, double[]> credits, String name, double conversions, double value) {
        double[] credit = credits.computeIfAbsent(name, key -> new double[2]);
        credit[0] += conversions;
        credit[1] += value;
    }

    private Map<String, Double> shares(Model model, Path path) {
        int count = path.names().size();
        if (count == 0) {
            return Map.of(UNATTRIBUTED, 1.0);
        }
        double[] shares = new double[count];
        switch (model) {
            case FIRST -> shares[0] = 1;
            case LAST -> shares[count - 1] = 1;
            case LINEAR -> Arrays.fill(shares, 1.0 / count);
            case POSITION -> position(shares);
            case TIME_DECAY -> {
                double sum = 0;
                for (int i = 0; i < count; i++) {
                    double age =
                            path.ages().get(i).stream().mapToLong(a -> a).min().orElseThrow();
                    // Scaled so that none of the weights of a very short half-life vanishes.
                    double youngest = path.ages().stream()
                            .flatMap(List::stream)
                            .mapToLong(a -> a)
                            .min()
                            .orElseThrow();
                    shares[i] =
                            Math.pow(2, -(age - youngest) / (rules.halfLife().toMillis() * 1000.0));
                    sum += shares[i];
                }
                for (int i = 0; i < count; i++) {
                    shares[i] /= sum;
                }
            }
            default -> {
                Set<String> distinct = new HashSet<>(path.names());
                Map<String, Double> equal = new HashMap<>();
                distinct.forEach(name -> equal.put(name, 1.0 / distinct.size()));
                return equal;
            }
        }
        Map<String, Double> byName = new HashMap<>();
        for (int i = 0; i < count; i++) {
            byName.merge(path.names().get(i), shares[i], Double::sum);
        }
        return byName;
    }

    private void position(double[] shares) {
        int count = shares.length;
        double first = rules.firstShare();
        double last = rules.lastShare();
        if (count == 1) {
            shares[0] = 1;
        } else if (count == 2) {
            shares[0] = first + last == 0 ? 0.5 : first / (first + last);
            shares[1] = 1 - shares[0];
        } else {
            Arrays.fill(shares, (1 - first - last) / (count - 2));
            shares[0] = first;
            shares[count - 1] = last;
        }
    }

    private Map<String, double[]> markov() {
        Map<String, double[]> credits = new HashMap<>();
        double conversions = 0;
        double value = 0;
        Set<String> names = new LinkedHashSet<>();
        for (Path path : paths) {
            names.addAll(path.names());
            if (path.converts() && path.names().isEmpty()) {
                add(credits, UNATTRIBUTED, 1, path.value());
            } else if (path.converts()) {
                conversions++;
                value += path.value();
            }
        }
        double[] whole = expected(null);
        Map<String, double[]> effects = new HashMap<>();
        for (String name : names) {
            double[] without = expected(name);
            effects.put(name, new double[] {whole[0] - without[0], whole[1] - without[1]});
        }
        boolean isValued = effects.values().stream().allMatch(effect -> effect[1] > -1e-9)
                && effects.values().stream().mapToDouble(effect -> effect[1]).sum() > 1e-9;
        int column = isValued ? 1 : 0;
        double sum = effects.values().stream().mapToDouble(effect -> effect[0]).sum();
        double sumOfValue =
                effects.values().stream().mapToDouble(effect -> effect[column]).sum();
        for (String name : names) {
            if (sum > 0) {
                double[] effect = effects.get(name);
                add(credits, name, conversions * effect[0] / sum, value * effect[column] / sumOfValue);
            }
        }
        return credits;
    }

    /** The probability of a conversion, and the expected value, of a path from its beginning, without a name. */
    private double[] expected(String without) {
        Map<List<String>, Map<Object, double[]>> chain = new HashMap<>();
        for (Path path : paths) {
            if (path.names().isEmpty()) {
                continue;
            }
            for (int i = 0; i <= path.names().size(); i++) {
                List<String> state = path.names().subList(Math.max(0, i - rules.markovOrder()), i);
                Object next = i < path.names().size()
                        ? path.names().subList(Math.max(0, i + 1 - rules.markovOrder()), i + 1)
                        : path.converts() ? "conversion" : "nothing";
                double[] counted = chain.computeIfAbsent(state, key -> new HashMap<>())
                        .computeIfAbsent(next, key -> new double[2]);
                counted[0]++;
                counted[1] += path.converts() ? path.value() : 0;
            }
        }
        // The least solution of the equations of first steps, by repeating them until nothing moves.
        Map<List<String>, double[]> solution = new HashMap<>();
        chain.keySet().forEach(state -> solution.put(state, new double[2]));
        double moved = 1;
        while (moved > 1e-15) {
            moved = 0;
            for (Map.Entry<List<String>, Map<Object, double[]>> state : chain.entrySet()) {
                double[] sum = step(state.getValue(), solution, without);
                double[] former = solution.put(state.getKey(), sum);
                moved = Math.max(moved, Math.max(Math.abs(sum[0] - former[0]), Math.abs(sum[1] - former[1])));
            }
        }
        return solution.getOrDefault(List.of(), new double[2]);
    }

    private static double[] step(Map<Object, double[]> nexts, Map<List<String>, double[]> solution, String without) {
        double all = nexts.values().stream().mapToDouble(counted -> counted[0]).sum();
        double[] sum = new double[2];
        nexts.forEach((next, counted) -> {
            if (next.equals("conversion")) {
                sum[0] += counted[0] / all;
                sum[1] += counted[1] / all;
            } else if (next instanceof List<?> names
                    && !names.get(names.size() - 1).equals(without)) {
                sum[0] += counted[0] / all * solution.get(names)[0];
                sum[1] += counted[0] / all * solution.get(names)[1];
            }
        });
        return sum;
    }

    /** The Shapley value by its definition over all sets of names. */
    Map<String, double[]> shapleyByDefinition() {
        List<String> names = new ArrayList<>(new LinkedHashSet<>(
                paths.stream().flatMap(path -> path.names().stream()).toList()));
        Map<String, double[]> credits = new HashMap<>();
        for (int n = 0; n < names.size(); n++) {
            for (int set = 0; set < 1 << names.size(); set++) {
                if ((set >> n & 1) == 0) {
                    int size = Integer.bitCount(set);
                    double weight = factorial(size) * factorial(names.size() - size - 1) / factorial(names.size());
                    double[] with = worth(set | 1 << n, names);
                    double[] without = worth(set, names);
                    add(credits, names.get(n), weight * (with[0] - without[0]), weight * (with[1] - without[1]));
                }
            }
        }
        paths.stream()
                .filter(path -> path.converts() && path.names().isEmpty())
                .forEach(path -> add(credits, UNATTRIBUTED, 1, path.value()));
        return credits;
    }

    private double[] worth(int set, List<String> names) {
        double[] worth = new double[2];
        for (Path path : paths) {
            boolean isWithin = path.names().stream().allMatch(name -> (set >> names.indexOf(name) & 1) == 1);
            if (path.converts() && !path.names().isEmpty() && isWithin) {
                worth[0]++;
                worth[1] += path.value();
            }
        }
        return worth;
    }

    private static double factorial(int n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }

    /** What conversion_paths should say, by path. */
    Map<List<String>, List<Object>> paths() {
        Map<List<String>, List<Path>> grouped = new HashMap<>();
        paths.forEach(path -> grouped.computeIfAbsent(path.names(), names -> new ArrayList<>())
                .add(path));
        Map<List<String>, List<Object>> rows = new HashMap<>();
        grouped.forEach((names, own) -> rows.put(names, row(names, own)));
        return rows;
    }

    private static List<Object> row(List<String> names, List<Path> own) {
        Map<String, long[]> customers = new TreeMap<>();
        BigDecimal value = BigDecimal.ZERO;
        List<Long> spans = new ArrayList<>();
        for (Path path : own) {
            long[] counted = customers.computeIfAbsent(path.customer(), customer -> new long[2]);
            counted[0] += path.converts() ? 1 : 0;
            counted[1]++;
            value = value.add(BigDecimal.valueOf(path.value()));
            if (path.converts()) {
                spans.add(path.span());
            }
        }
        ClusteredProportion rate = new ClusteredProportion();
        customers.values().forEach(counted -> rate.add(counted[0], counted[1]));
        boolean isEmpty = names.isEmpty();
        Interval interval = rate.interval().orElseThrow();
        spans.sort(null);
        return Arrays.asList(
                (long) names.size(),
                rate.successes(),
                rate.trials() - rate.successes(),
                isEmpty ? null : rate.rate().orElseThrow(),
                isEmpty ? null : interval.low(),
                isEmpty ? null : interval.high(),
                rounded(value.doubleValue()),
                isEmpty ? null : percentile(spans, 0.5),
                isEmpty ? null : percentile(spans, 0.9));
    }

    private static Double percentile(List<Long> spans, double p) {
        if (spans.isEmpty()) {
            return null;
        }
        double position = (spans.size() - 1) * p;
        int below = (int) position;
        int above = Math.min(below + 1, spans.size() - 1);
        return rounded((spans.get(below) + (position - below) * (spans.get(above) - spans.get(below))) / 1e6);
    }

    /** The rows of conversion_paths in the same shape. */
    static Map<List<String>, List<Object>> shown(List<ConversionPathsReport.Row> rows, String by) {
        Map<List<String>, List<Object>> shown = new HashMap<>();
        rows.stream()
                .filter(row -> row.by().equals(by))
                .forEach(row -> shown.put(
                        row.path(),
                        Arrays.asList(
                                row.length(),
                                row.conversions(),
                                row.others(),
                                row.rate(),
                                row.low(),
                                row.high(),
                                rounded(row.value()),
                                rounded(row.median()),
                                rounded(row.ninetieth()))));
        return shown;
    }

    private static Double rounded(Double number) {
        return number == null
                ? null
                : new BigDecimal(number).round(new MathContext(12)).doubleValue();
    }
}
