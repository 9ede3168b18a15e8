package org.evenhand.statistics.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.tasks.Interruption;

/// A design matrix and the account of how it came about.
///
/// A row is used where no term and no other required column lacks a value; [#missing()] says how many values
/// each lacks, and [#dropped()] how many rows fell out in all.
public final class Design {
    /// Most columns of a design; more are a mistake (a factor of a column of numbers) and would not fit into memory.
    public static final int MOST_COLUMNS = 500;

    /// Most values of a design, rows by columns: 200 MB for each of the few copies that a fit makes.
    public static final int MOST_VALUES = 25_000_000;

    /// Which columns say unit and time, for lags.
    ///
    /// @param unit column of units; empty where there is none
    /// @param time column of whole numbers, one row a unit and time; empty where there is none
    public record Panel(String unit, String time) {
        /// No units and no time: lags cannot be built.
        public static final Panel NONE = new Panel("", "");

        int[] before(Frame frame, int by) {
            if (unit.isEmpty() || time.isEmpty()) {
                throw new DesignProblem(
                        DesignProblem.Kind.REQUEST,
                        "A lag needs to know unit and time.",
                        "Name the columns of units and of time (for the command: --unit iso3 --time year).");
            }
            var units = frame.asLabels(unit);
            var times = frame.asNumbers(time);
            var at = new HashMap<String, Integer>();
            for (int i = 0; i < times.length; i++) {
                if (units.get(i).isEmpty() || Double.isNaN(times[i])) {
                    continue;
                }
                if (times[i] != Math.rint(times[i])) {
                    throw new DesignProblem(
                            DesignProblem.Kind.DATA,
                            "Column %s, row %d: %s is not a whole number.".formatted(time, i + 1, times[i]),
                            "Lags count whole time steps; give time as whole numbers.");
                }
                var other = at.put(units.get(i) + "\n" + (long) times[i], i);
                if (other != null) {
                    throw new DesignProblem(
                            DesignProblem.Kind.DATA,
                            "Rows %d and %d are both %s at %d."
                                    .formatted(other + 1, i + 1, units.get(i), (long) times[i]),
                            "A lag needs one row a unit and time: correct or merge them.");
                }
            }
            var result = new int[times.length];
            for (int i = 0; i < result.length; i++) {
                result[i] =
                        Double.isNaN(times[i]) ? -1 : at.getOrDefault(units.get(i) + "\n" + ((long) times[i] - by), -1);
            }
            return result;
        }
    }

    /// How many rows lack a value.
    ///
    /// @param what the term or column
    /// @param rows how many, whether or not they lack others too
    public record Missing(String what, int rows) {}

    /// The columns that a term gave.
    public record Part(Term term, int from, int count) {}

    private final Evaluation evaluation;
    private final List<Term> terms;
    private final int[] rows;
    private final int total;
    private final Matrix x;
    private final List<String> names;
    private final List<Part> parts;
    private final List<Missing> missing;

    private Design(
            Evaluation evaluation,
            List<Term> terms,
            int[] rows,
            int total,
            Matrix x,
            List<String> names,
            List<Part> parts,
            List<Missing> missing) {
        this.evaluation = evaluation;
        this.terms = List.copyOf(terms);
        this.rows = rows;
        this.total = total;
        this.x = x;
        this.names = List.copyOf(names);
        this.parts = List.copyOf(parts);
        this.missing = List.copyOf(missing);
    }

    /// Builds a design.
    ///
    /// @param terms in order; none gives a matrix without columns
    /// @param required other columns that a used row must have, such as outcome, weights and clusters
    /// @throws DesignProblem where the terms cannot be built
    public static Design of(Frame frame, List<Term> terms, Panel panel, List<String> required) {
        var evaluation = new Evaluation(frame, panel);
        var used = new boolean[frame.rows()];
        Arrays.fill(used, true);
        var missing = new ArrayList<Missing>();
        for (var column : new LinkedHashSet<>(required)) {
            var labels = frame.asLabels(column);
            int count = 0;
            for (int i = 0; i < used.length; i++) {
                if (labels.get(i).isEmpty()) {
                    used[i] = false;
                    count++;
                }
            }
            if (count > 0) {
                missing.add(new Missing(column, count));
            }
        }
        for (var term : terms) {
            var lacks = evaluation.missing(term);
            int count = 0;
            for (int i = 0; i < used.length; i++) {
                if (lacks[i]) {
                    used[i] = false;
                    count++;
                }
            }
            if (count > 0) {
                missing.add(new Missing(term.text(), count));
            }
        }
        int n = 0;
        for (boolean u : used) {
            n += u ? 1 : 0;
        }
        var rows = new int[n];
        int next = 0;
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                rows[next++] = i;
            }
        }
        for (var term : terms) {
            evaluation.fix(term, used);
        }
        long wide = 0;
        for (var term : terms) {
            wide += evaluation.count(term);
        }
        if (wide > MOST_COLUMNS) {
            throw new DesignProblem(
                    DesignProblem.Kind.REQUEST,
                    "The terms make %,d columns; at most %d are fitted.".formatted(wide, MOST_COLUMNS),
                    "Look for a factor or a product with too many different values.");
        }
        if (n * wide > MOST_VALUES) {
            throw new DesignProblem(
                    DesignProblem.Kind.REQUEST,
                    "%,d rows of %,d columns are %,d values; at most %,d are fitted."
                            .formatted(n, wide, n * wide, MOST_VALUES),
                    "Take fewer rows, or terms with fewer columns.");
        }
        var names = new ArrayList<String>();
        var parts = new ArrayList<Part>();
        var columns = new ArrayList<double[]>();
        for (var term : terms) {
            Interruption.check();
            int from = names.size();
            for (var column : evaluation.columns(term, Map.of())) {
                names.add(column.name());
                columns.add(select(column.values(), rows));
            }
            parts.add(new Part(term, from, names.size() - from));
        }
        var x = Matrix.ofColumns(n, columns.toArray(new double[0][]));
        return new Design(evaluation, terms, rows, used.length, x, names, parts, missing);
    }

    private static double[] select(double[] values, int[] rows) {
        var result = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            result[i] = values[rows[i]];
        }
        return result;
    }

    /// The matrix, one row for each entry of [#rows()], without an intercept column.
    public Matrix x() {
        return x;
    }

    /// One name for each column.
    public List<String> names() {
        return names;
    }

    /// The rows of the frame that are used, ascending.
    public int[] rows() {
        return rows.clone();
    }

    /// How many rows fell out.
    public int dropped() {
        return total - rows.length;
    }

    /// What lacks values, in the order asked for; terms without gaps are left out.
    public List<Missing> missing() {
        return missing;
    }

    /// Which columns belong to which term.
    public List<Part> parts() {
        return parts;
    }

    /// The labels of a factor of this design, reference first.
    public List<String> levels(Term.Factor factor) {
        return evaluation.levels(factor);
    }

    /// The matrix with some terms changed wherever they occur, also inside interactions; factors and means stay
    /// as they were.
    public Matrix changed(Map<Term, Change> changes) {
        var columns = new ArrayList<double[]>();
        for (var term : terms) {
            for (var column : evaluation.columns(term, new LinkedHashMap<>(changes))) {
                columns.add(select(column.values(), rows));
            }
        }
        return Matrix.ofColumns(rows.length, columns.toArray(new double[0][]));
    }

    /// The terms that interactions are made of, and those that stand alone, each once.
    public List<Term> simpleTerms() {
        var result = new LinkedHashSet<Term>();
        for (var term : terms) {
            collect(term, result);
        }
        return List.copyOf(result);
    }

    private static void collect(Term term, LinkedHashSet<Term> into) {
        if (term instanceof Term.Interaction(var left, var right)) {
            collect(left, into);
            collect(right, into);
        } else {
            into.add(term);
        }
    }

    /// The values of a simple term in the rows that are used.
    public double[] values(Term term) {
        return select(evaluation.columns(term, Map.of()).getFirst().values(), rows);
    }
}
