package org.evenhand.weighing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhand.statistics.decision.Statement;

/// Reads one statement about weights:
///
/// - `leverage > trade, narcotics > migration`: groups from most to least important, nothing said inside a
///   group
/// - `trade >= 2 narcotics`, `trade <= 3 narcotics`, `trade = 2 narcotics`: at least, at most, exactly that
///   many times as much
/// - `trade = narcotics`
/// - `trade between 0.1 and 0.4`, `trade at least 0.1`, `trade at most 0.4`, `trade exactly 0.2`
final class PreferenceText {
    private static final String NAME = "([A-Za-z_][A-Za-z0-9_-]*)";
    private static final String NUMBER = "([0-9]*\\.?[0-9]+)";
    private static final Pattern TIMES = Pattern.compile(NAME + "\\s*(>=|<=|=)\\s*" + NUMBER + "\\s*\\*?\\s*" + NAME);
    private static final Pattern EQUAL = Pattern.compile(NAME + "\\s*=\\s*" + NAME);
    private static final Pattern BETWEEN = Pattern.compile(NAME + "\\s+between\\s+" + NUMBER + "\\s+and\\s+" + NUMBER);
    private static final Pattern BOUND = Pattern.compile(NAME + "\\s+(at\\s+least|at\\s+most|exactly)\\s+" + NUMBER);
    private static final Pattern GROUP = Pattern.compile(NAME + "(\\s*,\\s*" + NAME + ")*");

    private PreferenceText() {}

    /// The statement, or empty if the text has none of the forms.
    static Optional<Statement> read(String line) {
        String text = line.strip();
        Matcher m;
        if ((m = TIMES.matcher(text)).matches()) {
            return times(m.group(1), m.group(2), Double.parseDouble(m.group(3)), m.group(4));
        }
        if ((m = EQUAL.matcher(text)).matches()) {
            return Optional.of(new Statement.EquallyImportant(m.group(1), m.group(2)));
        }
        if ((m = BETWEEN.matcher(text)).matches()) {
            return bounds(m.group(1), m.group(2), m.group(3));
        }
        if ((m = BOUND.matcher(text)).matches()) {
            return switch (m.group(2).replaceAll("\\s+", " ")) {
                case "at least" -> bounds(m.group(1), m.group(3), "1");
                case "at most" -> bounds(m.group(1), "0", m.group(3));
                default -> bounds(m.group(1), m.group(3), m.group(3));
            };
        }
        return ranking(text);
    }

    private static Optional<Statement> times(String first, String sign, double times, String second) {
        if (times == 0) {
            return Optional.empty();
        }
        return Optional.of(
                switch (sign) {
                    case ">=" ->
                        times >= 1
                                ? new Statement.MoreImportant(first, second, times)
                                : new Statement.Ratio(first, Statement.Relation.AT_LEAST, times, second);
                    case "<=" -> new Statement.Ratio(first, Statement.Relation.AT_MOST, times, second);
                    default -> new Statement.Ratio(first, Statement.Relation.EQUAL, times, second);
                });
    }

    private static Optional<Statement> ranking(String text) {
        List<List<String>> groups = new ArrayList<>();
        for (String group : text.split(">", -1)) {
            if (!GROUP.matcher(group.strip()).matches()) {
                return Optional.empty();
            }
            groups.add(List.of(group.strip().split("\\s*,\\s*", -1)));
        }
        return groups.size() < 2 ? Optional.empty() : Optional.of(new Statement.Ranking(groups));
    }

    private static Optional<Statement> bounds(String criterion, String low, String high) {
        return Optional.of(new Statement.Bounds(criterion, Double.parseDouble(low), Double.parseDouble(high)));
    }
}
