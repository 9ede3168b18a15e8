package org.evenhand.statistics.linear;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The kernels on vectors. Loaded by name, only where the module is present.
///
/// Sums run on vectors of exactly four doubles, never on the preferred width and never with a reduction across lanes:
/// both would make the last bits depend on the machine. What has one result an entry has the same bits at any width,
/// and takes eight where the processor has them.
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
        double sum = fold(v0.add(v1).add(v2.add(v3)));
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
        double sum = fold(v0.add(v1).add(v2.add(v3)));
        for (int i = whole; i < n; i++) {
            sum += a[from + i];
        }
        return sum;
    }

    private static double fold(DoubleVector v) {
        return (v.lane(0) + v.lane(1)) + (v.lane(2) + v.lane(3));
    }

    @Override
    public void times(double[] x, int n, int p, double[] b, int bFrom, double[] out) {
        int whole = n & -16;
        int i = 0;
        for (; i < whole; i += 16) {
            timesBlock(x, n, p, b, bFrom, out, i);
        }
        for (; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < p; j++) {
                sum = Math.fma(x[j * n + i], b[bFrom + j], sum);
            }
            out[i] = sum;
        }
    }

    private static void timesBlock(double[] x, int n, int p, double[] b, int bFrom, double[] out, int i) {
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
        v0.intoArray(out, i);
        v1.intoArray(out, i + 4);
        v2.intoArray(out, i + 8);
        v3.intoArray(out, i + 12);
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
    private static final int BLOCK = 4;

    @Override
    public void crossProduct(double[] x, int n, int p, double[] w, double[] lanes, double[] out) {
        int whole = n & -4;
        Arrays.fill(lanes, 0, LANES * p * p, 0);
        for (int from = 0; from < whole; from += TILE) {
            tile(x, n, p, w, lanes, from, Math.min(whole, from + TILE));
        }
        for (int j = 0; j < p; j++) {
            for (int k = j; k < p; k++) {
                int at = LANES * (j * p + k);
                double sum = (lanes[at] + lanes[at + 1]) + (lanes[at + 2] + lanes[at + 3]);
                for (int i = whole; i < n; i++) {
                    sum = Math.fma(w[i] * x[j * n + i], x[k * n + i], sum);
                }
                out[j * p + k] = sum;
                out[k * p + j] = sum;
            }
        }
    }

    /// Adds the rows of one tile to the sums above the diagonal and, where a block straddles it, to some below, which
    /// nobody reads. Blocks go from the last column to the left; the leftmost keeps the columns that no other has.
    private static void tile(double[] x, int n, int p, double[] w, double[] lanes, int from, int to) {
        int j = 0;
        for (; p >= BLOCK && j + 1 < p; j += 2) {
            int end = p;
            for (; end > j && end >= BLOCK; end -= BLOCK) {
                block(x, n, p, w, lanes, j, end - BLOCK, BLOCK, from, to);
            }
            if (end > j) {
                block(x, n, p, w, lanes, j, 0, end, from, to);
            }
        }
        for (; j < p; j++) {
            for (int k = j; k < p; k++) {
                single(x, n, p, w, lanes, j, k, from, to);
            }
        }
    }

    /// Entries (j, k..k+3) and (j+1, k..k+3): eight sums in registers at once, of which those of the first `kept`
    /// columns are kept.
    private static void block(
            double[] x, int n, int p, double[] w, double[] lanes, int j, int k, int kept, int from, int to) {
        int a = j * n;
        int b = a + n;
        int c = k * n;
        int d = c + n;
        int e = d + n;
        int f = e + n;
        int first = LANES * (j * p + k);
        int second = first + LANES * p;
        var s00 = DoubleVector.fromArray(D4, lanes, first);
        var s01 = DoubleVector.fromArray(D4, lanes, first + 4);
        var s02 = DoubleVector.fromArray(D4, lanes, first + 8);
        var s03 = DoubleVector.fromArray(D4, lanes, first + 12);
        var s10 = DoubleVector.fromArray(D4, lanes, second);
        var s11 = DoubleVector.fromArray(D4, lanes, second + 4);
        var s12 = DoubleVector.fromArray(D4, lanes, second + 8);
        var s13 = DoubleVector.fromArray(D4, lanes, second + 12);
        for (int i = from; i < to; i += 4) {
            var weight = DoubleVector.fromArray(D4, w, i);
            var u = DoubleVector.fromArray(D4, x, a + i).mul(weight);
            var v = DoubleVector.fromArray(D4, x, b + i).mul(weight);
            var x0 = DoubleVector.fromArray(D4, x, c + i);
            s00 = u.fma(x0, s00);
            s10 = v.fma(x0, s10);
            var x1 = DoubleVector.fromArray(D4, x, d + i);
            s01 = u.fma(x1, s01);
            s11 = v.fma(x1, s11);
            var x2 = DoubleVector.fromArray(D4, x, e + i);
            s02 = u.fma(x2, s02);
            s12 = v.fma(x2, s12);
            var x3 = DoubleVector.fromArray(D4, x, f + i);
            s03 = u.fma(x3, s03);
            s13 = v.fma(x3, s13);
        }
        s00.intoArray(lanes, first);
        s10.intoArray(lanes, second);
        if (kept > 1) {
            s01.intoArray(lanes, first + 4);
            s11.intoArray(lanes, second + 4);
        }
        if (kept > 2) {
            s02.intoArray(lanes, first + 8);
            s12.intoArray(lanes, second + 8);
        }
        if (kept > 3) {
            s03.intoArray(lanes, first + 12);
            s13.intoArray(lanes, second + 12);
        }
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
    public void exp(double[] in, double[] out, int from, int to) {
        int whole = from + ((to - from) & -WIDTH);
        for (int i = from; i < whole; i += WIDTH) {
            exp(DoubleVector.fromArray(WIDE, in, i)).intoArray(out, i);
        }
        for (int i = whole; i < to; i++) {
            out[i] = Elementary.exp(in[i]);
        }
    }

    /// `a t + b`.
    private static DoubleVector pair(double a, double b, DoubleVector t) {
        return t.fma(DoubleVector.broadcast(WIDE, a), DoubleVector.broadcast(WIDE, b));
    }

    static DoubleVector exp(DoubleVector x) {
        var bounded = x.min(Elementary.EXP_BOUND).max(-Elementary.EXP_BOUND);
        var shifted = bounded.fma(
                DoubleVector.broadcast(WIDE, Elementary.LOG2_E), DoubleVector.broadcast(WIDE, Elementary.ROUNDER));
        var k = shifted.sub(Elementary.ROUNDER);
        var r = k.fma(
                DoubleVector.broadcast(WIDE, -Elementary.LN2_LOW),
                k.fma(DoubleVector.broadcast(WIDE, -Elementary.LN2_HIGH), bounded));
        var r2 = r.mul(r);
        var r4 = r2.mul(r2);
        var low = pair(Elementary.E3, Elementary.E2, r).fma(r2, pair(Elementary.E1, Elementary.E0, r));
        var middle = pair(Elementary.E7, Elementary.E6, r).fma(r2, pair(Elementary.E5, Elementary.E4, r));
        var high = pair(Elementary.E11, Elementary.E10, r).fma(r2, pair(Elementary.E9, Elementary.E8, r));
        var q = high.fma(r4.mul(r4), middle.fma(r4, low));
        var value = r2.fma(q, r).add(1);
        var scale = shifted.reinterpretAsLongs().sub(Elementary.ROUNDER_BITS).lanewise(VectorOperators.LSHL, 52);
        return value.reinterpretAsLongs().add(scale).reinterpretAsDoubles();
    }

    @Override
    public void log(double[] in, double[] out, int from, int to) {
        int whole = from + ((to - from) & -WIDTH);
        for (int i = from; i < whole; i += WIDTH) {
            log(DoubleVector.fromArray(WIDE, in, i)).intoArray(out, i);
        }
        for (int i = whole; i < to; i++) {
            out[i] = Elementary.log(in[i]);
        }
    }

    static DoubleVector log(DoubleVector x) {
        var bits = x.reinterpretAsLongs();
        var biased =
                bits.sub(Elementary.SQRT_HALF_BITS - Elementary.EXPONENT_BIAS).lanewise(VectorOperators.LSHR, 52);
        var k = biased.add(Elementary.ROUNDER_BITS).reinterpretAsDoubles().sub(Elementary.ROUNDER + 1024);
        var m = bits.sub(biased.sub(LongVector.broadcast(WIDE_LONGS, 1024)).lanewise(VectorOperators.LSHL, 52))
                .reinterpretAsDoubles();
        var f = m.sub(1);
        var s = f.div(f.add(2));
        var z = s.mul(s);
        var z2 = z.mul(z);
        var low = pair(Elementary.L4, Elementary.L3, z).fma(z2, pair(Elementary.L2, Elementary.L1, z));
        var high = z2.fma(DoubleVector.broadcast(WIDE, Elementary.L7), pair(Elementary.L6, Elementary.L5, z));
        var r = high.fma(z2.mul(z2), low).mul(z);
        var half = f.mul(0.5).mul(f);
        var inner = s.fma(half.add(r), k.mul(Elementary.LN2_LOW));
        var value = k.fma(DoubleVector.broadcast(WIDE, Elementary.LN2_HIGH), f.sub(half.sub(inner)));
        var bad = x.compare(VectorOperators.LT, Double.MIN_NORMAL).or(x.test(VectorOperators.IS_NAN));
        var infinite = x.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY);
        return value.blend(Double.NaN, bad).blend(Double.POSITIVE_INFINITY, infinite);
    }
}
