package org.evenhand.statistics.biasreduced;

/// Solves the adjusted score equations.
///
/// Steps are Fisher scoring's while those bring the scores closer to zero, measured by the inverse
/// information of the point they start from; otherwise Newton's with a Jacobian of central differences,
/// which always point closer.
final class ScoreRoot {
    private static final int ITERATIONS = 500;
    private static final int BOLD_ITERATIONS = 3000;
    private static final int PATIENCE = 30;
    private static final int HALVINGS = 40;
    private static final double DIFFERENCE = 1e-5;

    private final AdjustedScores scores;
    private final double tolerance;
    double[] at;
    int iterations;
    double largest = Double.POSITIVE_INFINITY;

    ScoreRoot(AdjustedScores scores, double[] start, double tolerance) {
        this.scores = scores;
        this.at = start;
        this.tolerance = tolerance;
    }

    /// True where the scores vanish; they are left at the point [#at].
    boolean find() {
        if (!scores.at(at)) {
            return false;
        }
        for (iterations = 0; iterations < ITERATIONS; iterations++) {
            largest = 0;
            for (double score : scores.scores) {
                largest = Math.max(largest, Math.abs(score));
            }
            if (largest <= tolerance) {
                return true;
            }
            double[] measure = scores.inverse.clone();
            double[] now = scores.scores.clone();
            double[] scoring = times(measure, now);
            double distance = dot(scoring, now);
            boolean moved = iterations < PATIENCE && search(scoring, measure, distance, 4);
            if (!moved) {
                double[] newton = newtonStep(now);
                moved = newton.length > 0 && search(newton, measure, distance, HALVINGS);
            }
            if (!moved && !search(scoring, measure, distance, HALVINGS)) {
                return false;
            }
        }
        return false;
    }

    /// As [#find], by scoring steps of full length: further from a root they may pass where the scores
    /// grow first.
    boolean findBoldly() {
        if (!scores.at(at)) {
            return false;
        }
        for (iterations = 0; iterations < BOLD_ITERATIONS; iterations++) {
            largest = 0;
            for (double score : scores.scores) {
                largest = Math.max(largest, Math.abs(score));
            }
            if (largest <= tolerance) {
                return true;
            }
            double[] step = times(scores.inverse, scores.scores);
            double[] next = at;
            boolean possible = false;
            double length = 1;
            for (int halving = 0; halving < HALVINGS && !possible; halving++, length /= 2) {
                next = new double[at.length];
                for (int j = 0; j < at.length; j++) {
                    next[j] = Math.fma(length, step[j], at[j]);
                }
                possible = scores.at(next);
            }
            if (!possible) {
                return false;
            }
            at = next;
        }
        return false;
    }

    /// Halves the step until the scores are closer to zero, a Newton step's promise shared by one in ten
    /// thousand.
    private boolean search(double[] step, double[] measure, double distance, int halvings) {
        double length = 1;
        for (int halving = 0; halving < halvings; halving++, length /= 2) {
            double[] next = new double[at.length];
            for (int j = 0; j < at.length; j++) {
                next[j] = Math.fma(length, step[j], at[j]);
            }
            if (scores.at(next) && dot(times(measure, scores.scores), scores.scores) < (1 - 1e-4 * length) * distance) {
                at = next;
                return true;
            }
        }
        return false;
    }

    /// The solution of `J d = −U`; empty where the Jacobian cannot be had or is singular.
    private double[] newtonStep(double[] now) {
        int size = at.length;
        double[][] rows = new double[size][size + 1];
        for (int j = 0; j < size; j++) {
            double[] moved = at.clone();
            moved[j] = at[j] + DIFFERENCE;
            if (!scores.at(moved)) {
                return new double[0];
            }
            double[] up = scores.scores.clone();
            moved[j] = at[j] - DIFFERENCE;
            if (!scores.at(moved)) {
                return new double[0];
            }
            for (int i = 0; i < size; i++) {
                rows[i][j] = (up[i] - scores.scores[i]) / (2 * DIFFERENCE);
                rows[i][size] = -now[i];
            }
        }
        return eliminate(rows);
    }

    /// Gaussian elimination with row exchanges; empty where a pivot vanishes.
    private static double[] eliminate(double[][] rows) {
        int size = rows.length;
        for (int j = 0; j < size; j++) {
            int best = j;
            for (int i = j + 1; i < size; i++) {
                best = Math.abs(rows[i][j]) > Math.abs(rows[best][j]) ? i : best;
            }
            double[] exchanged = rows[best];
            rows[best] = rows[j];
            rows[j] = exchanged;
            if (!(Math.abs(exchanged[j]) > 1e-300)) {
                return new double[0];
            }
            for (int i = j + 1; i < size; i++) {
                double factor = rows[i][j] / exchanged[j];
                for (int k = j; k <= size; k++) {
                    rows[i][k] -= factor * exchanged[k];
                }
            }
        }
        double[] solution = new double[size];
        for (int j = size - 1; j >= 0; j--) {
            double sum = rows[j][size];
            for (int k = j + 1; k < size; k++) {
                sum -= rows[j][k] * solution[k];
            }
            solution[j] = sum / rows[j][j];
        }
        return solution;
    }

    private static double[] times(double[] symmetric, double[] vector) {
        int size = vector.length;
        double[] result = new double[size];
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < size; k++) {
                result[j] = Math.fma(symmetric[j * size + k], vector[k], result[j]);
            }
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum = Math.fma(a[j], b[j], sum);
        }
        return sum;
    }
}
