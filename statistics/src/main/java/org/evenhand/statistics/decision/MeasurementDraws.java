package org.evenhand.statistics.decision;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/// A problem's measurements, put on the value scale and sorted by kind so that drawing them is a few tight loops.
final class MeasurementDraws implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] fixed;
    private final int[] normalAt;
    private final double[] normalMean;
    private final double[] normalSd;
    private final int[] uniformAt;
    private final double[] uniformLow;
    private final double[] uniformSpan;
    private final int[] betaAt;
    private final double[][] betas;
    private final int[] discreteAt;
    private final double[][] discreteValues;
    private final double[][] discreteCumulative;

    MeasurementDraws(DecisionProblem problem) {
        int n = problem.criteria().size();
        fixed = new double[problem.options().size() * n];
        List<double[]> normals = new ArrayList<>();
        List<double[]> uniforms = new ArrayList<>();
        List<double[]> rates = new ArrayList<>();
        List<Integer> picks = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        List<double[]> cumulative = new ArrayList<>();
        for (int at = 0; at < fixed.length; at++) {
            Criterion c = problem.criteria().get(at % n);
            double scale = 1 / (c.best() - c.worst());
            switch (problem.measurement(at / n, at % n)) {
                case Measurement.Point(double x) -> fixed[at] = c.value(x);
                case Measurement.Normal(double mean, double sd) ->
                    normals.add(new double[] {at, c.value(mean), sd * Math.abs(scale)});
                case Measurement.Uniform(double low, double high) ->
                    uniforms.add(new double[] {at, c.value(low), (high - low) * scale});
                case Measurement.Beta(double alpha, double beta) ->
                    rates.add(new double[] {at, alpha, beta, c.value(0), scale});
                case Measurement.Discrete(List<Double> xs, List<Double> ps) -> {
                    picks.add(at);
                    values.add(xs.stream().mapToDouble(c::value).toArray());
                    cumulative.add(runningSums(ps));
                }
            }
        }
        normalAt = places(normals);
        normalMean = column(normals, 1);
        normalSd = column(normals, 2);
        uniformAt = places(uniforms);
        uniformLow = column(uniforms, 1);
        uniformSpan = column(uniforms, 2);
        betaAt = places(rates);
        betas = rates.toArray(double[][]::new);
        discreteAt = picks.stream().mapToInt(Integer::intValue).toArray();
        discreteValues = values.toArray(double[][]::new);
        discreteCumulative = cumulative.toArray(double[][]::new);
    }

    private static double[] runningSums(List<Double> probabilities) {
        double[] sums = new double[probabilities.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += probabilities.get(i);
            sums[i] = sum;
        }
        return sums;
    }

    private static int[] places(List<double[]> rows) {
        return rows.stream().mapToInt(row -> (int) row[0]).toArray();
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    Sequence begin(RandomGenerator random) {
        return new Sequence(random);
    }

    /// Draws on one stream; [#values] holds the latest, `options × criteria`, row after row.
    final class Sequence {
        final double[] values = fixed.clone();
        private final RandomGenerator random;
        private final ContinuousDistribution.Sampler[] rates;

        private Sequence(RandomGenerator random) {
            this.random = random;
            UniformRandomProvider bits = random::nextLong;
            this.rates = Arrays.stream(betas)
                    .map(b -> BetaDistribution.of(b[1], b[2]).createSampler(bits))
                    .toArray(ContinuousDistribution.Sampler[]::new);
        }

        void next() {
            for (int i = 0; i < normalAt.length; i++) {
                values[normalAt[i]] = normalMean[i] + normalSd[i] * random.nextGaussian();
            }
            for (int i = 0; i < uniformAt.length; i++) {
                values[uniformAt[i]] = uniformLow[i] + uniformSpan[i] * random.nextDouble();
            }
            for (int i = 0; i < betaAt.length; i++) {
                values[betaAt[i]] = betas[i][3] + betas[i][4] * rates[i].sample();
            }
            for (int i = 0; i < discreteAt.length; i++) {
                values[discreteAt[i]] = pick(discreteValues[i], discreteCumulative[i], random.nextDouble());
            }
        }

        private static double pick(double[] from, double[] cumulative, double u) {
            int at = Arrays.binarySearch(cumulative, u);
            at = at < 0 ? -at - 1 : at + 1;
            // The last sum may fall short of 1 by rounding.
            return from[Math.min(at, from.length - 1)];
        }
    }
}
