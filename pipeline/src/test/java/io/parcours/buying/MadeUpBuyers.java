package io.parcours.buying;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Customers who live by the stories that the models tell, purchase by purchase. A day is a thousandth of a period, so
 * that counting days takes next to nothing from the stories' continuous time.
 */
final class MadeUpBuyers {
    static final int DAYS_PER_PERIOD = 1_000;

    /** The times of purchases after the first, rising, and the time of leaving, after which there are none. */
    record Life(double[] purchases, double end) {

        int x(double age) {
            return (int) Arrays.stream(purchases).filter(time -> time <= age).count();
        }

        double recency(double age) {
            return Arrays.stream(purchases).filter(time -> time <= age).max().orElse(0);
        }

        boolean isThere(double age) {
            return end > age;
        }
    }

    private final RandomGenerator random;
    private final SplittableRandom uniform;

    MadeUpBuyers(long seed) {
        random = new Well19937c(seed);
        uniform = new SplittableRandom(seed);
    }

    double gamma(double shape, double rate) {
        return new GammaDistribution(random, shape, 1 / rate).sample();
    }

    double beta(double a, double b) {
        return new BetaDistribution(random, a, b).sample();
    }

    double wait(double rate) {
        return -Math.log(1 - uniform.nextDouble()) / rate;
    }

    boolean happens(double probability) {
        return uniform.nextDouble() < probability;
    }

    double between(double low, double high) {
        return low + (high - low) * uniform.nextDouble();
    }

    /** All purchases of a customer of a model after the first, up to an age. */
    Life life(BuyingModel model, double upTo) {
        if (model instanceof BgNbd bg) {
            return ofDropout(gamma(bg.r(), bg.alpha()), beta(bg.a(), bg.b()), 0, upTo);
        }
        if (model instanceof MbgNbd mbg) {
            return ofDropout(gamma(mbg.r(), mbg.alpha()), beta(mbg.a(), mbg.b()), 1, upTo);
        }
        ParetoNbd pareto = (ParetoNbd) model;
        return untilEnd(gamma(pareto.r(), pareto.alpha()), wait(gamma(pareto.s(), pareto.beta())), upTo);
    }

    /** A customer of BG/NBD or, where he may leave with the first purchase too (shift 1), of MBG/NBD. */
    Life ofDropout(double rate, double leaving, int shift, double upTo) {
        DoubleStream.Builder times = DoubleStream.builder();
        double time = 0;
        boolean isThere = shift == 0 || !happens(leaving);
        while (isThere) {
            double next = time + wait(rate);
            if (next > upTo) {
                return new Life(times.build().toArray(), Double.POSITIVE_INFINITY);
            }
            time = next;
            times.add(time);
            isThere = !happens(leaving);
        }
        return new Life(times.build().toArray(), time);
    }

    private Life untilEnd(double rate, double end, double upTo) {
        DoubleStream.Builder times = DoubleStream.builder();
        double time = wait(rate);
        while (time <= Math.min(end, upTo)) {
            times.add(time);
            time += wait(rate);
        }
        return new Life(times.build().toArray(), end);
    }

    /** Customers of a model, first seen at different times between the ages given. */
    PurchaseGroups groups(BuyingModel model, int customers, double youngest, double oldest) {
        PurchaseGroups groups = new PurchaseGroups();
        for (int i = 0; i < customers; i++) {
            int age = (int) (between(youngest, oldest) * DAYS_PER_PERIOD);
            double seen = (double) age / DAYS_PER_PERIOD;
            Life life = life(model, seen);
            groups.add(life.x(seen), (int) (life.recency(seen) * DAYS_PER_PERIOD), age);
        }
        return groups;
    }

    /** Customers of Gamma-Gamma with 1 to 8 purchases. */
    MoneyGroups money(GammaGamma model, int customers) {
        MoneyGroups groups = new MoneyGroups();
        for (int i = 0; i < customers; i++) {
            int x = 1 + uniform.nextInt(8);
            double rate = gamma(model.q(), model.v());
            groups.add(x, gamma(model.p() * x, rate) / x);
        }
        return groups;
    }
}
