package org.evenhand.core;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as cells of a table that is computed once and compared later.
public final class Digits {
    private static final MathContext NINE = new MathContext(9, RoundingMode.HALF_EVEN);

    private Digits() {}

    /// A number with nine significant digits at the most; one that is very small has an exponent.
    ///
    /// @throws NumberFormatException if it is not finite
    public static String nine(double value) {
        var rounded = BigDecimal.valueOf(value).round(NINE).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toString();
    }
}
