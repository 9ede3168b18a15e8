package org.evenhand.influence;

import java.util.Locale;
import org.evenhand.core.BadRequest;
import org.evenhand.statistics.multiverse.Alignment;

/// One run of one universe: all that its result depends on beside the data. Whoever asks, and from where, the
/// same request gives the same bytes.
///
/// @param declared the universe as its file has it
/// @param own which of its options are kept
/// @param scope which rows it runs on
/// @param permutations from 0 to [#MOST_PERMUTATIONS]
/// @param seed of the permutations
/// @param alignment how residuals are moved
public record RunRequest(
        Universe declared, OwnChoices own, Finding.Scope scope, int permutations, long seed, Alignment alignment) {
    /// Most permutations of one run.
    public static final int MOST_PERMUTATIONS = 99_999;

    /// @throws BadRequest if there are too many permutations, or fewer than none
    public RunRequest {
        if (permutations < 0 || permutations > MOST_PERMUTATIONS) {
            throw new BadRequest(
                    "%d permutations are not possible.".formatted(permutations),
                    "Give 0 to %d.".formatted(MOST_PERMUTATIONS));
        }
    }

    /// What is run.
    public Universe universe() {
        return own.within(declared);
    }

    /// What makes two runs the same, so that a checkpoint of one may finish the other.
    public String identity(UniverseRun run) {
        var identity = run.identity(seed, permutations, alignment);
        return own.isEmpty() ? identity : identity + "|" + own.flags().strip();
    }

    /// The command that remakes it, where the universe comes with the program.
    public String command() {
        return command(declared.name());
    }

    /// The command that remakes it.
    ///
    /// @param asked the universe as it was asked for: its name, or its file
    public String command(String asked) {
        return command(asked, scope.region(), scope.administration(), permutations, seed, alignment) + own.flags();
    }

    /// The command with all that has a value where nothing is said.
    ///
    /// @param asked universes as they were asked for, with spaces between them
    public static String command(
            String asked, String region, String administration, int permutations, long seed, Alignment alignment) {
        return "evenhand multiverse %s --region %s --administration %s --permutations %d --seed %d --alignment %s"
                .formatted(
                        asked,
                        region,
                        administration,
                        permutations,
                        seed,
                        alignment.name().toLowerCase(Locale.ROOT));
    }
}
