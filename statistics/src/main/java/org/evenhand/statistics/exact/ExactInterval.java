package org.evenhand.statistics.exact;

/// A confidence interval from `low` to `high`, both included.
///
/// @param low lower limit, never `NaN`; an odds ratio may have `0`
/// @param high upper limit, never `NaN`; an odds ratio may have `+∞`
/// @param level coverage, at least this much at every value of the parameter; in (0, 1)
public record ExactInterval(double low, double high, double level) {
    /// @throws IllegalArgumentException if the interval is empty or the level is not in (0, 1)
    public ExactInterval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval from %s to %s is empty".formatted(low, high));
        }
        requireLevel(level);
    }

    /// Whether `value` lies inside, limits included.
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "a confidence level lies between 0 and 1, for example 0.95; found %s".formatted(level));
        }
        return level;
    }
}
