package org.evenhand.sanctions;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/// One comparison of a policy's rule, for example `armed_conflict >= 1 within 2 years`: true if the measure
/// met it in any of the years; unknown if it did not in those on record and a year is not on record.
///
/// @param measure key of a measure of the catalogue, or one of the record's own ([Facts])
/// @param comparison how the value compares
/// @param value what it is compared with
/// @param years how many years back it may be, the year before the report being the first
record Condition(String measure, Comparison comparison, double value, int years) {
    private static final Pattern FORM = Pattern.compile(
            "([a-z0-9_]+)\\s*(>=|<=|!=|>|<|=)\\s*(-?[0-9][0-9_]*(?:\\.[0-9]+)?)(?:\\s+within\\s+([0-9]{1,2})\\s+years?)?");

    enum Comparison {
        AT_LEAST(">="),
        AT_MOST("<="),
        ABOVE(">"),
        BELOW("<"),
        EQUAL("="),
        UNEQUAL("!=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        boolean holds(double a, double b) {
            return switch (this) {
                case AT_LEAST -> a >= b;
                case AT_MOST -> a <= b;
                case ABOVE -> a > b;
                case BELOW -> a < b;
                case EQUAL -> a == b;
                case UNEQUAL -> a != b;
            };
        }

        static Comparison ofSign(String sign) {
            for (var c : values()) {
                if (c.sign.equals(sign)) {
                    return c;
                }
            }
            throw new IllegalArgumentException("'%s' does not compare".formatted(sign));
        }
    }

    /// Reads a condition; empty if the text has another form.
    static Optional<Condition> read(String text) {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        int years = m.group(4) == null ? 1 : Integer.parseInt(m.group(4));
        return years < 1
                ? Optional.empty()
                : Optional.of(new Condition(
                        m.group(1),
                        Comparison.ofSign(m.group(2)),
                        Double.parseDouble(m.group(3).replace("_", "")),
                        years));
    }

    /// Whether no record could meet both: the same measure of the same year, and no value that both
    /// comparisons allow.
    boolean excludes(Condition other) {
        boolean oneYear = years == 1 && other.years == 1 || Facts.ofTheReport(measure);
        if (!measure.equals(other.measure) || !oneYear) {
            return false;
        }
        // Between and beyond the two numbers each comparison is the same throughout.
        double low = Math.min(value, other.value);
        double high = Math.max(value, other.value);
        return DoubleStream.of(Math.nextDown(low), low, low + (high - low) / 2, high, Math.nextUp(high))
                .noneMatch(x -> comparison.holds(x, value) && other.comparison.holds(x, other.value));
    }

    /// As it may be written.
    String words() {
        return "%s %s %s%s"
                .formatted(
                        measure,
                        comparison.sign,
                        BigDecimal.valueOf(value).stripTrailingZeros().toPlainString(),
                        years == 1 ? "" : " within %d years".formatted(years));
    }

    /// Whether it holds for a country at the time of a report.
    Truth holds(Facts facts, String iso3, int report) {
        boolean gap = false;
        for (int year = report - 1; year >= report - years; year--) {
            var found = facts.value(measure, iso3, year, report);
            if (found.isEmpty()) {
                gap = true;
            } else if (comparison.holds(found.getAsDouble(), value)) {
                return Truth.YES;
            }
        }
        return gap ? Truth.UNKNOWN : Truth.NO;
    }

    /// Yes, no, or not on record.
    enum Truth {
        YES,
        NO,
        UNKNOWN
    }
}
