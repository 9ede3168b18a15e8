package org.evenhand.weighing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;
import org.evenhand.core.EvenhandException;
import org.evenhand.statistics.decision.Refusal;
import org.evenhand.statistics.decision.Statement;
import org.evenhand.statistics.decision.WeightSpace;
import org.evenhand.statistics.decision.WeightStatements;
import org.evenhand.userfile.Located;

/// What a user states about the weights of the criteria: on the command line, in a file with one statement a
/// line, or in the file of a problem. None is built in.
public final class Preferences {
    private static final String FORMS = "Write 'leverage > trade', 'trade >= 2 narcotics', 'trade <= 3 narcotics',"
            + " 'trade = narcotics', 'trade between 0.1 and 0.4', 'trade at least 0.1', 'trade at most 0.4' or 'trade"
            + " exactly 0.2'.";

    /// @param line where it stands in the file; 0 on the command line
    private record Said(Statement statement, int line) {}

    private final List<Said> said;
    /// The file, or the option of the command line.
    private final String from;
    /// The key that the statements stand under; empty where there is none.
    private final String key;

    private Preferences(List<Said> said, String from, String key) {
        this.said = List.copyOf(said);
        this.from = from;
        this.key = key;
    }

    /// No preference.
    public static Preferences none() {
        return new Preferences(List.of(), "", "");
    }

    /// Statements from the command line.
    ///
    /// @throws BadRequest if one has no known form
    public static Preferences stated(List<String> texts) {
        var said = new ArrayList<Said>();
        for (String text : texts) {
            var statement = PreferenceText.read(text)
                    .orElseThrow(
                            () -> new BadRequest("--prefer: '%s' says nothing about weights.".formatted(text), FORMS));
            said.add(new Said(statement, 0));
        }
        return new Preferences(said, "--prefer", "");
    }

    /// Statements from a file; `#` begins a comment.
    ///
    /// @throws BadData if it is empty or a line has no known form
    public static Preferences written(String file, String text) {
        var said = new ArrayList<Said>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                String where = "%s line %d: '%s' says nothing about weights.".formatted(file, i + 1, line);
                said.add(new Said(PreferenceText.read(line).orElseThrow(() -> new BadData(where, FORMS)), i + 1));
            }
        }
        if (said.isEmpty()) {
            throw new BadData("%s states no preference.".formatted(file), FORMS);
        }
        return new Preferences(said, file, "");
    }

    /// Statements from the list `preferences` of a problem's file.
    ///
    /// @throws BadData if the list is empty or an entry has no known form
    static Preferences listed(Located.Sequence list) {
        var said = new ArrayList<Said>();
        for (var item : list.items()) {
            String text = item.word();
            var statement = PreferenceText.read(text).orElseThrow(() -> {
                var place = item.place();
                return new BadData(
                        "%s line %d, %s: '%s' says nothing about weights."
                                .formatted(place.file(), place.line(), place.key(), text),
                        FORMS);
            });
            said.add(new Said(statement, item.place().line()));
        }
        if (said.isEmpty()) {
            throw list.place().bad("an empty list", "at least one statement, or no such key");
        }
        return new Preferences(said, list.place().file(), list.place().key());
    }

    public List<Statement> statements() {
        return said.stream().map(Said::statement).toList();
    }

    public boolean isEmpty() {
        return said.isEmpty();
    }

    /// The weights over `criteria` that agree with all of it.
    ///
    /// @throws BadRequest or BadData if no weights do
    public WeightSpace over(List<String> criteria) {
        if (said.isEmpty()) {
            return WeightSpace.all(criteria);
        }
        return switch (WeightStatements.read(criteria, statements())) {
            case WeightSpace space -> space;
            case Refusal refusal -> throw refused(refusal);
        };
    }

    private EvenhandException refused(Refusal refusal) {
        String remedy = switch (refusal.kind()) {
            case EMPTY -> FORMS;
            case UNKNOWN_CRITERION -> "Use the criteria's keys as they are listed.";
            case NAMED_TWICE -> "Name each criterion once in a statement.";
            case IMPOSSIBLE_BOUND, CANNOT_SUM_TO_ONE -> "Change the bounds so that weights between 0 and 1 add to 1.";
            case CYCLE -> "Take one of the preferences back.";
            case CONTRADICTION -> "Take one of the statements back.";
        };
        String message = "%s: %s.".formatted(where(refusal), refusal.message());
        return from.equals("--prefer") ? new BadRequest(message, remedy) : new BadData(message, remedy);
    }

    /// Where the statements at fault stand.
    private String where(Refusal refusal) {
        var lines = said.stream()
                .filter(s -> s.line() > 0
                        && refusal.statements().contains(s.statement().words()))
                .map(s -> Integer.toString(s.line()))
                .distinct()
                .toList();
        String at = switch (lines.size()) {
            case 0 -> "";
            case 1 -> " line " + lines.getFirst();
            default ->
                " lines %s and %s"
                        .formatted(
                                lines.stream().limit(lines.size() - 1L).collect(Collectors.joining(", ")),
                                lines.getLast());
        };
        return from + at + (key.isEmpty() ? "" : ", " + key);
    }
}
