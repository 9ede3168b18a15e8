package org.evenhand.statistics.mixed;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.statistics.linear.Cholesky;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.ordinal.OrderedModel;

/// A cumulative model with a normal random intercept for each group, by maximum marginal likelihood: `P(Y
/// ≤ k | x, a) = F(κ_k − x'β − a)`, `a ~ N(0, σ²)`, one `a` a group.
///
/// The pooled fit comes first: it finds separation and dependent columns, which no random intercept
/// cures, and gives the start. Errors come from the observed information of the marginal likelihood with
/// `ln σ` as a parameter.
///
/// @param link distribution of the latent outcome
/// @param integration how the intercepts are integrated out
public record RandomIntercept(Link link, Integration integration) {
    private static final double START = Math.log(0.7);

    /// Logit link and Laplace's approximation.
    public static RandomIntercept withDefaults() {
        return new RandomIntercept(Link.LOGIT, Integration.LAPLACE);
    }

    public RandomIntercept with(Link newLink) {
        return new RandomIntercept(newLink, integration);
    }

    public RandomIntercept with(Integration newIntegration) {
        return new RandomIntercept(link, newIntegration);
    }

    /// Fits the model.
    ///
    /// @param data thresholds and slopes common to all rows
    /// @param group a code from 0 for each row, in the order of `groups`
    /// @param groups a name for each group
    /// @throws IllegalArgumentException if the codes do not fit, or the data ask for thresholds or slopes
    ///     that differ by group or threshold, which this model does not have
    public MixedFit fit(OrderedData data, int[] group, List<String> groups) {
        require(data, group, groups);
        Fit pooled = OrderedModel.withDefaults().with(link).fit(data);
        if (!(pooled instanceof Fit.Ok start)) {
            return new MixedFit.NoPooledFit(pooled);
        }
        GroupedRows rows = new GroupedRows(data, group);
        if (rows.groups < 2 || rows.groups == rows.rows && rows.thresholds == 1) {
            return new MixedFit.TooFewGroups(rows.groups, rows.rows);
        }
        int constant = constantGroups(rows);
        if (constant == rows.groups) {
            // As σ grows the thresholds follow, and the likelihood rises to the product of the groups' shares.
            return new MixedFit.UnboundedGroupVariance(constant, rows.groups);
        }
        double[] begin = new double[rows.size];
        System.arraycopy(start.parameters(), 0, begin, 0, rows.size - 1);
        begin = rows.toStandard(begin);
        begin[rows.size - 1] = START + logScale();
        MarginalLikelihood likelihood = new MarginalLikelihood(rows, link, integration);
        MarginalSearch search = new MarginalSearch(likelihood);
        return switch (search.from(begin)) {
            case CONVERGED ->
                search.value > start.logLikelihood()
                        ? estimate(start, rows, likelihood, search, groups)
                        : new MixedFit.NoGroupVariance(start);
            case VANISHED -> new MixedFit.NoGroupVariance(start);
            case EXPLODED -> new MixedFit.UnboundedGroupVariance(constant, rows.groups);
            case STALLED ->
                search.parameters[rows.size - 1] > MarginalSearch.LOG_SIGMA_FAR
                        ? new MixedFit.UnboundedGroupVariance(constant, rows.groups)
                        : new MixedFit.NotConverged(search.iterations, search.largestGradient);
        };
    }

    /// The spread of the probit's latent outcome is smaller than that of the logit's.
    private double logScale() {
        return switch (link) {
            case LOGIT -> 0;
            case PROBIT, CLOGLOG -> Math.log(0.6);
        };
    }

    private MixedFit.Ok estimate(
            Fit.Ok pooled,
            GroupedRows rows,
            MarginalLikelihood likelihood,
            MarginalSearch search,
            List<String> groups) {
        List<String> names = new ArrayList<>(pooled.data().parameterNames());
        names.add("log(sd)");
        List<MixedFit.GroupIntercept> intercepts = new ArrayList<>();
        for (int g = 0; g < rows.groups; g++) {
            intercepts.add(new MixedFit.GroupIntercept(
                    groups.get(rows.groupOf[g]), likelihood.mode[g], 1 / Math.sqrt(likelihood.curvature[g])));
        }
        return new MixedFit.Ok(
                names,
                rows.toData(search.parameters),
                covariance(rows, search),
                search.value,
                pooled.logLikelihood(),
                link,
                integration,
                intercepts,
                rows.rows,
                pooled.iterations() + search.iterations,
                search.largestGradient);
    }

    /// `T C T'` for the linear map back to the data's units.
    private static Matrix covariance(GroupedRows rows, MarginalSearch search) {
        int size = rows.size;
        double[] inverse = new double[size * size];
        Cholesky.inverse(search.factor, size, inverse);
        double[] half = new double[size * size];
        double[] column = new double[size];
        for (int j = 0; j < size; j++) {
            System.arraycopy(inverse, j * size, column, 0, size);
            System.arraycopy(rows.toData(column), 0, half, j * size, size);
        }
        double[] result = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                column[j] = half[j * size + i];
            }
            System.arraycopy(rows.toData(column), 0, result, i * size, size);
        }
        return Matrix.over(size, size, result);
    }

    private static int constantGroups(GroupedRows rows) {
        int constant = 0;
        for (int g = 0; g < rows.groups; g++) {
            boolean same = true;
            for (int i = rows.start[g]; i < rows.start[g + 1]; i++) {
                same &= rows.category[i] == rows.category[rows.start[g]];
            }
            constant += same ? 1 : 0;
        }
        return constant;
    }

    private static void require(OrderedData data, int[] group, List<String> groups) {
        if (group.length != data.rows()) {
            throw new IllegalArgumentException("%d groups for %d rows".formatted(group.length, data.rows()));
        }
        for (int g : group) {
            if (g < 0 || g >= groups.size()) {
                throw new IllegalArgumentException("group code %d with %d groups".formatted(g, groups.size()));
            }
        }
        if (!data.groups().isEmpty() || data.slopesByThreshold().columns() > 0) {
            throw new IllegalArgumentException(
                    "a random intercept goes with common thresholds and slopes; put years in as columns");
        }
    }
}
