package org.evenhand.statistics.biasreduced;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.evenhand.statistics.biasreduced.FirthOutcome.Coefficient;
import org.evenhand.statistics.biasreduced.FirthOutcome.LikelihoodRatio;
import org.evenhand.statistics.biasreduced.PenalizedMaximum.Climb;
import org.evenhand.statistics.linear.Cholesky;
import org.evenhand.statistics.linear.Rank;

/// Firth's bias-reduced logistic regression with penalised profile likelihood intervals and tests.
///
/// The estimate maximises the log-likelihood plus ½ ln det of Fisher's information (Jeffreys' prior),
/// which takes off the bias of order 1/n and is finite under complete separation (Firth 1993; Heinze &
/// Schemper 2002; Kosmidis & Firth 2021). Intervals and p-values compare penalised likelihoods maximised
/// over the other coefficients; Wald intervals are wrong exactly where this method is needed, so none are
/// given.
public final class FirthLogistic {
    private final BinarySample sample;
    private final double level;
    private final List<String> names;
    private final int n;
    private final int p;
    private final double[] x;
    private final double[] y;

    /// Fits the log odds of the event on the columns and an intercept.
    ///
    /// @param level coverage of the profile intervals, in (0, 1)
    /// @throws IllegalArgumentException if the level is not in (0, 1)
    public static FirthOutcome fit(BinarySample sample, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence level lies between 0 and 1; found %s".formatted(level));
        }
        String fault = Usability.fault(sample.x(), sample.columns(), sample.weights(), sample.offsets());
        if (!fault.isEmpty()) {
            return new FirthOutcome.Unusable(fault);
        }
        BinarySample counted = withPositiveWeight(sample);
        int events = 0;
        for (boolean event : counted.event()) {
            events += event ? 1 : 0;
        }
        if (events == 0 || events == counted.event().length) {
            return new FirthOutcome.Unusable(
                    "the event happened in %d of %d rows: nothing can explain it; give an exact Clopper–Pearson limit"
                            .formatted(events, counted.event().length));
        }
        Rank rank = Rank.withIntercept(counted.x(), counted.columns());
        if (!rank.full()) {
            return new FirthOutcome.NotIdentified(rank.dependencies());
        }
        return new FirthLogistic(counted, level).fit(events);
    }

    private FirthLogistic(BinarySample sample, double level) {
        this.sample = sample;
        this.level = level;
        n = sample.x().rows();
        p = sample.x().columns() + 1;
        names = new ArrayList<>(List.of("(intercept)"));
        names.addAll(sample.columns());
        x = new double[n * p];
        Arrays.fill(x, 0, n, 1);
        System.arraycopy(sample.x().values(), 0, x, n, n * (p - 1));
        y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = sample.event()[i] ? 1 : 0;
        }
    }

    private FirthOutcome fit(int events) {
        OrthogonalBasis basis = OrthogonalBasis.of(x, n, p, p - 1);
        PenalizedLogit likelihood = likelihood(basis);
        PenalizedMaximum maximum = new PenalizedMaximum(likelihood);
        Climb best = maximum.from(new double[p], IntStream.range(0, p).toArray());
        if (!best.converged()) {
            return new FirthOutcome.NotConverged("the fit", best.iterations(), best.gradient());
        }
        double logLikelihood = likelihood.logLikelihood;
        double[][] covariance = covariance(basis, likelihood);
        double[] estimates = basis.coefficients(best.beta());
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            Profile profile = profile(basis, best, j, Math.sqrt(covariance[j][j]));
            Climb atZero = profile.at(0);
            double low = profile.limit(level, -1);
            double high = profile.limit(level, 1);
            if (Double.isNaN(low) || Double.isNaN(high) || !atZero.converged()) {
                return new FirthOutcome.NotConverged(
                        "the profile of " + names.get(j), atZero.iterations(), atZero.gradient());
            }
            double error = Math.sqrt(covariance[j][j]);
            LikelihoodRatio test = ratio(best.value() - atZero.value(), 1);
            coefficients.add(new Coefficient(names.get(j), estimates[j], error, low, high, test));
        }
        Climb interceptOnly = maximum.from(new double[p], new int[] {0});
        if (!interceptOnly.converged()) {
            return new FirthOutcome.NotConverged(
                    "the fit without columns", interceptOnly.iterations(), interceptOnly.gradient());
        }
        return new FirthOutcome.Fitted(
                coefficients,
                covariance,
                best.value() + basis.logDeterminant(),
                logLikelihood,
                ratio(best.value() - interceptOnly.value(), p - 1),
                n,
                events,
                level,
                best.iterations(),
                best.gradient());
    }

    private PenalizedLogit likelihood(OrthogonalBasis basis) {
        return new PenalizedLogit(n, p, basis.q(), y, sample.weights(), sample.offsets());
    }

    private Profile profile(OrthogonalBasis basis, Climb best, int j, double error) {
        OrthogonalBasis turned = OrthogonalBasis.of(x, n, p, j);
        return new Profile(
                likelihood(turned), turned.coordinates(basis, best.beta()), best.value(), turned.lastPivot(), error);
    }

    /// R⁻¹ F⁻¹ R⁻ᵀ: the inverse information carried over to the columns themselves.
    private double[][] covariance(OrthogonalBasis basis, PenalizedLogit likelihood) {
        double[] inverse = new double[p * p];
        Cholesky.inverse(likelihood.factor, p, inverse);
        double[][] half = new double[p][];
        for (int k = 0; k < p; k++) {
            half[k] = basis.coefficients(Arrays.copyOfRange(inverse, k * p, (k + 1) * p));
        }
        double[][] covariance = new double[p][];
        for (int j = 0; j < p; j++) {
            double[] row = new double[p];
            for (int k = 0; k < p; k++) {
                row[k] = half[k][j];
            }
            covariance[j] = basis.coefficients(row);
        }
        return covariance;
    }

    private static LikelihoodRatio ratio(double gain, int degrees) {
        double statistic = Math.max(0, 2 * gain);
        double p = degrees == 0 ? 1 : ChiSquaredDistribution.of(degrees).survivalProbability(statistic);
        return new LikelihoodRatio(statistic, degrees, p);
    }

    private static BinarySample withPositiveWeight(BinarySample sample) {
        int[] kept = IntStream.range(0, sample.x().rows())
                .filter(i -> sample.weights()[i] > 0)
                .toArray();
        if (kept.length == sample.x().rows()) {
            return sample;
        }
        boolean[] event = new boolean[kept.length];
        double[] weights = new double[kept.length];
        double[] offsets = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            event[i] = sample.event()[kept[i]];
            weights[i] = sample.weights()[kept[i]];
            offsets[i] = sample.offsets()[kept[i]];
        }
        return new BinarySample(sample.x().selectRows(kept), sample.columns(), event, weights, offsets);
    }
}
