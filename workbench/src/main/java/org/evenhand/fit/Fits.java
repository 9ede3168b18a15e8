package org.evenhand.fit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;
import org.evenhand.statistics.design.Design;
import org.evenhand.statistics.design.DesignProblem;
import org.evenhand.statistics.design.Frame;
import org.evenhand.statistics.design.Term;
import org.evenhand.statistics.design.Terms;
import org.evenhand.statistics.ordinal.ClusterCovariance;
import org.evenhand.statistics.ordinal.Clusters;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.ordinal.OrderedModel;

/// Answers a [FitRequest].
public final class Fits {
    private static final int MOST_LEVELS = 12;

    private Fits() {}

    /// The text of a user's file.
    ///
    /// @throws BadRequest where there is no such file
    /// @throws BadData where it is not UTF-8
    public static String text(Path file) {
        return CsvFrame.text(file);
    }

    /// The columns of a table.
    ///
    /// @param file what to call it in messages
    /// @throws BadData naming file and line where it cannot be read
    public static List<String> columns(Path file, String csv) {
        return List.copyOf(CsvFrame.parse(file, csv).names());
    }

    /// Reads, builds, fits.
    ///
    /// @param csv the table; the request's file only names it
    /// @throws BadRequest or BadData where the request or the table cannot be understood
    public static FitAnswer of(FitRequest request, String csv) {
        return of(request, CsvFrame.parse(request.file(), csv));
    }

    /// As [#of(FitRequest, String)], on a frame that is already there.
    public static FitAnswer of(FitRequest request, Frame frame) {
        try {
            return fit(request, frame);
        } catch (DesignProblem e) {
            throw switch (e.kind()) {
                case REQUEST -> new BadRequest(e.what(), e.remedy());
                case DATA -> new BadData(request.file() + ": " + e.what(), e.remedy());
            };
        }
    }

    private static FitAnswer fit(FitRequest request, Frame frame) {
        var levels = levels(request, frame);
        var coded = new HashMap<String, Integer>();
        for (int k = 0; k < levels.size(); k++) {
            coded.put(levels.get(k), k);
        }
        var dropped = new ArrayList<FitAnswer.Dropped>();
        var kept = keepLevels(request, frame, coded, dropped);
        var terms = lagged(Terms.parse(request.terms()), request.lag());
        var byThreshold = lagged(Terms.parse(request.termsByThreshold()), request.lag());
        var both = new LinkedHashSet<>(terms);
        both.retainAll(byThreshold);
        if (!both.isEmpty()) {
            throw new BadRequest(
                    "%s stands under --terms and under --by-threshold."
                            .formatted(both.iterator().next().text()),
                    "Give each term one place: a common slope or one for each threshold.");
        }
        var all = new ArrayList<>(terms);
        all.addAll(byThreshold);
        var required = new ArrayList<String>();
        for (var column : List.of(request.weights(), request.offset(), request.thresholds())) {
            if (!column.isEmpty()) {
                required.add(column);
            }
        }
        required.addAll(request.clusters());
        if (!request.random().isEmpty()) {
            required.add(request.random());
        }
        // Asked of the table as it was given, so that a message lists its own columns only.
        required.forEach(frame::column);
        all.forEach(term -> term.columns().forEach(frame::column));
        required.add(Levels.KEPT);
        var design = Design.of(kept, all, panel(request, frame), required);
        for (var missing : design.missing()) {
            if (!missing.what().equals(Levels.KEPT)) {
                dropped.add(new FitAnswer.Dropped(missing.what(), missing.rows(), "missing"));
            }
        }
        var sample = new FitAnswer.Sample(
                String.valueOf(request.file().getFileName()),
                request.outcome(),
                levels,
                frame.rows(),
                design.rows().length,
                dropped);
        var data = data(request, frame, levels, coded, design, terms);
        if (!request.random().isEmpty()) {
            return RandomFit.of(request, sample, data, select(frame.asLabels(request.random()), design.rows()));
        }
        if (request.biasReduced()) {
            return BiasReducedFit.of(request, sample, data);
        }
        return switch (OrderedModel.withDefaults().with(request.link()).fit(data)) {
            case Fit.Ok ok -> estimated(request, frame, design, sample, ok);
            case Fit other ->
                new FitAnswer.NotEstimated(
                        sample, other.status(), other.explain(), Optional.of(other), request.command());
        };
    }

    private static FitAnswer estimated(
            FitRequest request, Frame frame, Design design, FitAnswer.Sample sample, Fit.Ok ok) {
        var clusters = request.clusters().stream()
                .map(column -> Clusters.of(column, select(frame.asLabels(column), design.rows())))
                .toList();
        Optional<ClusterCovariance> robust = switch (clusters.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(ClusterCovariance.of(ok, clusters.getFirst(), ClusterCovariance.Factor.CLUSTERS));
            case 2 ->
                Optional.of(ClusterCovariance.twoWay(
                        ok,
                        clusters.get(0),
                        clusters.get(1),
                        ClusterCovariance.Factor.CLUSTERS,
                        ClusterCovariance.Repair.EIGENVALUES));
            default ->
                throw new BadRequest("--cluster names %d columns.".formatted(clusters.size()), "Name one or two.");
        };
        if (robust.isPresent() && robust.get() instanceof ClusterCovariance.TooFewClusters few) {
            return new FitAnswer.NotEstimated(
                    sample, "too_few_clusters", few.explain(), Optional.empty(), request.command());
        }
        return new FitReport(request, design, sample, ok, clusters, robust.map(ClusterCovariance.Estimated.class::cast))
                .answer();
    }

    private static List<String> levels(FitRequest request, Frame frame) {
        var labels = frame.asLabels(request.outcome());
        if (!request.levels().isEmpty()) {
            var levels = request.levels();
            if (levels.size() < 2 || new LinkedHashSet<>(levels).size() != levels.size()) {
                throw new BadRequest(
                        "--levels %s: two or more different levels are needed.".formatted(String.join(",", levels)),
                        "List the levels of %s, lowest first.".formatted(request.outcome()));
            }
            for (var level : levels) {
                if (!labels.contains(level)) {
                    throw new BadRequest(
                            "No row of %s is '%s'.".formatted(request.outcome(), level),
                            "The file has: " + String.join(", ", found(labels)) + ".");
                }
            }
            return levels;
        }
        var found = found(labels);
        if (found.size() < 2 || found.size() > MOST_LEVELS) {
            throw new BadRequest(
                    "Column %s has %d different values.".formatted(request.outcome(), found.size()),
                    "List its levels with --levels, lowest first.");
        }
        if (frame.column(request.outcome()) instanceof Frame.Column.Labels) {
            throw new BadRequest(
                    "The order of %s is not known: %s.".formatted(request.outcome(), String.join(", ", found)),
                    "List its levels with --levels, lowest first.");
        }
        return found;
    }

    private static List<String> found(List<String> labels) {
        return Levels.sorted(labels.stream().filter(l -> !l.isEmpty()).toList());
    }

    /// The frame with one more column that is missing where the outcome is not among the levels, so that the
    /// design leaves these rows out, and counts of what was left out.
    private static Frame keepLevels(
            FitRequest request, Frame frame, HashMap<String, Integer> coded, List<FitAnswer.Dropped> dropped) {
        var labels = frame.asLabels(request.outcome());
        var others = new TreeMap<String, Integer>();
        for (var label : labels) {
            if (!coded.containsKey(label)) {
                others.merge(label, 1, Integer::sum);
            }
        }
        others.forEach((label, count) -> dropped.add(new FitAnswer.Dropped(
                request.outcome(), count, label.isEmpty() ? "missing" : "'" + label + "' is not among the levels")));
        var columns = new java.util.LinkedHashMap<String, Frame.Column>();
        for (var name : frame.names()) {
            columns.put(name, frame.column(name));
        }
        columns.put(
                Levels.KEPT,
                new Frame.Column.Labels(labels.stream()
                        .map(l -> coded.containsKey(l) ? "1" : "")
                        .toList()));
        return Frame.of(frame.rows(), columns);
    }

    private static Design.Panel panel(FitRequest request, Frame frame) {
        String unit = !request.unit().isEmpty()
                ? request.unit()
                : request.clusters().isEmpty() ? "" : request.clusters().getFirst();
        String time = !request.time().isEmpty() ? request.time() : frame.has("year") ? "year" : "";
        return new Design.Panel(unit, time);
    }

    private static List<Term> lagged(List<Term> terms, int by) {
        return by == 0 ? terms : terms.stream().map(term -> lagged(term, by)).toList();
    }

    private static Term lagged(Term term, int by) {
        return switch (term) {
            case Term.Factor factor -> factor;
            case Term.Lag lag -> lag;
            case Term.Interaction(var left, var right) -> new Term.Interaction(lagged(left, by), lagged(right, by));
            case Term.Plain plain -> new Term.Lag(plain, by);
            case Term.Log(var of) -> new Term.Log(lagged(of, by));
            case Term.Log1p(var of) -> new Term.Log1p(lagged(of, by));
            case Term.Standardised(var of) -> new Term.Standardised(lagged(of, by));
        };
    }

    private static OrderedData data(
            FitRequest request,
            Frame frame,
            List<String> levels,
            HashMap<String, Integer> coded,
            Design design,
            List<Term> terms) {
        int[] rows = design.rows();
        var labels = select(frame.asLabels(request.outcome()), rows);
        var outcome = labels.stream().mapToInt(l -> coded.getOrDefault(l, 0)).toArray();
        int common = 0;
        for (var part : design.parts().subList(0, terms.size())) {
            common += part.count();
        }
        int[] first = java.util.stream.IntStream.range(0, common).toArray();
        int[] rest =
                java.util.stream.IntStream.range(common, design.names().size()).toArray();
        var data = OrderedData.of(
                outcome, levels, design.x().selectColumns(first), design.names().subList(0, common));
        long slopes = (long) rest.length * (levels.size() - 1);
        if (slopes > Design.MOST_COLUMNS) {
            throw new BadRequest(
                    "--by-threshold makes %,d slopes; at most %d are fitted.".formatted(slopes, Design.MOST_COLUMNS),
                    "Give some of its terms a common slope, or take fewer levels.");
        }
        if (rest.length > 0) {
            data = data.withSlopesByThreshold(
                    design.x().selectColumns(rest),
                    design.names().subList(common, design.names().size()));
        }
        if (!request.weights().isEmpty()) {
            data = data.withWeights(select(frame.asNumbers(request.weights()), rows));
        }
        if (!request.offset().isEmpty()) {
            data = data.withOffset(select(frame.asNumbers(request.offset()), rows));
        }
        if (!request.thresholds().isEmpty()) {
            var groups = select(frame.asLabels(request.thresholds()), rows);
            var known = Levels.sorted(groups);
            long many = (long) known.size() * (levels.size() - 1);
            if (many > Design.MOST_COLUMNS || (long) known.size() * rows.length > Design.MOST_VALUES) {
                throw new BadRequest(
                        "--thresholds %s makes %,d thresholds for %,d rows; at most %d are fitted, and %,d values."
                                .formatted(
                                        request.thresholds(),
                                        many,
                                        rows.length,
                                        Design.MOST_COLUMNS,
                                        Design.MOST_VALUES),
                        "Name a column with fewer different values.");
            }
            data = data.withThresholdsBy(
                    groups.stream().mapToInt(known::indexOf).toArray(), known);
        }
        return data;
    }

    static List<String> select(List<String> values, int[] rows) {
        return Arrays.stream(rows).mapToObj(values::get).toList();
    }

    private static double[] select(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }
}
