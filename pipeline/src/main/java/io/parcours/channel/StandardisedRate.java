package io.parcours.channel;

import io.parcours.stats.ClusteredProportion;
import java.util.List;
import java.util.Optional;

/**
 * The rate that a class would have if its journeys were as long as those of all classes together: the rates of its strata
 * weighted by the strata of all journeys. Source: J. L. Fleiss, B. Levin and M. C. Paik, "Statistical Methods for Rates
 * and Proportions", 3rd ed. (2003), chapter 19 (direct standardisation).
 *
 * <p>Strata without a journey of the class are left out, and the weights of the others brought to 1. The weights count as
 * given. The interval is put together from those of the strata, so that a stratum whose rate is 0 or 1 is not taken for
 * sure: {@code low = p - sqrt(sum of w² (p_s - low_s)²)}, and so the upper end. Source: G. Y. Zou, W. Huang and X. Zhang,
 * "A note on confidence interval estimation for a linear function of binomial proportions", Computational Statistics and
 * Data Analysis 53 (2009) 1080-1085.
 *
 * @param figure the rate and its interval
 * @param coveredShare the part of all journeys that lies in strata where the class has journeys
 */
record StandardisedRate(RateFigure figure, double coveredShare) {

    /** A stratum: all its journeys, and the rate among those of the class, which may be none. */
    record Stratum(long journeys, ClusteredProportion rate) {}

    /** Nothing where no stratum has journeys of the class. */
    static Optional<StandardisedRate> of(List<Stratum> strata) {
        long all = strata.stream().mapToLong(Stratum::journeys).sum();
        List<Stratum> covered =
                strata.stream().filter(stratum -> stratum.rate().trials() > 0).toList();
        long weights = covered.stream().mapToLong(Stratum::journeys).sum();
        if (covered.isEmpty()) {
            return Optional.empty();
        }
        double rate = 0;
        double below = 0;
        double above = 0;
        for (Stratum stratum : covered) {
            double weight = (double) stratum.journeys() / weights;
            RateFigure own = RateFigure.of(stratum.rate()).orElseThrow();
            rate += weight * own.rate();
            below += square(weight * (own.rate() - own.low()));
            above += square(weight * (own.high() - own.rate()));
        }
        RateFigure figure = new RateFigure(
                Math.min(1, rate), Math.max(0, rate - Math.sqrt(below)), Math.min(1, rate + Math.sqrt(above)));
        return Optional.of(new StandardisedRate(figure, (double) weights / all));
    }

    private static double square(double number) {
        return number * number;
    }
}
