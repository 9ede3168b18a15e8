package org.evenhand.sanctions;

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
/// - `trade >= 2 narcotics`: at least that many times as much
/// - `trade = narcotics`
/// - `trade between 0.1 and 0.4`, `trade at least 0.1`, `trade at most 0.4`
final class PreferenceText {
    private static final String NAME = "([a-z_]+)";
    private static final String NUMBER = "([0-9]*\\.?[0-9]+)";
    private static final Pattern TIMES = Pattern.compile(NAME + "\\s*>=\\s*" + NUMBER + "\\s*\\*?\\s*" + NAME);
    private static final Pattern EQUAL = Pattern.compile(NAME + "\\s*=\\s*" + NAME);
    private static final Pattern BETWEEN = Pattern.compile(NAME + "\\s+between\\s+" + NUMBER + "\\s+and\\s+" + NUMBER);
    private static final Pattern AT_LEAST = Pattern.compile(NAME + "\\s+at\\s+least\\s+" + NUMBER);
    private static final Pattern AT_MOST = Pattern.compile(NAME + "\\s+at\\s+most\\s+" + NUMBER);
    private static final Pattern CHAIN =
            Pattern.compile("[a-z_]+(\\s*,\\s*[a-z_]+)*(\\s*>\\s*[a-z_]+(\\s*,\\s*[a-z_]+)*)+");

    private PreferenceText() {}

    /// The statement, or empty if the text has none of the forms.
    static Optional<Statement> read(String line) {
        String text = line.strip();
        Matcher m;
        if ((m = TIMES.matcher(text)).matches()) {
            double times = Double.parseDouble(m.group(2));
            return times < 1
                    ? Optional.empty()
                    : Optional.of(new Statement.MoreImportant(m.group(1), m.group(3), times));
        }
        if ((m = EQUAL.matcher(text)).matches()) {
            return Optional.of(new Statement.EquallyImportant(m.group(1), m.group(2)));
        }
        if ((m = BETWEEN.matcher(text)).matches()) {
            return bounds(m.group(1), m.group(2), m.group(3));
        }
        if ((m = AT_LEAST.matcher(text)).matches()) {
            return bounds(m.group(1), m.group(2), "1");
        }
        if ((m = AT_MOST.matcher(text)).matches()) {
            return bounds(m.group(1), "0", m.group(2));
        }
        if (CHAIN.matcher(text).matches()) {
            List<List<String>> groups = new ArrayList<>();
            for (String group : text.split(">", -1)) {
                groups.add(List.of(group.strip().split("\\s*,\\s*", -1)));
            }
            return Optional.of(new Statement.Ranking(groups));
        }
        return Optional.empty();
    }

    private static Optional<Statement> bounds(String criterion, String low, String high) {
        return Optional.of(new Statement.Bounds(criterion, Double.parseDouble(low), Double.parseDouble(high)));
    }
}
