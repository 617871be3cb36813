package io.parcours.buying;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What came of fitting a model. Either it converged, and there is a model with its parameters and its likelihood, or
 * there is a problem in words and none of them.
 *
 * @param name the model's name in tables
 * @param customerCount how many customers it was fitted to
 * @param groupCount how many distinct groups they fall into
 * @param parameters in the model's order; empty where there is a problem
 * @param logLikelihood its greatest value, constants included; empty where there is a problem
 * @param gradientNorm the length of the slopes, by the logarithms of the parameters, where the search ended; empty where
 *     it was not begun or came to no number
 * @param model empty where there is a problem
 * @param problem why there is no model: a clause without capital and full stop
 */
public record ModelFit<M>(
        String name,
        long customerCount,
        long groupCount,
        List<ParameterEstimate> parameters,
        OptionalDouble logLikelihood,
        OptionalDouble gradientNorm,
        Optional<M> model,
        Optional<String> problem) {

    public ModelFit {
        parameters = List.copyOf(parameters);
        if (model.isPresent() == problem.isPresent()) {
            throw new IllegalArgumentException("a fit has a model or a problem");
        }
    }

    static <M> ModelFit<M> failed(
            String name, long customers, long groups, OptionalDouble gradientNorm, String problem) {
        return new ModelFit<>(
                name,
                customers,
                groups,
                List.of(),
                OptionalDouble.empty(),
                gradientNorm,
                Optional.empty(),
                Optional.of(problem));
    }

    /** Whether the likelihood has a maximum and it was found. */
    public boolean isConverged() {
        return model.isPresent();
    }
}
