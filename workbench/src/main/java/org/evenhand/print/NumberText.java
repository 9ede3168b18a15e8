package org.evenhand.print;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;

/// The one place where numbers become text for people: decimals by unit, comma between thousands, independent of
/// locale.
public final class NumberText {
    /// From here on a number is shown with three significant digits and a power of ten.
    private static final double LARGE = 1e15;

    private static final double SMALL = 1e-6;

    private NumberText() {}

    /// The value alone, with the decimals of its unit: `1,234`, `0.333`. A value that would round to zero without being
    /// zero keeps two significant digits: `0.00012`.
    public static String value(Figure figure) {
        return number(figure.value(), figure.unit().decimals());
    }

    /// The value with its unit: `1,234 people`, `1 year`, `0.333`.
    public static String withUnit(Figure figure) {
        var text = value(figure);
        var unit = figure.value() == 1 ? singular(figure.unit()) : figure.unit().label();
        return unit.isEmpty() ? text : text + ' ' + unit;
    }

    /// For running text: value, unit, mark of the basis, interval. `0.12 (d; 0.03 to 0.31, 95%,
    /// Clopper–Pearson)`.
    public static String prose(Figure figure) {
        var mark = figure.basis().mark();
        var interval = interval(figure);
        if (mark.isEmpty() && interval.isEmpty()) {
            return withUnit(figure);
        }
        var between = mark.isEmpty() || interval.isEmpty() ? "" : "; ";
        return withUnit(figure) + " (" + mark + between + interval + ')';
    }

    /// The interval with level and method, without parentheses; empty for an observed figure.
    public static String interval(Figure figure) {
        return switch (figure.interval()) {
            case Interval.Observed _ -> "";
            case Interval.NotStated _ -> "no interval stated";
            case Interval.Between between -> bounds(between, figure.unit()) + howSure(between);
        };
    }

    /// Both ends: `0.030 to 0.310`.
    public static String bounds(Interval.Between between, Unit unit) {
        return number(between.low(), unit.decimals()) + " to " + number(between.high(), unit.decimals());
    }

    /// Level and method: `95%, Clopper–Pearson`; without a stated level the method alone.
    public static String levelAndMethod(Interval.Between between) {
        var level = between.level();
        var method = SafeText.line(between.method());
        if (Double.isNaN(level)) {
            return method;
        }
        return method.isEmpty() ? percent(level) : percent(level) + ", " + method;
    }

    private static String howSure(Interval.Between between) {
        var text = levelAndMethod(between);
        return text.isEmpty() ? "" : ", " + text;
    }

    /// What the figure was computed from: description, how many units, how many left out and why.
    public static String sample(Sample sample) {
        var text = SafeText.line(sample.description()) + "; n = " + whole(sample.size());
        return sample.leftOut() == 0
                ? text
                : text + ", left out " + whole(sample.leftOut()) + ": " + SafeText.line(sample.reason());
    }

    /// A whole number with commas.
    public static String whole(long value) {
        return grouped(Long.toString(value));
    }

    /// A share as a percentage without needless zeros: 0.95 is `95%`.
    private static String percent(double share) {
        var percent = BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros();
        return percent.toPlainString() + '%';
    }

    /// A number with a fixed count of decimals and commas between thousands.
    static String number(double value, int decimals) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        if (decimals == 0 && value == Math.rint(value) && Math.abs(value) < LARGE) {
            return whole((long) value);
        }
        var exact = new BigDecimal(value);
        if (Math.abs(value) >= LARGE) {
            return exact.round(new MathContext(3)).toString();
        }
        var rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
        if (rounded.signum() == 0 && value != 0) {
            var significant = exact.round(new MathContext(2));
            return Math.abs(value) >= SMALL ? significant.toPlainString() : significant.toString();
        }
        return grouped(rounded.toPlainString());
    }

    /// The number for machines: a whole number without a point, anything else in Java's shortest exact form.
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String grouped(String digits) {
        var start = digits.startsWith("-") ? 1 : 0;
        var point = digits.indexOf('.');
        var end = point < 0 ? digits.length() : point;
        if (end - start <= 3) {
            return digits;
        }
        var out = new StringBuilder(digits.length() + 8);
        out.append(digits, 0, start);
        for (var i = start; i < end; i++) {
            if (i > start && (end - i) % 3 == 0) {
                out.append(',');
            }
            out.append(digits.charAt(i));
        }
        return out.append(digits, end, digits.length()).toString();
    }

    private static String singular(Unit unit) {
        return switch (unit) {
            case PEOPLE -> "person";
            case COUNTRIES -> "country";
            case COUNTRY_YEARS -> "country-year";
            case YEARS -> "year";
            case DAYS -> "day";
            case POINTS -> "point";
            case PERCENTAGE_POINTS -> "percentage point";
            case STATEMENTS -> "coded statement";
            case COUNT, SHARE, PROBABILITY, USD_CURRENT, USD_CONSTANT_2024, INDEX, NUMBER -> unit.label();
        };
    }
}
