package org.evenhand.statistics.decision;

/// A criterion with its stated scale and direction. The value function is linear: 0 at `worst`, 1 at `best`,
/// continued on the same line outside. A weight is therefore worth the swing from `worst` to `best`, and
/// means nothing without it.
///
/// @param name unique within a problem
/// @param worst the measurement that is worth 0
/// @param best the measurement that is worth 1; below `worst` where less is better
public record Criterion(String name, double worst, double best) {
    public Criterion {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a criterion needs a name");
        }
        if (!Double.isFinite(worst) || !Double.isFinite(best) || worst == best) {
            throw new IllegalArgumentException(
                    "criterion '%s': the scale from %s to %s has no length".formatted(name, worst, best));
        }
    }

    /// A criterion on which options are only put in order ([Measurement.Level]): the best level is worth 1,
    /// the worst 0.
    public static Criterion ordinal(String name) {
        return new Criterion(name, 0, 1);
    }

    /// The value of measurement `x`.
    public double value(double x) {
        return (x - worst) / (best - worst);
    }

    public boolean higherIsBetter() {
        return best > worst;
    }
}
