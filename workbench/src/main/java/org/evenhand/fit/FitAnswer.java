package org.evenhand.fit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.statistics.ordinal.Fit;

/// What came of a request: an estimate, or an outcome that has none.
public sealed interface FitAnswer {
    Sample sample();

    String command();

    /// Rows and how they came to be used.
    ///
    /// @param file name of the file
    /// @param outcome column
    /// @param levels lowest first
    /// @param read rows in the file
    /// @param n rows used
    /// @param dropped why rows fell out; a row may stand under several reasons
    record Sample(String file, String outcome, List<String> levels, int read, int n, List<Dropped> dropped) {
        public Sample {
            levels = List.copyOf(levels);
            dropped = List.copyOf(dropped);
        }
    }

    /// @param column term or column
    /// @param rows how many rows
    /// @param reason for people
    record Dropped(String column, int rows, String reason) {}

    /// No estimate, and why.
    ///
    /// @param status as [Fit#status()], or `too_few_clusters`
    /// @param explain one sentence
    /// @param outcome the typed outcome; none where the fit stands but its clusters do not
    record NotEstimated(Sample sample, String status, String explain, Optional<Fit> outcome, String command)
            implements FitAnswer {}

    /// The estimate.
    ///
    /// @param link of the model
    /// @param errors how the errors in use were computed
    /// @param level of the intervals
    /// @param clusters how many, one for each way; empty without clusters
    /// @param coefficients slopes
    /// @param thresholds thresholds
    /// @param effects average effects on probabilities and on the expected level
    /// @param random the random intercepts, if asked for
    /// @param notes what a reader must know
    record Estimated(
            Sample sample,
            String link,
            String errors,
            double level,
            List<Integer> clusters,
            double logLikelihood,
            int iterations,
            double gradient,
            List<Coefficient> coefficients,
            List<Coefficient> thresholds,
            List<Effect> effects,
            List<Test> tests,
            Optional<Random> random,
            List<String> notes,
            String command)
            implements FitAnswer {
        public Estimated {
            clusters = List.copyOf(clusters);
            coefficients = List.copyOf(coefficients);
            thresholds = List.copyOf(thresholds);
            effects = List.copyOf(effects);
            tests = List.copyOf(tests);
            notes = List.copyOf(notes);
        }
    }

    /// One parameter. `z`, `p`, `low` and `high` use the cluster-robust error where there is one.
    ///
    /// @param se from the observed information
    /// @param seCluster cluster-robust; none without clusters, or where a two-way variance is negative
    /// @param odds its odds ratio, for slopes of a logit
    /// @param profile profile-likelihood interval, if asked for
    /// @param bootstrap p-value of the score wild cluster bootstrap, if asked for
    record Coefficient(
            String name,
            double estimate,
            double se,
            OptionalDouble seCluster,
            OptionalDouble z,
            OptionalDouble p,
            OptionalDouble low,
            OptionalDouble high,
            Optional<Odds> odds,
            Optional<Range> profile,
            OptionalDouble bootstrap) {
        Coefficient with(Optional<Range> newProfile, OptionalDouble newBootstrap) {
            return new Coefficient(name, estimate, se, seCluster, z, p, low, high, odds, newProfile, newBootstrap);
        }
    }

    /// An odds ratio with its delta-method error `ratio × error`, as tables print it.
    record Odds(double ratio, double se, OptionalDouble seCluster, OptionalDouble low, OptionalDouble high) {}

    /// Random intercepts.
    ///
    /// @param group column
    /// @param groups how many
    /// @param deviation their standard deviation
    /// @param correlation share of the latent variance that lies between groups
    /// @param pooledLogLikelihood of the same model without them
    record Random(String group, int groups, double deviation, double correlation, double pooledLogLikelihood) {}

    record Range(double low, double high) {}

    /// An average effect.
    ///
    /// @param term what changes
    /// @param change how, for example `0 to 1` or `+1 SD (1.23)`
    /// @param target of what, for example `P(3)`, `P(2WL or higher)`, `expected level`
    record Effect(String term, String change, String target, double value, double se, double low, double high) {}

    /// A test beside the fit.
    record Test(String name, double statistic, int degrees, double p) {}
}
