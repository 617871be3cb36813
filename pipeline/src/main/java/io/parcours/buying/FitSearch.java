package io.parcours.buying;

import io.parcours.stats.Maximizer;
import io.parcours.stats.Maximum;
import io.parcours.stats.PositiveFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The search for the greatest likelihood of one model, and what is said of its end.
 *
 * @param name the model's name in tables
 * @param parameters their names, in order
 * @param customers how many there are
 * @param groups into how many they fall
 * @param mostSteps that the search may take
 */
record FitSearch(String name, List<String> parameters, long customers, long groups, int mostSteps) {
    private static final int MOST_STEPS = 240;

    FitSearch(String name, List<String> parameters, long customers, long groups) {
        this(name, parameters, customers, groups, MOST_STEPS);
    }

    /** With at most so many steps. */
    FitSearch within(double steps) {
        return new FitSearch(name, parameters, customers, groups, (int) Math.min(MOST_STEPS, steps));
    }

    <M> ModelFit<M> failed(String problem) {
        return ModelFit.failed(name, customers, groups, OptionalDouble.empty(), problem);
    }

    <M> ModelFit<M> from(PositiveFunction likelihood, List<double[]> starts, Function<double[], M> model) {
        return endingAt(find(likelihood, starts), model);
    }

    /** Where the search ends. */
    Maximum find(PositiveFunction likelihood, List<double[]> starts) {
        return Maximizer.find(likelihood, starts, mostSteps);
    }

    /** What a search that ended there has found. */
    <M> ModelFit<M> endingAt(Maximum end, Function<double[], M> model) {
        OptionalDouble gradientNorm =
                Double.isFinite(end.gradientNorm()) ? OptionalDouble.of(end.gradientNorm()) : OptionalDouble.empty();
        if (!end.isProven()) {
            return ModelFit.failed(name, customers, groups, gradientNorm, problem(end));
        }
        return found(
                end,
                IntStream.range(0, parameters.size())
                        .mapToObj(i -> new ParameterEstimate(parameters.get(i), end.number(i), end.standardError(i)))
                        .toList(),
                model.apply(end.point()));
    }

    /** A model by its maximum, with parameters as they are told. */
    <M> ModelFit<M> found(Maximum end, List<ParameterEstimate> told, M model) {
        return new ModelFit<>(
                name,
                customers,
                groups,
                told,
                OptionalDouble.of(end.value()),
                OptionalDouble.of(end.gradientNorm()),
                Optional.of(model),
                Optional.empty());
    }

    private String problem(Maximum end) {
        List<String> growing = names(end::isGrowing);
        List<String> vanishing = names(end::isVanishing);
        if (growing.isEmpty() && vanishing.isEmpty()) {
            return end.isAtRest()
                    ? "different starts led to different maxima of the likelihood"
                    : "the search for the greatest likelihood did not come to rest";
        }
        List<String> clauses = new ArrayList<>();
        if (!growing.isEmpty()) {
            clauses.add(listed(growing) + (growing.size() == 1 ? " grows" : " grow") + " without bound");
        }
        if (!vanishing.isEmpty()) {
            clauses.add(listed(vanishing) + (vanishing.size() == 1 ? " falls" : " fall") + " towards 0");
        }
        return "the likelihood has no maximum: " + String.join(", ", clauses);
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private List<String> names(IntPredicate predicate) {
        return IntStream.range(0, parameters.size())
                .filter(predicate)
                .mapToObj(parameters::get)
                .toList();
    }
}
