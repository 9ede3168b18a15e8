package org.evenhand.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evenhand.benchmark.Benchmarks;
import org.evenhand.core.BadRequest;
import org.evenhand.law.clock.Clock;
import org.evenhand.move.WhyDocument;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description = {
            "Why did a country's tier move? The move and its legal route, what changed in the evidence and in U.S. interests"
                    + " between the two windows, the evidence benchmark's move, how surprising it is, like cases, what is said, and what"
                    + " is not known.",
            "Without years: its latest change. Nothing shown is a cause or a motive."
        },
        footer = {"", "Examples:", "  evenhand why CUB 2014 2015", "  evenhand why Malaysia --format markdown"})
final class WhyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "COUNTRY", description = "A name in English or Spanish, or a code.")
    private String country = "";

    @Parameters(
            index = "1..*",
            arity = "0..2",
            paramLabel = "YEAR",
            description = "The two reports; one alone is the later of two in a row.")
    private List<String> years = List.of();

    @Mixin
    private final CalliperOption calliper = new CalliperOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    WhyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        var chosen = catalogue.countries().resolve(country);
        int[] span = span(chosen.iso3());
        var command = "evenhand why %s %d %d".formatted(chosen.iso3(), span[0], span[1]) + calliper.words();
        var benchmarks =
                new Benchmarks(catalogue, Panel.of(catalogue, Lags.DEFAULT), new KeptFiles(session, catalogue));
        var document = WhyDocument.of(
                benchmarks,
                Clock.load(),
                chosen.iso3(),
                span[0],
                span[1],
                calliper.value(),
                OutputOptions.provenance(catalogue, command));
        output.print(session, document, "evidence");
        return 0;
    }

    private int[] span(String iso3) {
        if (years.size() > 2) {
            throw new BadRequest("More than two reports are given.", "Give the earlier and the later one.");
        }
        if (years.isEmpty()) {
            return WhyDocument.latest(session.catalogue(), iso3);
        }
        int first = ScopeOptions.number(years.getFirst(), "YEAR");
        if (years.size() == 1) {
            return new int[] {first - 1, first};
        }
        int second = ScopeOptions.number(years.get(1), "YEAR");
        if (second <= first) {
            throw new BadRequest("%d to %d runs backwards.".formatted(first, second), "Give the earlier report first.");
        }
        return new int[] {first, second};
    }
}
