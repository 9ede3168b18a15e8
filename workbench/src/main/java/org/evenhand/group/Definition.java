package org.evenhand.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenhand.core.BadRequest;
import org.evenhand.panel.Panel;
import org.evenhand.panel.Variable;

/// Who belongs to a group, written as conditions joined by `or`:
///
/// - `nato` — a yes-or-no measure of the panel holds;
/// - `us_troops >= 1000` — a measure, in its own unit, is at least (`>=`) or at most (`<=`) a number;
/// - `top 20% of total_obligations_constant_usd` — among the countries of that report with more than none of
///   it;
/// - `bottom 10% of agreement_with_us` — among the countries of that report for which it is recorded;
/// - `region WHA` — a bureau, or `LAC`.
///
/// @param text as it was written
/// @param conditions at least one
public record Definition(String text, List<Condition> conditions) {
    private static final Pattern SHARE = Pattern.compile("(top|bottom) (\\d+(?:\\.\\d+)?)% of (\\w+)");
    private static final Pattern BOUND = Pattern.compile("(\\w+) ?(>=|<=) ?(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern REGION = Pattern.compile("region (\\w+)");
    private static final Pattern HOLDS = Pattern.compile("\\w+");

    public Definition {
        conditions = List.copyOf(conditions);
    }

    /// One condition.
    public sealed interface Condition {
        /// A yes-or-no measure holds.
        record Holds(Variable variable) implements Condition {}

        /// A measure reaches a bound, given in its own unit.
        record Bound(Variable variable, boolean atLeast, double value) implements Condition {}

        /// A measure is among the highest, or the lowest, of the report's countries.
        record Share(Variable variable, boolean top, double share) implements Condition {}

        /// The country is in a region.
        record In(String region) implements Condition {}
    }

    /// Reads a definition.
    ///
    /// @throws BadRequest if it cannot be read, or names a measure that the panel has not
    public static Definition parse(String text, Panel panel) {
        var conditions = new ArrayList<Condition>();
        for (var part : text.strip().split("\\s+or\\s+", -1)) {
            conditions.add(condition(part.strip(), text, panel));
        }
        return new Definition(text.strip(), conditions);
    }

    private static Condition condition(String part, String text, Panel panel) {
        var share = SHARE.matcher(part);
        if (share.matches()) {
            double percent = Double.parseDouble(share.group(2));
            if (percent <= 0 || percent >= 100) {
                throw new BadRequest(
                        "'%s': %s%% is not a part of the countries.".formatted(text, share.group(2)),
                        "Write a number between 0 and 100.");
            }
            return new Condition.Share(
                    measure(share.group(3), panel), share.group(1).equals("top"), percent / 100);
        }
        var bound = BOUND.matcher(part);
        if (bound.matches()) {
            return new Condition.Bound(
                    measure(bound.group(1), panel), bound.group(2).equals(">="), Double.parseDouble(bound.group(3)));
        }
        var region = REGION.matcher(part);
        if (region.matches()) {
            return new Condition.In(region.group(1));
        }
        if (HOLDS.matcher(part).matches()) {
            var variable = measure(part, panel);
            if (!variable.yesNo()) {
                throw new BadRequest(
                        "'%s': %s is not a yes or no.".formatted(text, part),
                        "Say how much of it: `%s >= 1`, or `top 20%% of %s`.".formatted(part, part));
            }
            return new Condition.Holds(variable);
        }
        throw new BadRequest(
                "'%s' cannot be read as a group: '%s' is no condition.".formatted(text, part),
                "Write for example: nato or mnna; top 20% of us_imports_usd; bottom 10% of agreement_with_us; region"
                        + " WHA.");
    }

    /// The panel's variable for a measure: its name there carries the transformation.
    private static Variable measure(String name, Panel panel) {
        Optional<Variable> found = panel.variable(name);
        for (var prefix : List.of("ln_", "ln1p_", "asinh_")) {
            found = found.or(() -> panel.variable(prefix + name));
        }
        return found.orElseThrow(() -> new BadRequest(
                "The panel has no measure '%s'.".formatted(name),
                "Use one that `evenhand panel --codebook` lists, with or without its transformation."));
    }
}
