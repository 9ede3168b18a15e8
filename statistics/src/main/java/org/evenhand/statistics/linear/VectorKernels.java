package org.evenhand.statistics.linear;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The kernels on vectors. Loaded by name, only where the module is present.
///
/// Sums run on vectors of exactly four doubles, never on the preferred width and never with a reduction
/// across lanes: both would make the last bits depend on the machine. What has one result an entry has
/// the same bits at any width, and takes eight where the processor has them.
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Double> D4 = DoubleVector.SPECIES_256;
    private static final boolean EIGHT = VectorShape.preferredShape().vectorBitSize() >= 512;
    private static final VectorSpecies<Double> WIDE = EIGHT ? DoubleVector.SPECIES_512 : D4;
    private static final VectorSpecies<Long> WIDE_LONGS = EIGHT ? LongVector.SPECIES_512 : LongVector.SPECIES_256;
    private static final int WIDTH = EIGHT ? 8 : 4;

    /// Called by name; see [KernelChoice].
    VectorKernels() {}

    @Override
    public String name() {
        return VectorShape.preferredShape().vectorBitSize() >= 256 ? "vector" : "unusable";
    }

    @Override
    public double dot(double[] a, int aFrom, double[] b, int bFrom, int n) {
        int whole = n & -16;
        var v0 = DoubleVector.zero(D4);
        var v1 = DoubleVector.zero(D4);
        var v2 = DoubleVector.zero(D4);
        var v3 = DoubleVector.zero(D4);
        for (int i = 0; i < whole; i += 16) {
            int p = aFrom + i;
            int q = bFrom + i;
            v0 = DoubleVector.fromArray(D4, a, p).fma(DoubleVector.fromArray(D4, b, q), v0);
            v1 = DoubleVector.fromArray(D4, a, p + 4).fma(DoubleVector.fromArray(D4, b, q + 4), v1);
            v2 = DoubleVector.fromArray(D4, a, p + 8).fma(DoubleVector.fromArray(D4, b, q + 8), v2);
            v3 = DoubleVector.fromArray(D4, a, p + 12).fma(DoubleVector.fromArray(D4, b, q + 12), v3);
        }
        var v = v0.add(v1).add(v2.add(v3));
        double sum = (v.lane(0) + v.lane(1)) + (v.lane(2) + v.lane(3));
        for (int i = whole; i < n; i++) {
            sum = Math.fma(a[aFrom + i], b[bFrom + i], sum);
        }
        return sum;
    }

    @Override
    public double sum(double[] a, int from, int n) {
        int whole = n & -16;
        var v0 = DoubleVector.zero(D4);
        var v1 = DoubleVector.zero(D4);
        var v2 = DoubleVector.zero(D4);
        var v3 = DoubleVector.zero(D4);
        for (int i = 0; i < whole; i += 16) {
            int p = from + i;
            v0 = v0.add(DoubleVector.fromArray(D4, a, p));
            v1 = v1.add(DoubleVector.fromArray(D4, a, p + 4));
            v2 = v2.add(DoubleVector.fromArray(D4, a, p + 8));
            v3 = v3.add(DoubleVector.fromArray(D4, a, p + 12));
        }
        var v = v0.add(v1).add(v2.add(v3));
        double sum = (v.lane(0) + v.lane(1)) + (v.lane(2) + v.lane(3));
        for (int i = whole; i < n; i++) {
            sum += a[from + i];
        }
        return sum;
    }

    @Override
    public void moments(double[] a, int from, int n, double centre, double[] out) {
        int whole = n & -16;
        var v0 = DoubleVector.zero(D4);
        var v1 = DoubleVector.zero(D4);
        var v2 = DoubleVector.zero(D4);
        var v3 = DoubleVector.zero(D4);
        var w0 = DoubleVector.zero(D4);
        var w1 = DoubleVector.zero(D4);
        var w2 = DoubleVector.zero(D4);
        var w3 = DoubleVector.zero(D4);
        for (int i = 0; i < whole; i += 16) {
            int p = from + i;
            var d0 = DoubleVector.fromArray(D4, a, p).sub(centre);
            v0 = v0.add(d0);
            w0 = d0.fma(d0, w0);
            var d1 = DoubleVector.fromArray(D4, a, p + 4).sub(centre);
            v1 = v1.add(d1);
            w1 = d1.fma(d1, w1);
            var d2 = DoubleVector.fromArray(D4, a, p + 8).sub(centre);
            v2 = v2.add(d2);
            w2 = d2.fma(d2, w2);
            var d3 = DoubleVector.fromArray(D4, a, p + 12).sub(centre);
            v3 = v3.add(d3);
            w3 = d3.fma(d3, w3);
        }
        var v = v0.add(v1).add(v2.add(v3));
        double sum = (v.lane(0) + v.lane(1)) + (v.lane(2) + v.lane(3));
        var w = w0.add(w1).add(w2.add(w3));
        double square = (w.lane(0) + w.lane(1)) + (w.lane(2) + w.lane(3));
        out[0] = sum;
        out[1] = square;
        ScalarKernels.addMoments(a, from + whole, n - whole, centre, out);
    }

    @Override
    public void times(double[] x, int n, int p, int from, int to, double[] b, int bFrom, double[] out) {
        int i = from;
        for (; i + 16 <= to; i += 16) {
            timesBlock(x, n, p, b, bFrom, out, i, i - from);
        }
        if (i < to && to - from >= 16) {
            // A row's sum does not depend on its block: the last one may overlap.
            timesBlock(x, n, p, b, bFrom, out, to - 16, to - from - 16);
            return;
        }
        for (; i < to; i++) {
            double sum = 0;
            for (int j = 0; j < p; j++) {
                sum = Math.fma(x[j * n + i], b[bFrom + j], sum);
            }
            out[i - from] = sum;
        }
    }

    private static void timesBlock(double[] x, int n, int p, double[] b, int bFrom, double[] out, int i, int outFrom) {
        var v0 = DoubleVector.zero(D4);
        var v1 = DoubleVector.zero(D4);
        var v2 = DoubleVector.zero(D4);
        var v3 = DoubleVector.zero(D4);
        for (int j = 0; j < p; j++) {
            var c = DoubleVector.broadcast(D4, b[bFrom + j]);
            int at = j * n + i;
            v0 = DoubleVector.fromArray(D4, x, at).fma(c, v0);
            v1 = DoubleVector.fromArray(D4, x, at + 4).fma(c, v1);
            v2 = DoubleVector.fromArray(D4, x, at + 8).fma(c, v2);
            v3 = DoubleVector.fromArray(D4, x, at + 12).fma(c, v3);
        }
        v0.intoArray(out, outFrom);
        v1.intoArray(out, outFrom + 4);
        v2.intoArray(out, outFrom + 8);
        v3.intoArray(out, outFrom + 12);
    }

    /// Columns whose sums with one vector are in registers at once.
    private static final int COLUMNS = 5;

    @Override
    public void addProducts(double[] x, int n, int p, int from, int to, double[] v, double[] lanes) {
        int whole = from + ((to - from) & -LANES);
        for (int j = 0; j < p; j += COLUMNS) {
            addColumns(x, n, p, from, whole, v, lanes, j);
        }
        for (int j = 0; j < p; j++) {
            ScalarKernels.addRest(x, j * n, from, whole, to, v, lanes, LANES * j);
        }
    }

    /// Columns from `j` on. Where there are fewer, the last is taken several times and kept once.
    private static void addColumns(double[] x, int n, int p, int from, int whole, double[] v, double[] lanes, int j) {
        int last = p - 1;
        int c1 = Math.min(j + 1, last);
        int c2 = Math.min(j + 2, last);
        int c3 = Math.min(j + 3, last);
        int c4 = Math.min(j + 4, last);
        var s0 = DoubleVector.fromArray(D4, lanes, LANES * j);
        var s1 = DoubleVector.fromArray(D4, lanes, LANES * c1);
        var s2 = DoubleVector.fromArray(D4, lanes, LANES * c2);
        var s3 = DoubleVector.fromArray(D4, lanes, LANES * c3);
        var s4 = DoubleVector.fromArray(D4, lanes, LANES * c4);
        for (int i = from; i < whole; i += LANES) {
            var value = DoubleVector.fromArray(D4, v, i - from);
            s0 = value.fma(DoubleVector.fromArray(D4, x, j * n + i), s0);
            s1 = value.fma(DoubleVector.fromArray(D4, x, c1 * n + i), s1);
            s2 = value.fma(DoubleVector.fromArray(D4, x, c2 * n + i), s2);
            s3 = value.fma(DoubleVector.fromArray(D4, x, c3 * n + i), s3);
            s4 = value.fma(DoubleVector.fromArray(D4, x, c4 * n + i), s4);
        }
        s4.intoArray(lanes, LANES * c4);
        s3.intoArray(lanes, LANES * c3);
        s2.intoArray(lanes, LANES * c2);
        s1.intoArray(lanes, LANES * c1);
        s0.intoArray(lanes, LANES * j);
    }

    @Override
    public void addProducts(
            double[] x, int n, int p, int from, int to, double[] u, double[] v, double[] w, double[] lanes) {
        int whole = from + ((to - from) & -LANES);
        int j = 0;
        for (; j + 1 < p; j += 2) {
            addPair(x, n, from, whole, u, v, w, lanes, j);
        }
        if (j < p) {
            addSingle(x, n, from, whole, u, v, w, lanes, j);
        }
        for (j = 0; j < p; j++) {
            ScalarKernels.addRest(x, j * n, from, whole, to, u, lanes, LANES * 3 * j);
            ScalarKernels.addRest(x, j * n, from, whole, to, v, lanes, LANES * (3 * j + 1));
            ScalarKernels.addRest(x, j * n, from, whole, to, w, lanes, LANES * (3 * j + 2));
        }
    }

    private static void addPair(
            double[] x, int n, int from, int whole, double[] u, double[] v, double[] w, double[] lanes, int j) {
        int at = LANES * 3 * j;
        int a = j * n;
        int b = a + n;
        var u0 = DoubleVector.fromArray(D4, lanes, at);
        var v0 = DoubleVector.fromArray(D4, lanes, at + 4);
        var w0 = DoubleVector.fromArray(D4, lanes, at + 8);
        var u1 = DoubleVector.fromArray(D4, lanes, at + 12);
        var v1 = DoubleVector.fromArray(D4, lanes, at + 16);
        var w1 = DoubleVector.fromArray(D4, lanes, at + 20);
        for (int i = from; i < whole; i += LANES) {
            int r = i - from;
            var x0 = DoubleVector.fromArray(D4, x, a + i);
            var x1 = DoubleVector.fromArray(D4, x, b + i);
            var first = DoubleVector.fromArray(D4, u, r);
            u0 = x0.fma(first, u0);
            u1 = x1.fma(first, u1);
            var second = DoubleVector.fromArray(D4, v, r);
            v0 = x0.fma(second, v0);
            v1 = x1.fma(second, v1);
            var third = DoubleVector.fromArray(D4, w, r);
            w0 = x0.fma(third, w0);
            w1 = x1.fma(third, w1);
        }
        u0.intoArray(lanes, at);
        v0.intoArray(lanes, at + 4);
        w0.intoArray(lanes, at + 8);
        u1.intoArray(lanes, at + 12);
        v1.intoArray(lanes, at + 16);
        w1.intoArray(lanes, at + 20);
    }

    private static void addSingle(
            double[] x, int n, int from, int whole, double[] u, double[] v, double[] w, double[] lanes, int j) {
        int at = LANES * 3 * j;
        int a = j * n;
        var u0 = DoubleVector.fromArray(D4, lanes, at);
        var v0 = DoubleVector.fromArray(D4, lanes, at + 4);
        var w0 = DoubleVector.fromArray(D4, lanes, at + 8);
        for (int i = from; i < whole; i += LANES) {
            int r = i - from;
            var x0 = DoubleVector.fromArray(D4, x, a + i);
            u0 = x0.fma(DoubleVector.fromArray(D4, u, r), u0);
            v0 = x0.fma(DoubleVector.fromArray(D4, v, r), v0);
            w0 = x0.fma(DoubleVector.fromArray(D4, w, r), w0);
        }
        u0.intoArray(lanes, at);
        v0.intoArray(lanes, at + 4);
        w0.intoArray(lanes, at + 8);
    }

    @Override
    public void transposeTimes(double[] x, int n, int p, int from, int to, double[] v, double[] out, int outFrom) {
        for (int j = 0; j < p; j++) {
            out[outFrom + j] = dot(x, j * n + from, v, from, to - from);
        }
    }

    /// Rows at a time: fifteen columns of so many rows and the sums fit the fastest cache together.
    private static final int TILE = 128;

    /// Columns of a block.
    private static final int BLOCK = 3;

    @Override
    public void crossProduct(double[] x, int n, int p, double[] w, double[] lanes, double[] out) {
        int whole = n & -4;
        Arrays.fill(lanes, 0, LANES * p * p, 0);
        for (int from = 0; from < whole; from += TILE) {
            tile(x, n, p, w, lanes, from, Math.min(whole, from + TILE));
        }
        for (int j = 0; j < p; j++) {
            for (int k = j; k < p; k++) {
                double sum = Kernels.fold(lanes, LANES * (j * p + k));
                for (int i = whole; i < n; i++) {
                    sum = Math.fma(w[i] * x[j * n + i], x[k * n + i], sum);
                }
                out[j * p + k] = sum;
                out[k * p + j] = sum;
            }
        }
    }

    /// Adds the rows of one tile to the sums above the diagonal and, where a block straddles it, to some
    /// below, which nobody reads. The columns that no block of three has are at the left.
    private static void tile(double[] x, int n, int p, double[] w, double[] lanes, int from, int to) {
        int odd = p % BLOCK;
        for (int j = 0; j < odd; j++) {
            for (int k = j; k < odd; k++) {
                single(x, n, p, w, lanes, j, k, from, to);
            }
            for (int k = odd; k < p; k += BLOCK) {
                row(x, n, p, w, lanes, j, k, from, to);
            }
        }
        for (int j = odd; j < p; j += BLOCK) {
            for (int k = j; k < p; k += BLOCK) {
                block(x, n, p, w, lanes, j, k, from, to);
            }
        }
    }

    /// Entries (j..j+2, k..k+2): nine sums in registers at once.
    private static void block(double[] x, int n, int p, double[] w, double[] lanes, int j, int k, int from, int to) {
        int first = LANES * (j * p + k);
        int second = first + LANES * p;
        int third = second + LANES * p;
        var s00 = DoubleVector.fromArray(D4, lanes, first);
        var s01 = DoubleVector.fromArray(D4, lanes, first + 4);
        var s02 = DoubleVector.fromArray(D4, lanes, first + 8);
        var s10 = DoubleVector.fromArray(D4, lanes, second);
        var s11 = DoubleVector.fromArray(D4, lanes, second + 4);
        var s12 = DoubleVector.fromArray(D4, lanes, second + 8);
        var s20 = DoubleVector.fromArray(D4, lanes, third);
        var s21 = DoubleVector.fromArray(D4, lanes, third + 4);
        var s22 = DoubleVector.fromArray(D4, lanes, third + 8);
        int a = j * n;
        int b = a + n;
        int c = b + n;
        int d = k * n;
        int e = d + n;
        int f = e + n;
        for (int i = from; i < to; i += 4) {
            var weight = DoubleVector.fromArray(D4, w, i);
            var x0 = DoubleVector.fromArray(D4, x, d + i);
            var x1 = DoubleVector.fromArray(D4, x, e + i);
            var x2 = DoubleVector.fromArray(D4, x, f + i);
            var u0 = DoubleVector.fromArray(D4, x, a + i).mul(weight);
            s00 = u0.fma(x0, s00);
            s01 = u0.fma(x1, s01);
            s02 = u0.fma(x2, s02);
            var u1 = DoubleVector.fromArray(D4, x, b + i).mul(weight);
            s10 = u1.fma(x0, s10);
            s11 = u1.fma(x1, s11);
            s12 = u1.fma(x2, s12);
            var u2 = DoubleVector.fromArray(D4, x, c + i).mul(weight);
            s20 = u2.fma(x0, s20);
            s21 = u2.fma(x1, s21);
            s22 = u2.fma(x2, s22);
        }
        s00.intoArray(lanes, first);
        s01.intoArray(lanes, first + 4);
        s02.intoArray(lanes, first + 8);
        s10.intoArray(lanes, second);
        s11.intoArray(lanes, second + 4);
        s12.intoArray(lanes, second + 8);
        s20.intoArray(lanes, third);
        s21.intoArray(lanes, third + 4);
        s22.intoArray(lanes, third + 8);
    }

    /// Entries (j, k..k+2).
    private static void row(double[] x, int n, int p, double[] w, double[] lanes, int j, int k, int from, int to) {
        int at = LANES * (j * p + k);
        var s0 = DoubleVector.fromArray(D4, lanes, at);
        var s1 = DoubleVector.fromArray(D4, lanes, at + 4);
        var s2 = DoubleVector.fromArray(D4, lanes, at + 8);
        int d = k * n;
        int e = d + n;
        int f = e + n;
        for (int i = from; i < to; i += 4) {
            var u = DoubleVector.fromArray(D4, x, j * n + i).mul(DoubleVector.fromArray(D4, w, i));
            s0 = u.fma(DoubleVector.fromArray(D4, x, d + i), s0);
            s1 = u.fma(DoubleVector.fromArray(D4, x, e + i), s1);
            s2 = u.fma(DoubleVector.fromArray(D4, x, f + i), s2);
        }
        s0.intoArray(lanes, at);
        s1.intoArray(lanes, at + 4);
        s2.intoArray(lanes, at + 8);
    }

    private static void single(double[] x, int n, int p, double[] w, double[] lanes, int j, int k, int from, int to) {
        int at = LANES * (j * p + k);
        var s = DoubleVector.fromArray(D4, lanes, at);
        for (int i = from; i < to; i += 4) {
            s = DoubleVector.fromArray(D4, x, j * n + i)
                    .mul(DoubleVector.fromArray(D4, w, i))
                    .fma(DoubleVector.fromArray(D4, x, k * n + i), s);
        }
        s.intoArray(lanes, at);
    }

    @Override
    public double largest(double[] a, int from, int n) {
        int whole = n & -8;
        var v0 = DoubleVector.zero(D4);
        var v1 = DoubleVector.zero(D4);
        for (int i = 0; i < whole; i += 8) {
            v0 = v0.max(DoubleVector.fromArray(D4, a, from + i).abs());
            v1 = v1.max(DoubleVector.fromArray(D4, a, from + i + 4).abs());
        }
        var v = v0.max(v1);
        double most = Math.max(Math.max(v.lane(0), v.lane(1)), Math.max(v.lane(2), v.lane(3)));
        for (int i = whole; i < n; i++) {
            most = Math.max(most, Math.abs(a[from + i]));
        }
        return most;
    }

    // Each loop below is one method: a vector that is handed to another method, which the compiler may or may not put
    // in
    // its place, would have to be an object.

    @Override
    public void exp(double[] in, double[] out, int from, int to) {
        int whole = from + ((to - from) & -WIDTH);
        for (int i = from; i < whole; i += WIDTH) {
            var bounded = DoubleVector.fromArray(WIDE, in, i)
                    .min(Elementary.EXP_BOUND)
                    .max(-Elementary.EXP_BOUND);
            var shifted = bounded.fma(Elementary.LOG2_E, Elementary.ROUNDER);
            var k = shifted.sub(Elementary.ROUNDER);
            var r = k.fma(
                    DoubleVector.broadcast(WIDE, -Elementary.LN2_LOW),
                    k.fma(DoubleVector.broadcast(WIDE, -Elementary.LN2_HIGH), bounded));
            var r2 = r.mul(r);
            var r4 = r2.mul(r2);
            var low = r.fma(Elementary.E3, Elementary.E2).fma(r2, r.fma(Elementary.E1, Elementary.E0));
            var middle = r.fma(Elementary.E7, Elementary.E6).fma(r2, r.fma(Elementary.E5, Elementary.E4));
            var high = r.fma(Elementary.E11, Elementary.E10).fma(r2, r.fma(Elementary.E9, Elementary.E8));
            var q = high.fma(r4.mul(r4), middle.fma(r4, low));
            var value = r2.fma(q, r).add(1);
            var scale =
                    shifted.reinterpretAsLongs().sub(Elementary.ROUNDER_BITS).lanewise(VectorOperators.LSHL, 52);
            value.reinterpretAsLongs().add(scale).reinterpretAsDoubles().intoArray(out, i);
        }
        for (int i = whole; i < to; i++) {
            out[i] = Elementary.exp(in[i]);
        }
    }

    @Override
    public void log(double[] in, double[] out, int from, int to) {
        int whole = from + ((to - from) & -WIDTH);
        for (int i = from; i < whole; i += WIDTH) {
            var x = DoubleVector.fromArray(WIDE, in, i);
            var bits = x.reinterpretAsLongs();
            var biased = bits.sub(Elementary.SQRT_HALF_BITS - Elementary.EXPONENT_BIAS)
                    .lanewise(VectorOperators.LSHR, 52);
            var k = biased.add(Elementary.ROUNDER_BITS).reinterpretAsDoubles().sub(Elementary.ROUNDER + 1024);
            var m = bits.sub(biased.sub(LongVector.broadcast(WIDE_LONGS, 1024)).lanewise(VectorOperators.LSHL, 52))
                    .reinterpretAsDoubles();
            var f = m.sub(1);
            var s = f.div(f.add(2));
            var z = s.mul(s);
            var z2 = z.mul(z);
            var low = z.fma(Elementary.L4, Elementary.L3).fma(z2, z.fma(Elementary.L2, Elementary.L1));
            var high = z2.fma(DoubleVector.broadcast(WIDE, Elementary.L7), z.fma(Elementary.L6, Elementary.L5));
            var r = high.fma(z2.mul(z2), low).mul(z);
            var half = f.mul(0.5).mul(f);
            var inner = s.fma(half.add(r), k.mul(Elementary.LN2_LOW));
            var value = k.fma(DoubleVector.broadcast(WIDE, Elementary.LN2_HIGH), f.sub(half.sub(inner)));
            var bad = x.compare(VectorOperators.LT, Double.MIN_NORMAL).or(x.test(VectorOperators.IS_NAN));
            var infinite = x.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY);
            value.blend(Double.NaN, bad)
                    .blend(Double.POSITIVE_INFINITY, infinite)
                    .intoArray(out, i);
        }
        for (int i = whole; i < to; i++) {
            out[i] = Elementary.log(in[i]);
        }
    }
}
