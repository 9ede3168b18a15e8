package org.evenhand.move;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.benchmark.EvidenceSet;
import org.evenhand.core.Tier;
import org.evenhand.likeness.Starts;
import org.evenhand.panel.Panel;
import org.evenhand.panel.PanelRow;
import org.evenhand.panel.Variable;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.shrinkage.RidgeLogistic;

/// How likely a report moves a country to a worse tier, and to a better one, given where the report before left it,
/// for how long, whether the Watch List was open to it, and the evidence of the window: two logistic regressions,
/// each over the countries that could move that way, fitted to other countries only.
///
/// Slopes other than those of the tier before are drawn towards 0, as strongly as the rows of the fit say. Where the
/// law has closed the Watch List a country cannot stay, so that it moves to a worse tier when it does not move to a
/// better one.
final class MoveModel {
    /// Countries are left out a tenth at a time, the one asked about among them.
    static final int FOLDS = 10;

    /// What its probabilities were computed from.
    static final String SAMPLE = "placements with all measures, reports from 2005, those near in time counting more;"
            + " the fit leaves out a tenth of the countries, this one among them";

    /// A report so many years away counts half.
    static final double HALF_LIFE = 3;

    /// On the slopes of the tier before: hardly any, but finite where all of a tier moved (a standard deviation of
    /// 2.5, Gelman and others 2008, Annals of Applied Statistics 2:1360).
    private static final double WEAK = 0.16;

    private static final double[] STRENGTHS = {3, 10, 30, 100, 300, 1000};

    /// What is added to the start and the evidence, so that each part can be judged by what it adds out of sample.
    ///
    /// @param shrunk slopes drawn towards 0 as strongly as the rows of the fit say; else hardly
    /// @param near reports near in time count more; else all alike
    /// @param history for how many reports the country has had its tier
    record Form(boolean shrunk, boolean near, boolean history) {
        static final Form FULL = new Form(true, true, true);
    }

    private final MoveRows rows;
    private final Form form;
    private final Map<Integer, Fitted> fits = new HashMap<>();

    MoveModel(MoveRows rows, Form form) {
        this.rows = rows;
        this.form = form;
    }

    /// Given the evidence without known descent from the Report.
    static MoveModel withEvidence(Panel panel, Starts starts) {
        return new MoveModel(
                MoveRows.of(
                        panel,
                        starts,
                        EvidenceSet.INDEPENDENT.variables().stream()
                                .map(panel::need)
                                .toList()),
                Form.FULL);
    }

    /// Given the start alone.
    static MoveModel withoutEvidence(Panel panel, Starts starts) {
        return new MoveModel(MoveRows.of(panel, starts, List.of()), Form.FULL);
    }

    /// The same rows by another form.
    MoveModel as(Form other) {
        return new MoveModel(rows, other);
    }

    List<Variable> variables() {
        return rows.variables();
    }

    int size() {
        return rows.size();
    }

    PanelRow row(int i) {
        return rows.row(i);
    }

    Tier before(int i) {
        return rows.before(i);
    }

    Tier tier(int i) {
        return rows.tier(i);
    }

    int fold(int i) {
        return rows.fold(i);
    }

    int way(int i) {
        return rows.way(i);
    }

    /// The expectation for a country and report from other countries; empty where a measure is missing or there is no
    /// fit.
    Optional<Expectation> expectation(String iso3, int report) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.row(i).iso3().equals(iso3) && rows.row(i).year() == report) {
                int mine = fold(i);
                return fits.computeIfAbsent(mine, f -> fit(k -> fold(k) != f)).expectation(i);
            }
        }
        return Optional.empty();
    }

    /// Both regressions on the rows that pass.
    Fitted fit(IntPredicate wanted) {
        return new Fitted(side(wanted, 1), side(wanted, -1));
    }

    private Optional<Side> side(IntPredicate wanted, int way) {
        int[] index = IntStream.range(0, rows.size())
                .filter(wanted)
                .filter(i -> asked(i, way))
                .toArray();
        long moved = IntStream.of(index).filter(i -> rows.way(i) == way).count();
        return moved == 0 || moved == index.length ? Optional.empty() : Optional.of(new Side(index, way));
    }

    /// Whether the regression of a direction speaks of a case: not where its tier admits no such move, and of a move
    /// to a worse tier not where staying is impossible.
    private boolean asked(int i, int way) {
        return way > 0 ? rows.before(i) != Tier.TIER_3 && !rows.cannotStay(i) : rows.before(i) != Tier.TIER_1;
    }

    /// One direction: its rows, its columns on their scale, and how strongly slopes are drawn towards 0.
    private final class Side {
        private final int[] index;
        private final int way;
        private final double[][] columns;
        private final double[] precisions;
        private final RidgeLogistic model;
        private final Map<Integer, Optional<RidgeLogistic.Fitted>> byReport = new TreeMap<>();

        Side(int[] index, int way) {
            this.index = index;
            this.way = way;
            var start = rows.startColumns(way).stream().filter(this::varies).toList();
            var drawn = rows.shrunkColumns(way, form.history()).stream()
                    .map(this::standardised)
                    .filter(this::varies)
                    .toList();
            columns = Stream.concat(start.stream(), drawn.stream()).toArray(double[][]::new);
            model = model();
            precisions = new double[columns.length];
            Arrays.fill(precisions, WEAK);
            if (form.shrunk() && !drawn.isEmpty()) {
                Arrays.fill(precisions, start.size(), columns.length, strength(start.size()));
            }
        }

        /// The strength under which the rows of the fit, all counting alike, are likeliest: the first on the way up
        /// after which they are less so.
        ///
        /// @param first of the columns whose slopes are drawn
        private double strength(int first) {
            var last = Optional.<RidgeLogistic.Fitted>empty();
            double chosen = STRENGTHS[0];
            for (double strength : STRENGTHS) {
                var tried = precisions.clone();
                Arrays.fill(tried, first, columns.length, strength);
                var fitted = last.isPresent() ? model.fit(tried, last.get().coefficients()) : model.fit(tried);
                if (last.isPresent() && fitted.logEvidence() <= last.get().logEvidence()) {
                    return chosen;
                }
                chosen = strength;
                last = Optional.of(fitted);
            }
            return chosen;
        }

        /// All rows counting alike.
        private RidgeLogistic model() {
            int n = index.length;
            var x = new double[n * columns.length];
            var event = new boolean[n];
            var alike = new double[n];
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < columns.length; j++) {
                    x[j * n + k] = columns[j][index[k]];
                }
                event[k] = rows.way(index[k]) == way;
                alike[k] = 1;
            }
            return RidgeLogistic.of(Matrix.over(n, columns.length, x), event, alike);
        }

        private double[] standardised(double[] column) {
            double sum = 0;
            for (int i : index) {
                sum += column[i];
            }
            double mean = sum / index.length;
            double squares = 0;
            for (int i : index) {
                squares += (column[i] - mean) * (column[i] - mean);
            }
            double deviation = Math.sqrt(squares / index.length);
            var scaled = new double[column.length];
            for (int i = 0; i < column.length; i++) {
                scaled[i] = deviation > 0 ? (column[i] - mean) / deviation : 0;
            }
            return scaled;
        }

        private boolean varies(double[] column) {
            return IntStream.of(index).anyMatch(i -> column[i] != column[index[0]]);
        }

        /// The probability of a move this way in a row; empty where there is no fit.
        Optional<Double> probability(int i) {
            if (!asked(i, way)) {
                return Optional.of(0.0);
            }
            int report = form.near() ? rows.row(i).year() : 0;
            return byReport.computeIfAbsent(report, this::fit)
                    .map(f -> f.probability(
                            Arrays.stream(columns).mapToDouble(c -> c[i]).toArray()));
        }

        private Optional<RidgeLogistic.Fitted> fit(int report) {
            var fitted = (form.near()
                            ? model.weighted(IntStream.of(index)
                                    .mapToDouble(i ->
                                            Math.pow(0.5, Math.abs(rows.row(i).year() - report) / HALF_LIFE))
                                    .toArray())
                            : model)
                    .fit(precisions);
            return fitted.converged() ? Optional.of(fitted) : Optional.empty();
        }
    }

    /// Both directions, fitted.
    final class Fitted {
        private final Optional<Side> worse;
        private final Optional<Side> better;

        private Fitted(Optional<Side> worse, Optional<Side> better) {
            this.worse = worse;
            this.better = better;
        }

        /// Empty where a direction has no fit.
        Optional<Expectation> expectation(int i) {
            var toWorse = worse.flatMap(s -> s.probability(i));
            var toBetter = better.flatMap(s -> s.probability(i));
            if (toWorse.isEmpty() || toBetter.isEmpty()) {
                return Optional.empty();
            }
            double down = toBetter.get();
            double up = rows.cannotStay(i) ? 1 - down : toWorse.get();
            // Two regressions may together say more than one; then nothing is left for staying.
            double sum = Math.max(1, up + down);
            return Optional.of(new Expectation(before(i), tier(i), up / sum, down / sum));
        }
    }
}
