package org.evenhand.statistics.linear;

/// Exponential and logarithm in operations that a vector unit has too, so that both kernels give the same bits.
public final class Elementary {
    /// Beyond this the exponential is held: the scale factor must stay a normal number.
    static final double EXP_BOUND = 708;

    static final double LOG2_E = 1.4426950408889634;
    static final double LN2_HIGH = 0x1.62e42fefa3800p-1;
    static final double LN2_LOW = 0x1.ef35793c76730p-45;
    /// 1.5 * 2^52: adding it rounds to an integer and leaves that integer in the low bits.
    static final double ROUNDER = 0x1.8p52;

    static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);

    /// 1/2!, 1/3!, …, 1/13!: the remainder on |r| ≤ ln(2)/2 is below 5e-18.
    static final double E0 = 0.5;

    static final double E1 = 1.0 / 6;
    static final double E2 = 1.0 / 24;
    static final double E3 = 1.0 / 120;
    static final double E4 = 1.0 / 720;
    static final double E5 = 1.0 / 5040;
    static final double E6 = 1.0 / 40320;
    static final double E7 = 1.0 / 362880;
    static final double E8 = 1.0 / 3628800;
    static final double E9 = 1.0 / 39916800;
    static final double E10 = 1.0 / 479001600;
    static final double E11 = 1.0 / 6227020800L;

    static final long SQRT_HALF_BITS = Double.doubleToRawLongBits(0.7071067811865476);
    /// Makes the shifted exponent positive: a bias of 1024 units in the exponent field.
    static final long EXPONENT_BIAS = 1024L << 52;

    /// Coefficients of the logarithm in s² for s = f / (2 + f), from fdlibm's `e_log.c` (Sun Microsystems, 1993).
    static final double L1 = 6.666666666666735130e-01;

    static final double L2 = 3.999999999940941908e-01;
    static final double L3 = 2.857142874366239149e-01;
    static final double L4 = 2.222219843214978396e-01;
    static final double L5 = 1.818357216161805012e-01;
    static final double L6 = 1.531383769920937332e-01;
    static final double L7 = 1.479819860511658591e-01;

    private Elementary() {}

    /// `e^x`; see [Kernels#exp].
    public static double exp(double x) {
        double bounded = Math.max(Math.min(x, EXP_BOUND), -EXP_BOUND);
        double shifted = Math.fma(bounded, LOG2_E, ROUNDER);
        double k = shifted - ROUNDER;
        double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, bounded));
        // Estrin's scheme: pairs, then pairs of pairs, so that few steps wait for each other.
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = Math.fma(Math.fma(E3, r, E2), r2, Math.fma(E1, r, E0));
        double middle = Math.fma(Math.fma(E7, r, E6), r2, Math.fma(E5, r, E4));
        double high = Math.fma(Math.fma(E11, r, E10), r2, Math.fma(E9, r, E8));
        double q = Math.fma(high, r4 * r4, Math.fma(middle, r4, low));
        double value = Math.fma(r2, q, r) + 1;
        return Double.longBitsToDouble(
                Double.doubleToRawLongBits(value) + ((Double.doubleToRawLongBits(shifted) - ROUNDER_BITS) << 52));
    }

    /// `ln x`; see [Kernels#log].
    public static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long biased = (bits - SQRT_HALF_BITS + EXPONENT_BIAS) >>> 52;
        double k = Double.longBitsToDouble(biased + ROUNDER_BITS) - (ROUNDER + 1024);
        double m = Double.longBitsToDouble(bits - ((biased - 1024) << 52));
        double f = m - 1;
        double s = f / (2 + f);
        double z = s * s;
        double z2 = z * z;
        double low = Math.fma(Math.fma(L4, z, L3), z2, Math.fma(L2, z, L1));
        double high = Math.fma(L7, z2, Math.fma(L6, z, L5));
        double r = Math.fma(high, z2 * z2, low) * z;
        double half = 0.5 * f * f;
        double value = Math.fma(k, LN2_HIGH, f - (half - Math.fma(s, half + r, k * LN2_LOW)));
        // Subnormal, zero, negative and NaN are outside the contract and must not look like a number.
        return x >= Double.MIN_NORMAL ? (x == Double.POSITIVE_INFINITY ? x : value) : Double.NaN;
    }
}
