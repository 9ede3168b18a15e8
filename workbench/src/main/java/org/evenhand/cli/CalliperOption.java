package org.evenhand.cli;

import java.util.Locale;
import org.evenhand.core.BadRequest;
import org.evenhand.likeness.Matching;
import picocli.CommandLine.Option;

/// The option that says how near a like case must be.
final class CalliperOption {
    @Option(
            names = "--calliper",
            paramLabel = "SD",
            description =
                    "The largest mean difference of a like case, in standard deviations; 0.5 where nothing is said.")
    private double calliper = Matching.CALLIPER;

    /// @throws BadRequest if it is no distance
    double value() {
        if (!(calliper > 0 && calliper <= 10)) {
            throw new BadRequest(
                    "--calliper: %s is no distance in standard deviations.".formatted(calliper),
                    "Give a number above 0, for example 0.5.");
        }
        return calliper;
    }

    /// As words of a command; empty where it is as usual.
    String words() {
        return calliper == Matching.CALLIPER ? "" : String.format(Locale.ROOT, " --calliper %s", calliper);
    }
}
