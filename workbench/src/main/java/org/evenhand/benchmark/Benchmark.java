package org.evenhand.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.evenhand.core.Sample;
import org.evenhand.panel.Panel;
import org.evenhand.panel.PanelRow;
import org.evenhand.panel.Variable;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.ClusterCovariance;
import org.evenhand.statistics.ordinal.Effects;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.OrderedModel;
import org.evenhand.statistics.ordinal.Scenario;
import org.evenhand.statistics.ordinal.Target;

/// A cumulative logit model of the published tier on one specification's variables, used on placements it was not
/// fitted to.
///
/// `P(T ≤ k | x) = F(κ_k − x'β)`, maximum likelihood, one set of thresholds for all reports: thresholds by report do
/// not predict unseen countries better and say nothing of an unseen report. Standard errors are clustered by country.
public final class Benchmark {
    static final double LEVEL = 0.95;

    /// How intervals of its expectations are made.
    public static final String DELTA = "delta method, clustered by country";

    static final Target SEVERITY = new Target.Expected(List.of(0.0, 1.0, 2.0, 3.0));

    private final Specification specification;
    private final ModelRows rows;

    private Benchmark(Specification specification, ModelRows rows) {
        this.specification = specification;
        this.rows = rows;
    }

    public static Benchmark of(Panel panel, Specification specification) {
        return new Benchmark(specification, ModelRows.of(panel, specification));
    }

    public Specification specification() {
        return specification;
    }

    /// What the model uses.
    public List<Variable> variables() {
        return List.copyOf(rows.variables());
    }

    /// How many placements have all measures.
    public int size() {
        return rows.size();
    }

    /// What its numbers were computed from: how many placements, and how many were left out and why.
    public Sample sample() {
        return new Sample(
                "placements with all measures, " + specification.key() + "; the fit leaves out the country's own",
                size(),
                rows.leftOut(),
                rows.whyLeftOut());
    }

    public TreeSet<String> countries() {
        var countries = new TreeSet<String>();
        for (int i = 0; i < rows.size(); i++) {
            countries.add(rows.row(i).iso3());
        }
        return countries;
    }

    /// What came of fitting to some placements.
    public sealed interface Trained {
        /// The fit, with its clustered covariance.
        record Model(Fit.Ok fit, Matrix covariance) implements Trained {}

        /// Why there is none.
        record Impossible(String reason) implements Trained {}
    }

    /// Fits to all placements but those of one country.
    public Trained leavingOut(String iso3) {
        return train(row -> !row.iso3().equals(iso3));
    }

    /// Fits to these placements, without a covariance.
    Fit fit(int[] index) {
        return OrderedModel.withDefaults().fit(rows.data(index));
    }

    /// Fits to the placements that pass.
    Trained train(Predicate<PanelRow> wanted) {
        int[] index = rows.where(wanted);
        return switch (fit(index)) {
            case Fit.Ok ok ->
                switch (ClusterCovariance.of(ok, rows.countries(index), ClusterCovariance.Factor.CLUSTERS)) {
                    case ClusterCovariance.Estimated e -> new Trained.Model(ok, e.matrix());
                    case ClusterCovariance.TooFewClusters few -> new Trained.Impossible(few.explain());
                };
            case Fit.Separated s -> new Trained.Impossible(s.explain());
            case Fit.NotIdentified n -> new Trained.Impossible(n.explain());
            case Fit.EmptyCategory e -> new Trained.Impossible(e.explain());
            case Fit.TooFewRows t -> new Trained.Impossible(t.explain());
            case Fit.NotConverged n -> new Trained.Impossible(n.explain());
            case Fit.InvalidInput i -> new Trained.Impossible(i.explain());
        };
    }

    /// Predicts the placements that pass, as they are.
    public List<Prediction> predict(Trained.Model model, Predicate<PanelRow> wanted) {
        int[] index = rows.where(wanted);
        return predict(model, index, rows.design(index));
    }

    /// How the expected severity of a country moves between two reports, with a delta-method interval; empty where one
    /// of them lacks a measure or a tier.
    public Optional<Effects.Estimate> change(Trained.Model model, String iso3, int from, int to) {
        int[] before = rows.where(r -> r.iso3().equals(iso3) && r.year() == from);
        int[] after = rows.where(r -> r.iso3().equals(iso3) && r.year() == to);
        if (before.length == 0 || after.length == 0) {
            return Optional.empty();
        }
        return Optional.of(Effects.of(model.fit(), model.covariance(), LEVEL)
                .difference(scenario(before), scenario(after), 0, SEVERITY));
    }

    private Scenario scenario(int[] index) {
        return scenario(rows.design(index), index.length);
    }

    private static Scenario scenario(Matrix design, int n) {
        return new Scenario(design, Matrix.zeros(n, 0));
    }

    /// Predicts placements with another design.
    List<Prediction> predict(Trained.Model model, int[] index, Matrix design) {
        var scenario = scenario(design, index.length);
        var effects = Effects.of(model.fit(), model.covariance(), LEVEL);
        var severity = effects.predictions(scenario, SEVERITY);
        var atLeast = new ArrayList<List<Effects.Estimate>>();
        var atMost = new ArrayList<List<Effects.Estimate>>();
        var exactly = new ArrayList<List<Effects.Estimate>>();
        for (int k = 0; k < ModelRows.LEVELS.size(); k++) {
            exactly.add(effects.predictions(scenario, new Target.Exactly(k)));
            atLeast.add(k == 0 ? List.of() : effects.predictions(scenario, new Target.AtLeast(k)));
            atMost.add(k == 0 ? List.of() : atMost(atLeast.get(k)));
        }
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < index.length; i++) {
            int published = rows.outcome(index[i]);
            int at = i;
            predictions.add(new Prediction(
                    rows.row(index[i]),
                    published,
                    exactly.stream().map(e -> e.get(at).value()).toList(),
                    severity.get(i),
                    published == ModelRows.LEVELS.size() - 1
                            ? impossible()
                            : atLeast.get(published + 1).get(i),
                    published == 0 ? impossible() : atMost.get(published).get(i)));
        }
        return List.copyOf(predictions);
    }

    /// `P(T < k) = 1 − P(T ≥ k)`.
    private static List<Effects.Estimate> atMost(List<Effects.Estimate> atLeast) {
        return atLeast.stream()
                .map(e -> new Effects.Estimate(1 - e.value(), e.error(), 1 - e.high(), 1 - e.low(), e.level()))
                .toList();
    }

    /// Nothing is worse than Tier 3 or better than Tier 1.
    private static Effects.Estimate impossible() {
        return new Effects.Estimate(0, 0, 0, 0, LEVEL);
    }

    ModelRows rows() {
        return rows;
    }
}
