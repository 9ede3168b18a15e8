package org.evenhand.statistics.mixed;

import java.util.List;
import java.util.Locale;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.Link;

/// What came of fitting a random-intercept cumulative model: an estimate, or the reason why there is
/// none.
public sealed interface MixedFit {
    /// One word for machines: `ok`, the status of the pooled fit where that has none,
    /// `no_group_variance`, `unbounded_group_variance`, `too_few_groups`, `not_converged`.
    String status();

    /// One sentence for people: what happened, where, and what can be done.
    String explain();

    /// The maximum of the marginal likelihood.
    ///
    /// @param names thresholds, then columns, then `log(sd)`, the logarithm of the intercepts' standard
    ///     deviation
    /// @param parameters in that order; a positive slope makes higher categories more likely
    /// @param covariance inverse of the observed information of the marginal likelihood, in that order
    /// @param logLikelihood marginal, at the estimate
    /// @param pooledLogLikelihood of the same model without random intercepts
    /// @param link distribution of the latent outcome
    /// @param integration how the intercepts were integrated out
    /// @param intercepts the mode of each group's intercept, in the order of the groups
    /// @param n rows of positive weight
    /// @param iterations steps of the outer search
    /// @param gradient largest absolute entry of the gradient, in standardised columns
    record Ok(
            List<String> names,
            double[] parameters,
            Matrix covariance,
            double logLikelihood,
            double pooledLogLikelihood,
            Link link,
            Integration integration,
            List<GroupIntercept> intercepts,
            int n,
            int iterations,
            double gradient)
            implements MixedFit {
        public Ok {
            names = List.copyOf(names);
            intercepts = List.copyOf(intercepts);
        }

        /// Standard error of parameter `j`, from the observed information.
        public double error(int j) {
            return Math.sqrt(covariance.get(j, j));
        }

        /// Standard deviation of the random intercepts on the scale of the linear predictor.
        public double standardDeviation() {
            return Math.exp(parameters[parameters.length - 1]);
        }

        /// Share of the latent outcome's variance that lies between groups, given the columns.
        public double intraclassCorrelation() {
            double between = standardDeviation() * standardDeviation();
            double within = switch (link) {
                case LOGIT -> Math.PI * Math.PI / 3;
                case PROBIT -> 1;
                case CLOGLOG -> Math.PI * Math.PI / 6;
            };
            return between / (between + within);
        }

        @Override
        public String status() {
            return "ok";
        }

        @Override
        public String explain() {
            return String.format(
                    Locale.ROOT,
                    "Converged in %d steps; %d rows in %d groups; largest gradient %.1e.",
                    iterations,
                    n,
                    intercepts.size(),
                    gradient);
        }
    }

    /// A group's intercept.
    ///
    /// @param mode most likely value given the group's rows and the estimates
    /// @param deviation standard deviation of the normal curve with the same curvature at the mode
    record GroupIntercept(String group, double mode, double deviation) {}

    /// The model without random intercepts has no estimate, and then this one has none either.
    record NoPooledFit(Fit reason) implements MixedFit {
        @Override
        public String status() {
            return reason.status();
        }

        @Override
        public String explain() {
            return reason.explain();
        }
    }

    /// The likelihood is highest without any variance between groups: the pooled fit is the answer.
    record NoGroupVariance(Fit.Ok pooled) implements MixedFit {
        @Override
        public String status() {
            return "no_group_variance";
        }

        @Override
        public String explain() {
            return "The groups differ no more than chance and the columns make them: the estimated variance of the"
                    + " random intercept is 0. Use the pooled fit with cluster-robust errors.";
        }
    }

    /// The likelihood rises without end as the variance between groups grows.
    ///
    /// @param constantGroups how many groups have one outcome only
    /// @param groups how many there are
    record UnboundedGroupVariance(int constantGroups, int groups) implements MixedFit {
        @Override
        public String status() {
            return "unbounded_group_variance";
        }

        @Override
        public String explain() {
            return ("The variance of the random intercept has no finite estimate: %d of %d groups never change their"
                            + " outcome. Use more years, merge levels, or leave the random intercept out.")
                    .formatted(constantGroups, groups);
        }
    }

    /// A variance between groups needs at least two groups, and one of them with two rows.
    record TooFewGroups(int groups, int rows) implements MixedFit {
        @Override
        public String status() {
            return "too_few_groups";
        }

        @Override
        public String explain() {
            return "%d rows in %d groups cannot show a variance between groups.".formatted(rows, groups);
        }
    }

    /// The search ended before the gradient was small.
    record NotConverged(int iterations, double gradient) implements MixedFit {
        @Override
        public String status() {
            return "not_converged";
        }

        @Override
        public String explain() {
            return String.format(
                    Locale.ROOT,
                    "Stopped after %d steps with a gradient of %.1e. Check the scale of offset and weights.",
                    iterations,
                    gradient);
        }
    }
}
