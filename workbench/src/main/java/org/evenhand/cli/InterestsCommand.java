package org.evenhand.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.evenhand.catalogue.Interest;
import org.evenhand.core.BadRequest;
import org.evenhand.listing.InterestListing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "interests",
        mixinStandardHelpOptions = true,
        description = "Measures of U.S. interests by country and year.",
        footer = {
            "",
            "Examples:",
            "  evenhand interests --region LAC --year 2013 --interest trade",
            "  evenhand interests --country Mexico --years 2010-2014 --format csv"
        })
final class InterestsCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Option(
            names = "--interest",
            paramLabel = "INTEREST",
            description =
                    "Only this interest: democracy, trade, narcotics, migration, border_security, counter_terrorism, aid,"
                            + " un_alignment or instability.")
    @Nullable
    private String interest;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    InterestsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        var asked = scope.scope(catalogue, "interests", "WORLD", 2000, 2026);
        output.print(session, InterestListing.of(catalogue, asked, chosen()), asked.command());
        return 0;
    }

    private Optional<Interest> chosen() {
        if (interest == null) {
            return Optional.empty();
        }
        String wanted = interest.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        return Optional.of(Arrays.stream(Interest.values())
                .filter(i -> i.key().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new BadRequest(
                        "--interest: '%s' is not an interest.".formatted(interest),
                        "Use one of "
                                + Arrays.stream(Interest.values())
                                        .map(Interest::key)
                                        .collect(Collectors.joining(", "))
                                + ".")));
    }
}
