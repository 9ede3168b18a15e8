package org.evenhand.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evenhand.benchmark.Benchmarks;
import org.evenhand.benchmark.CalibrationDocument;
import org.evenhand.benchmark.DivergenceDocument;
import org.evenhand.benchmark.EvidenceSet;
import org.evenhand.benchmark.Specification;
import org.evenhand.core.BadRequest;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "divergence",
        mixinStandardHelpOptions = true,
        description = {
            "How far published tiers are from what evidence alone, or the model with every interest at its reference, would"
                    + " lead one to expect; each country predicted without itself, with intervals and calibration.",
            "Evidence sets: independent (no known descent from the Report), report (the 3P index), both. Where nothing is said,"
                    + " independent and report stand side by side."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand divergence CUB",
            "  evenhand divergence --region LAC --year 2014",
            "  evenhand divergence MEX --evidence both --format csv"
        })
final class DivergenceCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "COUNTRY", description = "A name in English or Spanish, or a code.")
    @Nullable
    private String country;

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Option(
            names = "--evidence",
            paramLabel = "SET",
            description = "independent, report or both; CSV holds the first set's table.")
    @Nullable
    private String evidence;

    @Option(names = "--calibration", description = "Print how well each benchmark predicts, in full, and no country.")
    private boolean calibration;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    DivergenceCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        if (country != null && (scope.country != null || scope.region != null)) {
            throw new BadRequest("A country and --region or --country are given.", "Give one of them.");
        }
        if (country != null) {
            scope.country = country;
        }
        var sets = calibration && evidence == null ? List.of(EvidenceSet.values()) : sets();
        var benchmarks =
                new Benchmarks(catalogue, Panel.of(catalogue, Lags.DEFAULT), new KeptFiles(session, catalogue));
        if (calibration) {
            String command = "evenhand divergence --calibration" + option();
            output.print(
                    session, CalibrationDocument.of(benchmarks, sets, OutputOptions.provenance(catalogue, command)));
            return 0;
        }
        if (scope.country == null && scope.region == null) {
            throw new BadRequest("Whose divergence?", "Name a country, or a region with --region.");
        }
        var years = catalogue.placements().years();
        int last = years.isEmpty() ? Specification.FIRST_REPORT : years.last();
        int first = scope.country != null ? Specification.FIRST_REPORT : last;
        var asked = scope.scope(catalogue, "divergence", "WORLD", first, last);
        String command = asked.command() + option();
        var document = DivergenceDocument.of(
                benchmarks,
                sets,
                asked.region(),
                asked.firstYear(),
                asked.lastYear(),
                OutputOptions.provenance(catalogue, command));
        output.print(session, document, document.kind());
        return 0;
    }

    private String option() {
        return evidence == null ? "" : " --evidence " + evidence;
    }

    private List<EvidenceSet> sets() {
        return evidence == null
                ? List.of(EvidenceSet.INDEPENDENT, EvidenceSet.REPORT)
                : List.of(EvidenceSet.need(evidence));
    }
}
