package org.evenhand.statistics.linear;

/// The portable kernels: the reference for the bits that the vector kernels must reproduce.
final class ScalarKernels implements Kernels {
    private static final int SIXTEEN = 16;

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public double dot(double[] a, int aFrom, double[] b, int bFrom, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        double s8 = 0, s9 = 0, sa = 0, sb = 0, sc = 0, sd = 0, se = 0, sf = 0;
        int whole = n & -16;
        for (int i = 0; i < whole; i += 16) {
            int p = aFrom + i;
            int q = bFrom + i;
            s0 = Math.fma(a[p], b[q], s0);
            s1 = Math.fma(a[p + 1], b[q + 1], s1);
            s2 = Math.fma(a[p + 2], b[q + 2], s2);
            s3 = Math.fma(a[p + 3], b[q + 3], s3);
            s4 = Math.fma(a[p + 4], b[q + 4], s4);
            s5 = Math.fma(a[p + 5], b[q + 5], s5);
            s6 = Math.fma(a[p + 6], b[q + 6], s6);
            s7 = Math.fma(a[p + 7], b[q + 7], s7);
            s8 = Math.fma(a[p + 8], b[q + 8], s8);
            s9 = Math.fma(a[p + 9], b[q + 9], s9);
            sa = Math.fma(a[p + 10], b[q + 10], sa);
            sb = Math.fma(a[p + 11], b[q + 11], sb);
            sc = Math.fma(a[p + 12], b[q + 12], sc);
            sd = Math.fma(a[p + 13], b[q + 13], sd);
            se = Math.fma(a[p + 14], b[q + 14], se);
            sf = Math.fma(a[p + 15], b[q + 15], sf);
        }
        double l0 = (s0 + s4) + (s8 + sc);
        double l1 = (s1 + s5) + (s9 + sd);
        double l2 = (s2 + s6) + (sa + se);
        double l3 = (s3 + s7) + (sb + sf);
        double sum = (l0 + l1) + (l2 + l3);
        for (int i = whole; i < n; i++) {
            sum = Math.fma(a[aFrom + i], b[bFrom + i], sum);
        }
        return sum;
    }

    @Override
    public double sum(double[] a, int from, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        double s8 = 0, s9 = 0, sa = 0, sb = 0, sc = 0, sd = 0, se = 0, sf = 0;
        int whole = n & -16;
        for (int i = 0; i < whole; i += 16) {
            int p = from + i;
            s0 += a[p];
            s1 += a[p + 1];
            s2 += a[p + 2];
            s3 += a[p + 3];
            s4 += a[p + 4];
            s5 += a[p + 5];
            s6 += a[p + 6];
            s7 += a[p + 7];
            s8 += a[p + 8];
            s9 += a[p + 9];
            sa += a[p + 10];
            sb += a[p + 11];
            sc += a[p + 12];
            sd += a[p + 13];
            se += a[p + 14];
            sf += a[p + 15];
        }
        double l0 = (s0 + s4) + (s8 + sc);
        double l1 = (s1 + s5) + (s9 + sd);
        double l2 = (s2 + s6) + (sa + se);
        double l3 = (s3 + s7) + (sb + sf);
        double sum = (l0 + l1) + (l2 + l3);
        for (int i = whole; i < n; i++) {
            sum += a[from + i];
        }
        return sum;
    }

    @Override
    public void moments(double[] a, int from, int n, double centre, double[] out) {
        var sums = new double[SIXTEEN];
        var squares = new double[SIXTEEN];
        int whole = n & -SIXTEEN;
        for (int i = 0; i < whole; i += SIXTEEN) {
            for (int lane = 0; lane < SIXTEEN; lane++) {
                double d = a[from + i + lane] - centre;
                sums[lane] += d;
                squares[lane] = Math.fma(d, d, squares[lane]);
            }
        }
        out[0] = foldSixteen(sums);
        out[1] = foldSixteen(squares);
        addMoments(a, from + whole, n - whole, centre, out);
    }

    /// Adds entries in order to sums that [#moments] has folded.
    static void addMoments(double[] a, int from, int n, double centre, double[] out) {
        for (int i = from; i < from + n; i++) {
            double d = a[i] - centre;
            out[0] += d;
            out[1] = Math.fma(d, d, out[1]);
        }
    }

    private static double foldSixteen(double[] s) {
        double l0 = (s[0] + s[4]) + (s[8] + s[12]);
        double l1 = (s[1] + s[5]) + (s[9] + s[13]);
        double l2 = (s[2] + s[6]) + (s[10] + s[14]);
        double l3 = (s[3] + s[7]) + (s[11] + s[15]);
        return (l0 + l1) + (l2 + l3);
    }

    @Override
    public void times(double[] x, int n, int p, int from, int to, double[] b, int bFrom, double[] out) {
        for (int i = from; i < to; i++) {
            double sum = 0;
            for (int j = 0; j < p; j++) {
                sum = Math.fma(x[j * n + i], b[bFrom + j], sum);
            }
            out[i - from] = sum;
        }
    }

    @Override
    public void addProducts(double[] x, int n, int p, int from, int to, double[] v, double[] lanes) {
        for (int j = 0; j < p; j++) {
            addProduct(x, j * n, from, to, v, lanes, LANES * j);
        }
    }

    @Override
    public void addProducts(
            double[] x, int n, int p, int from, int to, double[] u, double[] v, double[] w, double[] lanes) {
        for (int j = 0; j < p; j++) {
            addProduct(x, j * n, from, to, u, lanes, LANES * 3 * j);
            addProduct(x, j * n, from, to, v, lanes, LANES * (3 * j + 1));
            addProduct(x, j * n, from, to, w, lanes, LANES * (3 * j + 2));
        }
    }

    private static void addProduct(double[] x, int column, int from, int to, double[] v, double[] lanes, int at) {
        int whole = from + ((to - from) & -LANES);
        double s0 = lanes[at], s1 = lanes[at + 1], s2 = lanes[at + 2], s3 = lanes[at + 3];
        for (int i = from; i < whole; i += LANES) {
            int r = i - from;
            s0 = Math.fma(x[column + i], v[r], s0);
            s1 = Math.fma(x[column + i + 1], v[r + 1], s1);
            s2 = Math.fma(x[column + i + 2], v[r + 2], s2);
            s3 = Math.fma(x[column + i + 3], v[r + 3], s3);
        }
        lanes[at] = s0;
        lanes[at + 1] = s1;
        lanes[at + 2] = s2;
        lanes[at + 3] = s3;
        addRest(x, column, from, whole, to, v, lanes, at);
    }

    /// The rows behind the last whole vector, each into its lane.
    static void addRest(double[] x, int column, int from, int whole, int to, double[] v, double[] lanes, int at) {
        for (int i = whole; i < to; i++) {
            int lane = at + i - whole;
            lanes[lane] = Math.fma(x[column + i], v[i - from], lanes[lane]);
        }
    }

    @Override
    public void transposeTimes(double[] x, int n, int p, int from, int to, double[] v, double[] out, int outFrom) {
        for (int j = 0; j < p; j++) {
            out[outFrom + j] = dot(x, j * n + from, v, from, to - from);
        }
    }

    @Override
    public void crossProduct(double[] x, int n, int p, double[] w, double[] lanes, double[] out) {
        for (int j = 0; j < p; j++) {
            for (int k = j; k < p; k++) {
                double entry = weighted(x, j * n, k * n, w, n);
                out[j * p + k] = entry;
                out[k * p + j] = entry;
            }
        }
    }

    /// `Σ (w x_j) x_k` in four lanes; the weight goes to the first column, as in the vector kernel.
    static double weighted(double[] x, int j, int k, double[] w, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int whole = n & -4;
        for (int i = 0; i < whole; i += 4) {
            s0 = Math.fma(w[i] * x[j + i], x[k + i], s0);
            s1 = Math.fma(w[i + 1] * x[j + i + 1], x[k + i + 1], s1);
            s2 = Math.fma(w[i + 2] * x[j + i + 2], x[k + i + 2], s2);
            s3 = Math.fma(w[i + 3] * x[j + i + 3], x[k + i + 3], s3);
        }
        double sum = (s0 + s1) + (s2 + s3);
        for (int i = whole; i < n; i++) {
            sum = Math.fma(w[i] * x[j + i], x[k + i], sum);
        }
        return sum;
    }

    @Override
    public double largest(double[] a, int from, int n) {
        double most = 0;
        for (int i = 0; i < n; i++) {
            most = Math.max(most, Math.abs(a[from + i]));
        }
        return most;
    }

    @Override
    public void exp(double[] in, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Elementary.exp(in[i]);
        }
    }

    @Override
    public void log(double[] in, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Elementary.log(in[i]);
        }
    }
}
