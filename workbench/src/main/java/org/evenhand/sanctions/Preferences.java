package org.evenhand.sanctions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;
import org.evenhand.core.EvenhandException;
import org.evenhand.statistics.decision.Refusal;
import org.evenhand.statistics.decision.Statement;
import org.evenhand.statistics.decision.WeightSpace;
import org.evenhand.statistics.decision.WeightStatements;

/// What a user states about the weights of the criteria, on the command line or in a file with one statement
/// a line. None is built in.
public final class Preferences {
    private static final String FORMS = "Write 'leverage > trade', 'trade >= 2 narcotics', 'trade = narcotics',"
            + " 'trade between 0.1 and 0.4', 'trade at least 0.1' or 'trade at most 0.4'.";

    private final List<Statement> statements;
    private final Optional<String> file;

    private Preferences(List<Statement> statements, Optional<String> file) {
        this.statements = List.copyOf(statements);
        this.file = file;
    }

    /// No preference.
    public static Preferences none() {
        return new Preferences(List.of(), Optional.empty());
    }

    /// Statements from the command line.
    ///
    /// @throws BadRequest if one has no known form
    public static Preferences stated(List<String> texts) {
        var statements = new ArrayList<Statement>();
        for (String text : texts) {
            statements.add(PreferenceText.read(text)
                    .orElseThrow(
                            () -> new BadRequest("--prefer: '%s' says nothing about weights.".formatted(text), FORMS)));
        }
        return new Preferences(statements, Optional.empty());
    }

    /// Statements from a file; `#` begins a comment.
    ///
    /// @throws BadData if it is empty or a line has no known form
    public static Preferences written(String file, String text) {
        var statements = new ArrayList<Statement>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                String where = "%s line %d: '%s' says nothing about weights.".formatted(file, i + 1, line);
                statements.add(PreferenceText.read(line).orElseThrow(() -> new BadData(where, FORMS)));
            }
        }
        if (statements.isEmpty()) {
            throw new BadData("%s states no preference.".formatted(file), FORMS);
        }
        return new Preferences(statements, Optional.of(file));
    }

    List<Statement> statements() {
        return statements;
    }

    /// The weights over `criteria` that agree with all of it.
    ///
    /// @throws BadRequest or BadData if no weights do
    WeightSpace over(List<String> criteria) {
        if (statements.isEmpty()) {
            return WeightSpace.all(criteria);
        }
        return switch (WeightStatements.read(criteria, statements)) {
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
        return file.<EvenhandException>map(f -> new BadData("%s: %s.".formatted(f, refusal.message()), remedy))
                .orElseGet(() -> new BadRequest("--prefer: %s.".formatted(refusal.message()), remedy));
    }
}
