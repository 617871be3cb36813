package io.parcours.churn;

import java.util.SplittableRandom;
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

    /** What a customer did until a time. */
    record Buyer(int x, double recency) {}

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

    /** A customer of BG/NBD or, where he may leave with the first purchase too, of MBG/NBD. */
    Buyer ofDropout(double rate, double leaving, int shift, double age) {
        int x = 0;
        double time = 0;
        boolean isThere = shift == 0 || !happens(leaving);
        while (isThere) {
            double next = time + wait(rate);
            if (next > age) {
                break;
            }
            time = next;
            x++;
            isThere = !happens(leaving);
        }
        return new Buyer(x, time);
    }

    /** A customer of Pareto/NBD. */
    Buyer ofPareto(double rate, double end, double age) {
        int x = 0;
        double time = 0;
        while (true) {
            double next = time + wait(rate);
            if (next > Math.min(age, end)) {
                return new Buyer(x, time);
            }
            time = next;
            x++;
        }
    }

    /** Customers of a model, first seen at different times between the ages given. */
    PurchaseGroups groups(BuyingModel model, int customers, double youngest, double oldest) {
        PurchaseGroups groups = new PurchaseGroups();
        for (int i = 0; i < customers; i++) {
            int age = (int) (between(youngest, oldest) * DAYS_PER_PERIOD);
            Buyer buyer = buyer(model, (double) age / DAYS_PER_PERIOD);
            groups.add(buyer.x(), (int) (buyer.recency() * DAYS_PER_PERIOD), age);
        }
        return groups;
    }

    Buyer buyer(BuyingModel model, double age) {
        if (model instanceof BgNbd bg) {
            return ofDropout(gamma(bg.r(), bg.alpha()), beta(bg.a(), bg.b()), 0, age);
        }
        if (model instanceof MbgNbd mbg) {
            return ofDropout(gamma(mbg.r(), mbg.alpha()), beta(mbg.a(), mbg.b()), 1, age);
        }
        ParetoNbd pareto = (ParetoNbd) model;
        return ofPareto(gamma(pareto.r(), pareto.alpha()), wait(gamma(pareto.s(), pareto.beta())), age);
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
