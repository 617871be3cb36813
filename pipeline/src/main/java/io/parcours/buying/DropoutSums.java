package io.parcours.buying;

import static io.parcours.buying.DropoutLikelihood.A;
import static io.parcours.buying.DropoutLikelihood.ALPHA;
import static io.parcours.buying.DropoutLikelihood.B;
import static io.parcours.buying.DropoutLikelihood.R;

import io.parcours.stats.LocalExpansion;
import org.apache.commons.math3.util.FastMath;

/**
 * The sum over groups of {@code -(r + x) ln(alpha + T) + ln(1 + D)} of {@link DropoutLikelihood}, in plain fields: this
 * is where a fit spends its time.
 */
final class DropoutSums {
    private final double inverseA;
    private double value;
    private double r;
    private double alpha;
    private double a;
    private double b;
    private double rr;
    private double rAlpha;
    private double rA;
    private double rB;
    private double alphaAlpha;
    private double alphaA;
    private double alphaB;
    private double aa;
    private double ab;
    private double bb;

    DropoutSums(double inverseA) {
        this.inverseA = inverseA;
    }

    /** Adds {@code -(r + x) ln(alpha + T)}; shape is r + x. */
    void addStaying(double customers, double shape, double logAge, double inverseAge) {
        value -= customers * shape * logAge;
        r -= customers * logAge;
        alpha -= customers * shape * inverseAge;
        rAlpha -= customers * inverseAge;
        alphaAlpha += customers * shape * inverseAge * inverseAge;
    }

    /** Adds {@code ln(1 + D)}; logRatio is {@code ln((alpha + T) / (alpha + tx))}. */
    void addLeaving(
            double customers,
            double shape,
            double logRatio,
            double inverseAge,
            double inverseRecency,
            double logOdds,
            double inverseStaying) {
        double logD = shape * logRatio + logOdds;
        double e = FastMath.exp(-Math.abs(logD));
        double left = logD > 0 ? 1 / (1 + e) : e / (1 + e);
        value += customers * (Math.max(logD, 0) + FastMath.log(1 + e));
        double byInverse = inverseAge - inverseRecency;
        double byAlpha = shape * byInverse;
        double weight = customers * left;
        r += weight * logRatio;
        alpha += weight * byAlpha;
        a += weight * inverseA;
        b -= weight * inverseStaying;
        rAlpha += weight * byInverse;
        alphaAlpha -= weight * byAlpha * (inverseAge + inverseRecency);
        aa -= weight * inverseA * inverseA;
        bb += weight * inverseStaying * inverseStaying;
        double spread = weight * (logD > 0 ? e / (1 + e) : 1 / (1 + e));
        rr += spread * logRatio * logRatio;
        rAlpha += spread * logRatio * byAlpha;
        rA += spread * logRatio * inverseA;
        rB -= spread * logRatio * inverseStaying;
        alphaAlpha += spread * byAlpha * byAlpha;
        alphaA += spread * byAlpha * inverseA;
        alphaB -= spread * byAlpha * inverseStaying;
        aa += spread * inverseA * inverseA;
        ab -= spread * inverseA * inverseStaying;
        bb += spread * inverseStaying * inverseStaying;
    }

    LocalExpansion expansion() {
        LocalExpansion sum = new LocalExpansion(4);
        sum.addValue(value);
        sum.addSlope(R, r);
        sum.addSlope(ALPHA, alpha);
        sum.addSlope(A, a);
        sum.addSlope(B, b);
        sum.addCurvature(R, R, rr);
        sum.addCurvature(R, ALPHA, rAlpha);
        sum.addCurvature(R, A, rA);
        sum.addCurvature(R, B, rB);
        sum.addCurvature(ALPHA, ALPHA, alphaAlpha);
        sum.addCurvature(ALPHA, A, alphaA);
        sum.addCurvature(ALPHA, B, alphaB);
        sum.addCurvature(A, A, aa);
        sum.addCurvature(A, B, ab);
        sum.addCurvature(B, B, bb);
        return sum;
    }
}
