package org.evenhand.move;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.evenhand.benchmark.EvidenceSet;
import org.evenhand.catalogue.Placements;
import org.evenhand.core.Tier;
import org.evenhand.likeness.Starts;
import org.evenhand.panel.Panel;
import org.evenhand.panel.PanelRow;
import org.evenhand.panel.Variable;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.ordinal.OrderedModel;

/// How likely a report moves a country to a worse tier, and to a better one, given where the report before left it,
/// whether the Watch List was open to it, and the evidence of the window: two logistic regressions, each over the
/// countries that could move that way, fitted to other countries only.
final class MoveModel {
    /// Countries are left out a tenth at a time, the one asked about among them.
    static final int FOLDS = 10;

    /// What its probabilities were computed from.
    static final String SAMPLE =
            "placements with all measures, reports from 2005; the fit leaves out a tenth of the countries, this one among them";

    private static final int FIRST = 2005;
    private static final List<String> START =
            List.of("before_2", "before_2wl", "before_3", "list_by_waiver", "list_closed");

    private final List<PanelRow> rows = new ArrayList<>();
    private final List<Tier> before = new ArrayList<>();
    private final List<String> names = new ArrayList<>(START);
    private final List<Variable> variables;
    private final double[][] columns;
    private final Map<String, Integer> fold = new HashMap<>();
    private final Map<Integer, Fitted> fits = new HashMap<>();

    private MoveModel(Panel panel, Starts starts, List<Variable> variables) {
        this.variables = variables;
        variables.forEach(v -> names.add(v.key()));
        var all = variables.stream()
                .map(v -> panel.column(v, panel.lags().of(v.role())))
                .toArray(double[][]::new);
        var design = new ArrayList<double[]>();
        for (int i = 0; i < panel.rows().size(); i++) {
            var row = panel.rows().get(i);
            if (row.year() < FIRST
                    || !(row.standing() instanceof Tier)
                    || row.iso3().equals(Placements.JUDGE)) {
                continue;
            }
            var start = starts.of(row.iso3(), row.year());
            if (start.isEmpty() || !complete(all, i)) {
                continue;
            }
            rows.add(row);
            before.add(start.get().before());
            design.add(line(start.get(), all, i));
        }
        columns = new double[names.size()][design.size()];
        for (int i = 0; i < design.size(); i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = design.get(i)[j];
            }
        }
        for (var code : new TreeSet<>(rows.stream().map(PanelRow::iso3).toList())) {
            fold.put(code, fold.size() % FOLDS);
        }
    }

    private static boolean complete(double[][] all, int i) {
        for (var column : all) {
            if (Double.isNaN(column[i])) {
                return false;
            }
        }
        return true;
    }

    private static double[] line(Starts.Start start, double[][] all, int i) {
        var line = new double[START.size() + all.length];
        line[0] = start.before() == Tier.TIER_2 ? 1 : 0;
        line[1] = start.before() == Tier.WATCH_LIST ? 1 : 0;
        line[2] = start.before() == Tier.TIER_3 ? 1 : 0;
        line[3] = start.watchList() == Starts.WatchList.BY_WAIVER ? 1 : 0;
        line[4] = start.watchList() == Starts.WatchList.CLOSED ? 1 : 0;
        for (int j = 0; j < all.length; j++) {
            line[START.size() + j] = all[j][i];
        }
        return line;
    }

    /// Given the evidence without known descent from the Report.
    static MoveModel withEvidence(Panel panel, Starts starts) {
        return new MoveModel(
                panel,
                starts,
                EvidenceSet.INDEPENDENT.variables().stream().map(panel::need).toList());
    }

    /// Given the start alone.
    static MoveModel withoutEvidence(Panel panel, Starts starts) {
        return new MoveModel(panel, starts, List.of());
    }

    List<Variable> variables() {
        return variables;
    }

    int size() {
        return rows.size();
    }

    PanelRow row(int i) {
        return rows.get(i);
    }

    Tier before(int i) {
        return before.get(i);
    }

    Tier tier(int i) {
        return (Tier) rows.get(i).standing();
    }

    int fold(int i) {
        return fold.getOrDefault(rows.get(i).iso3(), 0);
    }

    /// The expectation for a country and report from other countries; empty where a measure is missing or there is no
    /// fit.
    Optional<Expectation> expectation(String iso3, int report) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).iso3().equals(iso3) && rows.get(i).year() == report) {
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
                .filter(i -> possible(i, way))
                .toArray();
        var all = IntStream.range(0, columns.length).toArray();
        // Where the clock decides every case so far, as in its first years, its columns have no finite slope.
        return side(index, all, way)
                .or(() -> side(
                        index, IntStream.of(all).filter(j -> j < 3 || j > 4).toArray(), way));
    }

    private boolean possible(int i, int way) {
        return way > 0 ? before.get(i) != Tier.TIER_3 : before.get(i) != Tier.TIER_1;
    }

    private int way(int i) {
        return Integer.signum(tier(i).severity() - before.get(i).severity());
    }

    private Optional<Side> side(int[] index, int[] candidates, int way) {
        var used =
                IntStream.of(candidates).filter(j -> varies(columns[j], index)).toArray();
        // The tiers before are a whole: one of them is the yardstick.
        int first = way > 0 ? -1 : 0;
        int[] kept = IntStream.of(used).filter(j -> j != first).toArray();
        var chosen = IntStream.of(kept)
                .mapToObj(j ->
                        Arrays.stream(index).mapToDouble(i -> columns[j][i]).toArray())
                .toArray(double[][]::new);
        var fit = OrderedModel.withDefaults()
                .fit(OrderedData.of(
                        Arrays.stream(index).map(i -> way(i) == way ? 1 : 0).toArray(),
                        List.of("no", "yes"),
                        Matrix.ofColumns(index.length, chosen),
                        IntStream.of(kept).mapToObj(names::get).toList()));
        return fit instanceof Fit.Ok ok ? Optional.of(new Side(ok, kept, way)) : Optional.empty();
    }

    private static boolean varies(double[] column, int[] index) {
        for (int i : index) {
            if (column[i] != column[index[0]]) {
                return true;
            }
        }
        return false;
    }

    /// One direction.
    private record Side(Fit.Ok fit, int[] columns, int way) {}

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
            if (worse.isEmpty() || better.isEmpty()) {
                return Optional.empty();
            }
            double up = probability(worse.get(), i);
            double down = probability(better.get(), i);
            // Two regressions may together say more than one; then nothing is left for staying.
            double sum = Math.max(1, up + down);
            return Optional.of(new Expectation(before.get(i), tier(i), up / sum, down / sum));
        }

        private double probability(Side side, int i) {
            if (!possible(i, side.way())) {
                return 0;
            }
            double eta = -side.fit().parameters()[0];
            for (int k = 0; k < side.columns().length; k++) {
                eta += side.fit().slope(k) * columns[side.columns()[k]][i];
            }
            return side.fit().model().link().cumulative(eta);
        }
    }
}
