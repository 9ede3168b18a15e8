package org.evenhand.move;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.benchmark.Benchmark.Trained;
import org.evenhand.benchmark.Benchmarks;
import org.evenhand.benchmark.EvidenceSet;
import org.evenhand.benchmark.Specification;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Placement;
import org.evenhand.catalogue.Region;
import org.evenhand.core.Interval;
import org.evenhand.core.NoAnswer;
import org.evenhand.core.Sample;
import org.evenhand.core.Tier;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Grounds;
import org.evenhand.document.Text;
import org.evenhand.law.clock.Clock;
import org.evenhand.likeness.Matching;
import org.evenhand.likeness.Starts;

/// What the pages of a region and of a country say about moves, in a few lines; the commands say the rest.
public final class ShortForm {
    private ShortForm() {}

    /// The moves of a region in a report, from the placements alone; empty where nothing can be compared.
    public static List<Block> region(Catalogue catalogue, Clock clock, Region region, int report, String command) {
        var worse = new ArrayList<Placement>();
        var better = new ArrayList<Placement>();
        var compared = new Grounds(command);
        int n = 0;
        for (var after : catalogue.placements().in(report, region)) {
            var before = catalogue.placements().of(after.iso3(), report - 1);
            if (before.isEmpty()
                    || !(before.get().standing() instanceof Tier b)
                    || !(after.standing() instanceof Tier a)) {
                continue;
            }
            n++;
            compared.add(after.basis(), after.sources())
                    .add(before.get().basis(), before.get().sources());
            if (a.severity() > b.severity()) {
                worse.add(after);
            } else if (a.severity() < b.severity()) {
                better.add(after);
            }
        }
        if (n == 0) {
            return List.of();
        }
        var sample = Sample.of("countries with a tier in the %d and %d reports".formatted(report - 1, report), n);
        var text = Text.build()
                .words("From the %d to the %d report, of ".formatted(report - 1, report))
                .figure(compared.figure(n, Unit.COUNTRIES, sample))
                .words(", ")
                .figure(compared.figure(worse.size(), Unit.COUNT, sample))
                .words(" moved to a worse tier%s and ".formatted(names(catalogue, clock, worse)))
                .figure(compared.figure(better.size(), Unit.COUNT, sample))
                .words(" to a better one%s.".formatted(names(catalogue, clock, better)))
                .done();
        return List.of(
                new Block.Paragraph(text),
                new Block.Note(Text.of(
                        "`evenhand moves --region %s --year %d` sorts them by how surprising each is given the evidence; `evenhand why` says what changed beside one."
                                .formatted(region.key(), report))));
    }

    private static String names(Catalogue catalogue, Clock clock, List<Placement> moved) {
        if (moved.isEmpty()) {
            return "";
        }
        var names = new ArrayList<String>();
        for (var p : moved) {
            int to = p.year().value();
            boolean automatic = p.standing() == Tier.TIER_3
                    && LegalRoute.of(catalogue, clock, p.iso3(), to - 1, to).kind() == LegalRoute.Kind.AUTOMATIC;
            names.add(catalogue.countries().name(p.iso3())
                    + (automatic ? ", the limit of the Watch List being reached" : ""));
        }
        return " (" + String.join("; ", names) + ")";
    }

    /// A country's latest move, its precedents, and how far its last measured tier is from the benchmark.
    public static List<Block> country(Benchmarks benchmarks, Clock clock, String iso3, String command) {
        var blocks = new ArrayList<Block>();
        boolean measured = EvidenceSet.INDEPENDENT.variables().stream()
                .allMatch(key -> benchmarks.panel().variable(key).isPresent());
        move(benchmarks, clock, iso3, command, measured, blocks);
        if (measured) {
            divergence(benchmarks, iso3, command, blocks);
        } else {
            blocks.add(new Block.Note(
                    Text.of("The tables of evidence that like cases and a benchmark rest on are not all available.")));
        }
        return blocks;
    }

    private static void move(
            Benchmarks benchmarks, Clock clock, String iso3, String command, boolean measured, List<Block> blocks) {
        var catalogue = benchmarks.catalogue();
        int[] span;
        try {
            span = WhyDocument.latest(catalogue, iso3);
        } catch (NoAnswer never) {
            blocks.add(new Block.Paragraph(Text.of("The record holds no change from one report to the next.")));
            return;
        }
        var before = catalogue.placements().of(iso3, span[0]).orElseThrow();
        var after = catalogue.placements().of(iso3, span[1]).orElseThrow();
        var route = LegalRoute.of(catalogue, clock, iso3, span[0], span[1]);
        blocks.add(new Block.Paragraph(Text.build()
                .words("The latest change: ")
                .placed(before.standing(), before.basis(), before.sources())
                .words(" in the %d report, ".formatted(span[0]))
                .placed(after.standing(), after.basis(), after.sources())
                .words(" in the %d report. Legal route: %s."
                        .formatted(span[1], route.kind().words()))
                .done()));
        if (measured && before.standing() instanceof Tier b && after.standing() instanceof Tier a) {
            Precedents.of(
                            catalogue,
                            benchmarks.panel(),
                            new Starts(catalogue),
                            iso3,
                            span[1],
                            Integer.signum(a.severity() - b.severity()),
                            Matching.CALLIPER,
                            command)
                    .flatMap(Precedents::shortly)
                    .ifPresentOrElse(
                            text -> blocks.add(new Block.Paragraph(text)),
                            () -> blocks.add(
                                    new Block.Paragraph(
                                            Text.of(
                                                    "Too few cases with the same start were alike in evidence, or it was not measured."))));
        }
        blocks.add(new Block.Note(
                Text.of("`evenhand why %s %d %d` says what changed beside it.".formatted(iso3, span[0], span[1]))));
    }

    private static void divergence(Benchmarks benchmarks, String iso3, String command, List<Block> blocks) {
        var specification = new Specification(EvidenceSet.INDEPENDENT, false);
        if (!(benchmarks.leavingOut(specification, iso3) instanceof Trained.Model model)) {
            return;
        }
        var benchmark = benchmarks.of(specification);
        var all = benchmark.predict(model, row -> row.iso3().equals(iso3));
        if (all.isEmpty()) {
            blocks.add(new Block.Paragraph(
                    Text.of("No report has all measures of the evidence benchmark for this country.")));
            return;
        }
        var last = all.getLast();
        var grounds = benchmarks.grounds(specification, command);
        var sample = benchmark.sample();
        blocks.add(new Block.Paragraph(Text.build()
                .words("In the %d report, the last with all measures, the published tier was "
                        .formatted(last.row().year()))
                .figure(grounds.between(
                        last.divergence(),
                        Unit.NUMBER,
                        new Interval.Between(last.low(), last.high(), 0.95, "delta method, clustered by country"),
                        sample))
                .words(
                        " steps from what evidence alone would lead one to expect (above 0: worse; evidence without known descent from"
                                + " the Report). An association, not a motive; `evenhand divergence %s` says how well the benchmark predicts."
                                        .formatted(iso3))
                .done()));
    }
}
