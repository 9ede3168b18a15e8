package org.evenhand.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Region;
import org.evenhand.core.BadRequest;
import org.evenhand.listing.Scope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that choose countries and years.
final class ScopeOptions {
    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "AF, EAP, EUR, NEA, SCA, WHA, LAC, WORLD, or countries separated by commas.")
    @Nullable
    String region;

    @Option(names = "--country", paramLabel = "COUNTRY", description = "One country, by name or code.")
    @Nullable
    String country;

    @Option(names = "--year", paramLabel = "YEAR", description = "One year.")
    @Nullable
    String year;

    @Option(names = "--years", paramLabel = "FROM-TO", description = "A range of years, both included.")
    @Nullable
    String years;

    /// @param command name of the command, for the passports
    /// @param regionByDefault the region where none is asked for
    /// @param first first year where none is asked for
    /// @param last last year where none is asked for
    Scope scope(Catalogue catalogue, String command, String regionByDefault, int first, int last) {
        var chosen = region(catalogue, regionByDefault);
        var span = span().orElse(new int[] {first, last});
        return new Scope(chosen, span[0], span[1], commandLine(command, chosen, span));
    }

    Region region(Catalogue catalogue, String byDefault) {
        if (region != null && country != null) {
            throw new BadRequest("Both --region and --country are given.", "Give one of them.");
        }
        if (country != null) {
            var one = catalogue.countries().resolve(country);
            return catalogue.countries().region(one.iso3());
        }
        return catalogue.countries().region(region == null ? byDefault : region);
    }

    private Optional<int[]> span() {
        if (year != null && years != null) {
            throw new BadRequest("Both --year and --years are given.", "Give one of them.");
        }
        if (year != null) {
            int one = number(year, "--year");
            return Optional.of(new int[] {one, one});
        }
        if (years != null) {
            int dash = years.indexOf('-');
            int from = number(dash < 0 ? years : years.substring(0, dash), "--years");
            int to = number(dash < 0 ? years : years.substring(dash + 1), "--years");
            if (from > to) {
                throw new BadRequest("--years %s runs backwards.".formatted(years), "Write the earlier year first.");
            }
            return Optional.of(new int[] {from, to});
        }
        return Optional.empty();
    }

    /// A year as the user gave it.
    static int number(String text, String option) {
        String digits = text.strip();
        if (digits.length() == 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(digits);
        }
        throw new BadRequest("%s: '%s' is not a year.".formatted(option, text), "Write four digits, for example 2014.");
    }

    private static String commandLine(String command, Region region, int[] span) {
        var words = new ArrayList<String>(List.of("evenhand", command, "--region", region.key()));
        if (span[0] == span[1]) {
            words.addAll(List.of("--year", Integer.toString(span[0])));
        } else {
            words.addAll(List.of("--years", span[0] + "-" + span[1]));
        }
        return String.join(" ", words);
    }
}
