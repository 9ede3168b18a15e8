package org.evenhand.weighing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.core.BadData;
import org.evenhand.core.Checksum;
import org.evenhand.statistics.decision.Criterion;
import org.evenhand.statistics.decision.DecisionProblem;
import org.evenhand.statistics.decision.Measurement;
import org.evenhand.userfile.Located;

/// Reads the file of a problem, YAML or JSON; its schema is docs/schemas/weighing-problem.schema.json:
///
/// ```yaml
/// title: Where to build
/// options: [harbour, hill]
/// criteria:
///   cost:
///     better: less
///     unit: million euros
///     measurements:
///       harbour: {normal: {mean: 120, sd: 10}}
///       hill: {uniform: {low: 90, high: 160}}
///   view:
///     ranks: {harbour: 2, hill: 1}
/// preferences:
///   - cost > view
/// ```
///
/// Every mistake stops the reading with file, line and key.
public final class ProblemFile {
    private static final Located.Form FORM =
            new Located.Form("a problem to weigh", "Correct this entry; docs/sanctions.md shows the form.");
    private static final int MOST_OPTIONS = 200;
    private static final int MOST_CRITERIA = 100;

    private final String file;
    private final List<String> options = new ArrayList<>();
    private final List<Criterion> criteria = new ArrayList<>();
    private final List<Problem.Detail> details = new ArrayList<>();
    /// Criteria × options.
    private final List<List<Optional<Measurement>>> columns = new ArrayList<>();

    private ProblemFile(String file) {
        this.file = file;
    }

    /// Reads the problem in `text`.
    ///
    /// @param file the file's name, for messages and as it is cited
    /// @throws BadData at the first mistake
    public static Problem read(String file, String text) {
        return new ProblemFile(file).read(text);
    }

    private Problem read(String text) {
        var top = Located.read(file, text, FORM).mapping();
        top.known("title", "source", "options", "criteria", "preferences");
        String title = filled(top.required("title"));
        String source = top.optional("source").map(ProblemFile::filled).orElse("");
        options(top.required("options").sequence());
        criteria(top.required("criteria").mapping());
        var preferences = top.optional("preferences")
                .map(list -> Preferences.listed(list.sequence()))
                .orElse(Preferences.none());
        var rows = new ArrayList<List<Optional<Measurement>>>();
        for (int i = 0; i < options.size(); i++) {
            int option = i;
            rows.add(columns.stream().map(column -> column.get(option)).toList());
        }
        var decision = new DecisionProblem(options, criteria, rows);
        // What cannot be weighed is refused while the file is read, not after the draws.
        preferences.over(decision.criterionNames());
        var checksum = Checksum.of(text.getBytes(StandardCharsets.UTF_8));
        return new Problem(file, title, source, decision, details, preferences, checksum);
    }

    private void options(Located.Sequence list) {
        for (var item : list.items()) {
            String name = filled(item);
            if (options.contains(name)) {
                throw item.place().bad("the option '%s' stands there twice".formatted(name), "each option once");
            }
            options.add(name);
        }
        if (options.size() < 2 || options.size() > MOST_OPTIONS) {
            throw list.place()
                    .bad("%d options".formatted(options.size()), "2 to %d to choose among".formatted(MOST_OPTIONS));
        }
    }

    private void criteria(Located.Mapping named) {
        if (named.entries().isEmpty() || named.entries().size() > MOST_CRITERIA) {
            throw named.place()
                    .bad("%d criteria".formatted(named.entries().size()), "1 to %d".formatted(MOST_CRITERIA));
        }
        named.entries().forEach((key, value) -> {
            if (!key.matches("[A-Za-z_][A-Za-z0-9_-]{0,59}")) {
                throw value.place()
                        .bad("'%s' is not a key".formatted(key), "letters, digits, _ and -, the first a letter");
            }
            var parts = value.mapping();
            if (parts.entries().containsKey("ranks")) {
                ordered(key, parts);
            } else {
                measured(key, parts);
            }
        });
    }

    /// A criterion that only puts the options in order; ties share a rank, and gaps between ranks say
    /// nothing.
    private void ordered(String key, Located.Mapping parts) {
        parts.known("label", "ranks");
        var given = parts.required("ranks").mapping();
        eachOption(given, "its rank");
        var ranks = new ArrayList<Integer>();
        for (String option : options) {
            var value = given.required(option);
            String text = value.word();
            if (!text.matches("[1-9][0-9]{0,3}")) {
                throw value.place().bad("'%s' is not a rank".formatted(text), "a whole number, 1 for the best");
            }
            ranks.add(Integer.parseInt(text));
        }
        var levels = ranks.stream().distinct().sorted().toList();
        if (levels.getFirst() != 1) {
            throw given.place().bad("the best rank is %d".formatted(levels.getFirst()), "1");
        }
        criteria.add(Criterion.ordinal(key));
        details.add(new Problem.Detail(
                label(key, parts),
                "",
                Problem.ScaleFrom.ORDER,
                ranks.stream().map(rank -> "rank " + rank).toList()));
        columns.add(ranks.stream()
                .map(rank -> Optional.<Measurement>of(new Measurement.Level(levels.indexOf(rank) + 1, levels.size())))
                .toList());
    }

    private void measured(String key, Located.Mapping parts) {
        parts.known("label", "unit", "better", "scale", "measurements", "ranks");
        var given = parts.required("measurements").mapping();
        eachOption(given, "it, with `unknown` where nothing is known of a measurement");
        var forms = options.stream()
                .map(option -> MeasurementForm.read(given.required(option)))
                .toList();
        var column = forms.stream().map(MeasurementForm::measurement).toList();
        var scale =
                Scale.read(key, parts, column.stream().flatMap(Optional::stream).toList());
        criteria.add(scale.criterion());
        details.add(new Problem.Detail(
                label(key, parts),
                parts.optional("unit").map(ProblemFile::filled).orElse(""),
                scale.from(),
                forms.stream().map(MeasurementForm::given).toList()));
        columns.add(column);
    }

    /// Holds the entries to one an option.
    ///
    /// @param expected for the message, where one is missing
    private void eachOption(Located.Mapping given, String expected) {
        given.entries().forEach((name, value) -> {
            if (!options.contains(name)) {
                throw value.place()
                        .bad("'%s' is not an option".formatted(name), "one of " + String.join(", ", options));
            }
        });
        for (String option : options) {
            if (!given.entries().containsKey(option)) {
                throw given.place().bad("the option '%s' is missing".formatted(option), expected);
            }
        }
    }

    private static String label(String key, Located.Mapping parts) {
        return parts.optional("label").map(ProblemFile::filled).orElse(key);
    }

    /// A word or words on one line.
    private static String filled(Located value) {
        String text = value.word();
        if (text.isEmpty() || text.length() > 500 || text.chars().anyMatch(Character::isISOControl)) {
            throw value.place()
                    .bad(text.isEmpty() ? "nothing" : "a text of several lines, or too long", "words on one line");
        }
        return text;
    }
}
