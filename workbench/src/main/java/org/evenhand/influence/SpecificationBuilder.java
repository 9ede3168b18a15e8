package org.evenhand.influence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Region;
import org.evenhand.core.BadRequest;
import org.evenhand.panel.Variable;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.multiverse.Specification;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.ordinal.Target;

/// Turns a point of a universe into the data of a fit: rows, outcome, design with the interest last.
final class SpecificationBuilder {
    private final Rows rows;
    private final Universe universe;
    private final boolean waivers;

    SpecificationBuilder(Rows rows, Universe universe) {
        this.rows = rows;
        this.universe = universe;
        this.waivers = universe.waivers();
    }

    private record Column(String name, double[] values) {}

    /// @throws BadRequest if an option names an evidence set, a variable, a region or years that do not exist
    Specification build(Universe.Point point) {
        var interest = rows.panel.need(point.of(Dimension.INTEREST));
        int lag = Integer.parseInt(point.of(Dimension.LAG));
        var z = rows.column(interest, lag);
        var columns = columns(point);
        boolean drop = point.of(Dimension.MISSING).equals("drop");
        var sample = sample(point);
        var kept = new ArrayList<Integer>();
        for (int i = 0; i < z.length; i++) {
            if (sample.test(i) && !Double.isNaN(z[i]) && (!drop || complete(columns, i))) {
                kept.add(i);
            }
        }
        if (kept.isEmpty()) {
            return new Specification.Unready(
                    "no_rows", "No row has a tier, the interest" + (drop ? " and all evidence and controls." : "."));
        }
        var at = kept.stream().mapToInt(i -> i).toArray();
        var design = new ArrayList<Column>();
        for (var column : columns) {
            design.addAll(filled(column, at));
        }
        if (point.of(Dimension.CONTROLS).contains("region")) {
            design.addAll(indicators("region", at, i -> rows.row(i).region()));
        }
        String year = point.of(Dimension.YEAR);
        if (year.equals("dummies")) {
            design.addAll(
                    indicators("year", at, i -> Integer.toString(rows.row(i).year())));
        } else if (year.equals("trend")) {
            design.add(new Column("year", pick(at, i -> rows.row(i).year() - 2014.0)));
        }
        addInterest(design, interest, point.of(Dimension.VARIATION), z, at);
        return ready(point, interest, lag, at, design);
    }

    private Specification ready(Universe.Point point, Variable interest, int lag, int[] at, List<Column> design) {
        var outcome = outcome(point, at);
        var names = design.stream().map(Column::name).toList();
        var x = Matrix.ofColumns(at.length, design.stream().map(Column::values).toArray(double[][]::new));
        var data = OrderedData.of(outcome.codes, outcome.levels, x, names);
        if (point.of(Dimension.YEAR).equals("moving_thresholds")) {
            IntFunction<String> period = i -> threshold(rows.row(i).year());
            var labels =
                    List.copyOf(new TreeSet<>(Arrays.stream(at).mapToObj(period).toList()));
            var groups =
                    Arrays.stream(at).map(i -> labels.indexOf(period.apply(i))).toArray();
            data = data.withThresholdsBy(groups, labels);
        }
        return new Specification.Ready(
                data,
                Link.valueOf(point.of(Dimension.LINK).toUpperCase(Locale.ROOT)),
                point.of(Dimension.ESTIMATOR).equals("firth"),
                interest.yesNo(),
                universe.sign(point) * rows.step(interest, lag),
                new Target.AtLeast(outcome.target),
                outcome.second,
                universe.orientation(),
                pickInt(at, i -> rows.block[i]),
                pickInt(at, i -> rows.row(i).year()));
    }

    /// The last administration has one report so far; it shares thresholds with the one before.
    private static String threshold(int year) {
        return year <= 2008 ? "2004-2008" : year <= 2016 ? "2009-2016" : year <= 2020 ? "2017-2020" : "2021-";
    }

    private List<Column> columns(Universe.Point point) {
        return Stream.concat(
                        rows.evidenceOf(point.of(Dimension.EVIDENCE)).stream(),
                        rows.controlsOf(point.of(Dimension.CONTROLS)).stream())
                .map(v -> new Column(v.key(), rows.column(v, 1)))
                .toList();
    }

    private static boolean complete(List<Column> columns, int i) {
        for (var column : columns) {
            if (Double.isNaN(column.values[i])) {
                return false;
            }
        }
        return true;
    }

    /// The column at the rows kept; where some are missing, their mean and a column that says so.
    private static List<Column> filled(Column column, int[] at) {
        double sum = 0;
        int n = 0;
        for (int i : at) {
            if (!Double.isNaN(column.values[i])) {
                sum += column.values[i];
                n++;
            }
        }
        double mean = n == 0 ? 0 : sum / n;
        var values = pick(at, i -> Double.isNaN(column.values[i]) ? mean : column.values[i]);
        if (n == at.length) {
            return List.of(new Column(column.name, values));
        }
        var missing = pick(at, i -> Double.isNaN(column.values[i]) ? 1 : 0);
        return n == 0
                ? List.of()
                : List.of(new Column(column.name, values), new Column("missing_" + column.name, missing));
    }

    private static List<Column> indicators(String name, int[] at, IntFunction<String> label) {
        var levels = List.copyOf(new TreeSet<>(Arrays.stream(at).mapToObj(label).toList()));
        var columns = new ArrayList<Column>();
        for (var level : levels.subList(1, levels.size())) {
            columns.add(new Column(
                    name + "_" + level, pick(at, i -> label.apply(i).equals(level) ? 1 : 0)));
        }
        return columns;
    }

    private void addInterest(List<Column> design, Variable interest, String variation, double[] z, int[] at) {
        var sums = new double[rows.blocks.size()];
        var counts = new int[rows.blocks.size()];
        for (int i : at) {
            sums[rows.block[i]] += z[i];
            counts[rows.block[i]]++;
        }
        var mean = pick(at, i -> sums[rows.block[i]] / counts[rows.block[i]]);
        var values = pick(at, i -> z[i]);
        switch (variation) {
            case "total" -> design.add(new Column(interest.key(), values));
            case "between" -> design.add(new Column(interest.key() + "_mean", mean));
            case "within" -> {
                design.add(new Column(interest.key() + "_mean", mean));
                var within = new double[at.length];
                for (int i = 0; i < within.length; i++) {
                    within[i] = values[i] - mean[i];
                }
                design.add(new Column(interest.key() + "_within", within));
            }
            default -> throw new IllegalStateException("variation " + variation);
        }
    }

    private record Coded(int[] codes, List<String> levels, int target, Optional<Target.AtLeast> second) {}

    private Coded outcome(Universe.Point point, int[] at) {
        boolean watchList = point.of(Dimension.DOWNGRADES).equals("as_watch_list");
        var severity = pickInt(at, i -> {
            int own = (int) rows.outcome[i];
            return !waivers && watchList && own == 3 && rows.row(i).automaticDowngrade() ? 2 : own;
        });
        return switch (point.of(Dimension.OUTCOME)) {
            case "tiers" -> new Coded(severity, List.of("1", "2", "2WL", "3"), 3, Optional.of(new Target.AtLeast(2)));
            case "merged" ->
                new Coded(
                        Arrays.stream(severity)
                                .map(s -> s == 0 ? 0 : s == 3 ? 2 : 1)
                                .toArray(),
                        List.of("1", "2/2WL", "3"),
                        2,
                        Optional.empty());
            case "tier3" ->
                new Coded(
                        Arrays.stream(severity).map(s -> s == 3 ? 1 : 0).toArray(),
                        List.of("not 3", "3"),
                        1,
                        Optional.empty());
            case "full_waiver" ->
                new Coded(
                        Arrays.stream(severity).map(s -> s == 2 ? 1 : 0).toArray(),
                        List.of("restricted", "full waiver"),
                        1,
                        Optional.empty());
            case "any_waiver" ->
                new Coded(
                        Arrays.stream(severity).map(s -> s >= 1 ? 1 : 0).toArray(),
                        List.of("restricted in full", "waiver"),
                        1,
                        Optional.empty());
            default -> throw new IllegalStateException("outcome " + point.of(Dimension.OUTCOME));
        };
    }

    /// The countries of an option of the sample.
    ///
    /// @throws BadRequest if there is no such region
    static Region sample(Catalogue catalogue, String option) {
        return catalogue.countries().region(option.equals("all") ? "WORLD" : option);
    }

    private IntPredicate sample(Universe.Point point) {
        var region = sample(rows.catalogue, point.of(Dimension.SAMPLE));
        String period = point.of(Dimension.PERIOD);
        int from = Integer.parseInt(period.substring(0, 4));
        int to = Integer.parseInt(period.substring(5));
        return i -> {
            var row = rows.row(i);
            return row.year() >= from && row.year() <= to && region.contains(row.iso3());
        };
    }

    private static double[] pick(int[] at, java.util.function.IntToDoubleFunction of) {
        return Arrays.stream(at).mapToDouble(of).toArray();
    }

    private static int[] pickInt(int[] at, java.util.function.IntUnaryOperator of) {
        return Arrays.stream(at).map(of).toArray();
    }
}
