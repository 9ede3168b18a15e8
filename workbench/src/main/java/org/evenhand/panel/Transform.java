package org.evenhand.panel;

/// What is done to a recorded number before it is used.
public enum Transform {
    NONE("as recorded"),
    LN("natural logarithm"),
    LN1P("natural logarithm of 1 + value"),
    /// Defined for negative numbers (money taken back), and like a logarithm for large ones.
    ASINH("inverse hyperbolic sine, ln(x + √(x² + 1))");

    private final String label;

    Transform(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// The transformed number; `NaN` where it is not defined.
    public double apply(double value) {
        return switch (this) {
            case NONE -> value;
            case LN -> value > 0 ? StrictMath.log(value) : Double.NaN;
            case LN1P -> value > -1 ? StrictMath.log1p(value) : Double.NaN;
            case ASINH -> value >= 0 ? asinh(value) : -asinh(-value);
        };
    }

    /// The number that was transformed; `NaN` stays.
    public double undo(double value) {
        return switch (this) {
            case NONE -> value;
            case LN -> StrictMath.exp(value);
            case LN1P -> StrictMath.expm1(value);
            case ASINH -> StrictMath.sinh(value);
        };
    }

    private static double asinh(double value) {
        return StrictMath.log(value + Math.sqrt(value * value + 1));
    }
}
