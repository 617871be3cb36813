package io.parcours.stats;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** The slow, plain logistic regression with a ridge penalty on standardised features: doubles summed case by case. */
final class PlainLogistic {
    private final int features;
    private final double[] means;
    private final double[] deviations;
    private final double[] beta;
    private RealMatrix covariance;
    private double loss;

    PlainLogistic(List<double[]> cases, List<Boolean> hits) {
        features = cases.get(0).length;
        means = new double[features];
        deviations = new double[features];
        for (int j = 0; j < features; j++) {
            int feature = j;
            means[j] = cases.stream().mapToDouble(x -> x[feature]).average().orElseThrow();
            deviations[j] = Math.sqrt(cases.stream()
                    .mapToDouble(x -> Math.pow(x[feature] - means[feature], 2))
                    .average()
                    .orElseThrow());
        }
        beta = new double[features + 1];
        for (int step = 0; step < 30; step++) {
            newton(cases, hits);
        }
    }

    private void newton(List<double[]> cases, List<Boolean> hits) {
        double[] gradient = new double[features + 1];
        double[][] curvature = new double[features + 1][features + 1];
        loss = 0;
        for (int i = 0; i < cases.size(); i++) {
            double[] z = new double[features + 1];
            z[0] = 1;
            double eta = beta[0];
            for (int j = 1; j <= features; j++) {
                z[j] = (cases.get(i)[j - 1] - means[j - 1]) / deviations[j - 1];
                eta += beta[j] * z[j];
            }
            double p = 1 / (1 + Math.exp(-eta));
            double y = hits.get(i) ? 1 : 0;
            loss -= y * Math.log(p) + (1 - y) * Math.log(1 - p);
            for (int j = 0; j <= features; j++) {
                gradient[j] += (y - p) * z[j];
                for (int k = 0; k <= features; k++) {
                    curvature[j][k] += p * (1 - p) * z[j] * z[k];
                }
            }
        }
        for (int j = 1; j <= features; j++) {
            gradient[j] -= LogisticFit.RIDGE * beta[j];
            curvature[j][j] += LogisticFit.RIDGE;
        }
        covariance = new LUDecomposition(new Array2DRowRealMatrix(curvature))
                .getSolver()
                .getInverse();
        double[] step = covariance.operate(gradient);
        for (int j = 0; j <= features; j++) {
            beta[j] += step[j];
        }
    }

    double intercept() {
        return beta[0];
    }

    double coefficient(int feature) {
        return beta[feature + 1] / deviations[feature];
    }

    double standardError(int feature) {
        return Math.sqrt(covariance.getEntry(feature + 1, feature + 1)) / deviations[feature];
    }

    double loss() {
        return loss;
    }
}
