package org.evenhand.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Grounds;
import org.evenhand.document.Text;
import org.evenhand.findings.ClaimBearing.Kind;
import org.evenhand.influence.UniverseResult;

/// What the kept results say about a claim: by fixed rules from the numbers, limits first, both directions.
public final class Statements {
    /// More universes than this stand in a table.
    private static final int SENTENCES = 2;

    /// A p-value below it is not printed: with the same countries year after year its size means nothing.
    private static final double SMALLEST = 0.001;

    private final Catalogue catalogue;
    private final Kept kept;

    private Statements(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.kept = Kept.of(catalogue);
    }

    public static Statements of(Catalogue catalogue) {
        return new Statements(catalogue);
    }

    /// What must be said before any of them: tables that are not there, and results on other data than those in use.
    public List<Text> cautions() {
        var cautions = new ArrayList<Text>();
        for (var table : kept.missing()) {
            cautions.add(Text.of(
                    "The table %s is not available, so that what was computed beforehand of this kind is left out."
                            .formatted(table)));
        }
        if (!kept.onOtherData().isEmpty()) {
            cautions.add(Text.of(
                    "The results in %s were computed on the tables as shipped. The tables in use here are others (your own were added, or a table was changed or taken out), and these results do not take account of that. `evenhand findings --remake DIR` computes them anew."
                            .formatted(String.join(", ", kept.onOtherData()))));
        }
        return cautions;
    }

    /// The blocks for a claim: limits, then what there is for each kind of result; none where nothing bears on it.
    public List<Block> of(String claim) {
        var bearings = ClaimBearing.of(catalogue, claim);
        var blocks = new ArrayList<Block>();
        var items = new ArrayList<Text>();
        limits(bearings).ifPresent(items::add);
        var universes = bearings.stream()
                .filter(b -> b.kind() == Kind.UNIVERSE)
                .flatMap(b -> kept.universe(b.key()).stream())
                .toList();
        universes(universes, items);
        for (var bearing : bearings) {
            switch (bearing.kind()) {
                case GROUP -> group(bearing.key()).ifPresent(items::add);
                case BENCHMARK -> benchmark(bearing.key()).ifPresent(items::add);
                case DIVERGENCE -> items.addAll(divergence(bearing.key()));
                case UNIVERSE, STABILITY, NONE -> {}
            }
        }
        // Limits alone say nothing.
        if (items.size() > 1) {
            blocks.add(new Block.Bullets(items));
        }
        if (universes.size() > SENTENCES) {
            blocks.add(new Block.Tabular(UniverseStatements.table(universes)));
        }
        return blocks;
    }

    /// All joint tests of the kept results.
    public Block.Tabular universes() {
        return new Block.Tabular(UniverseStatements.table(kept.universes()));
    }

    private void universes(List<UniverseResult> universes, List<Text> items) {
        if (universes.isEmpty()) {
            return;
        }
        if (universes.size() <= SENTENCES) {
            universes.forEach(u -> items.add(UniverseStatements.verdict(u)));
        } else {
            items.add(UniverseStatements.count(universes));
            universes.stream()
                    .filter(UniverseResult::remarkable)
                    .forEach(u -> items.add(UniverseStatements.verdict(u)));
        }
        items.addAll(UniverseStatements.strongest(kept, universes));
    }

    private static Optional<Text> limits(List<ClaimBearing> bearings) {
        var kinds = bearings.stream()
                .map(ClaimBearing::kind)
                .filter(k -> k != Kind.NONE && k != Kind.STABILITY)
                .distinct()
                .toList();
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Text.build()
                .words("Limits: worldwide results, computed beforehand.")
                .words(
                        kinds.contains(Kind.UNIVERSE)
                                ? " Models hold equal only the evidence that is measured, and no test shows a motive."
                                : "")
                .words(
                        kinds.contains(Kind.GROUP)
                                ? " Groups are compared as they are, without holding the evidence equal; the same countries return, so that intervals are too narrow and p-values too small."
                                : "")
                .words(
                        kinds.contains(Kind.BENCHMARK) || kinds.contains(Kind.DIVERGENCE)
                                ? " A benchmark knows only what is measured; what it leaves open is not thereby politics."
                                : "")
                .done());
    }

    private Optional<Text> group(String key) {
        int slash = key.indexOf('/');
        var found = kept.groups().stream()
                .filter(g ->
                        g.group().equals(key.substring(0, slash)) && g.event().equals(key.substring(slash + 1)))
                .findFirst();
        return found.map(Statements::group);
    }

    private static Text group(GroupResult g) {
        var grounds = new Grounds(g.from().command()).add(g.basis(), g.from().sources());
        String what = switch (g.event()) {
            case "tier_3" -> "placed on Tier 3";
            case "restricted" -> "restricted, in full or in part,";
            default -> "waived in full";
        };
        String of = g.event().equals("tier_3") ? "placements with a tier" : "Tier 3 determinations";
        var sample = new Sample(of + ", " + g.title(), g.opportunities(), g.leftOut(), g.reason());
        var others = new Sample(of + ", all other countries", g.othersOpportunities(), g.leftOut(), g.reason());
        var text = Text.build()
                .words("Worldwide, %s were %s in ".formatted(g.title(), what))
                .figure(grounds.figure(g.happened(), Unit.COUNT, sample))
                .words(" of ")
                .figure(grounds.figure(g.opportunities(), Unit.COUNT, sample))
                .words(" %s".formatted(of));
        if (g.opportunities() > 0) {
            text.words(": a share of ").figure(grounds.share(g.happened(), g.opportunities(), sample));
        }
        text.words("; it happened to ")
                .figure(grounds.figure(g.touched(), Unit.COUNT, sample))
                .words(" of ")
                .figure(grounds.figure(g.countries(), Unit.COUNTRIES, sample))
                .words(". Among all other countries it was ")
                .figure(grounds.figure(g.othersHappened(), Unit.COUNT, others))
                .words(" of ")
                .figure(grounds.figure(g.othersOpportunities(), Unit.COUNT, others));
        if (g.othersOpportunities() > 0) {
            text.words(": a share of ").figure(grounds.share(g.othersHappened(), g.othersOpportunities(), others));
        }
        if (g.p().isEmpty()) {
            return text.words(". There is nothing to compare.").done();
        }
        if (g.p().getAsDouble() < SMALLEST) {
            text.words(". Fisher's exact test gives p below 0.001: ");
        } else {
            var both = new Sample(
                    of + ", the group and all others",
                    g.opportunities() + g.othersOpportunities(),
                    g.leftOut(),
                    g.reason());
            text.words(". Fisher's exact test gives p = ")
                    .figure(grounds.figure(g.p().getAsDouble(), Unit.PROBABILITY, both))
                    .words(": ");
        }
        text.words(g.reading()).words(".");
        return text.done();
    }

    private Optional<Text> benchmark(String key) {
        var rows = kept.benchmarks().stream()
                .filter(b -> b.benchmark().equals(key))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var text = Text.build().words("Placements predicted from %s alone: skill ".formatted(evidence(key)));
        String between = "";
        for (var row : rows) {
            text.words(between)
                    .figure(skill(row))
                    .words(row.leftOutBy().equals("country") ? " for countries left out" : " for later reports");
            between = ", ";
        }
        text.words("; 0 is no better than the shares of tiers alone, 1 is perfect.");
        text.words(
                rows.stream().allMatch(r -> r.skillLow() > 0)
                        ? " Evidence of this kind goes with placements; what it leaves open may be evidence that is not measured, or anything else."
                        : " Evidence of this kind predicts no better than the shares of tiers alone.");
        return Optional.of(text.done());
    }

    private static Figure skill(BenchmarkResult row) {
        return new Figure(
                row.skill(),
                Unit.NUMBER,
                new Interval.Between(row.skillLow(), row.skillHigh(), 0.95, "jackknife by country"),
                Sample.of("placements not seen by the fit, " + row.benchmark(), row.forecasts()),
                Basis.DERIVED,
                row.from().sources(),
                row.from().command());
    }

    private static String evidence(String benchmark) {
        return switch (benchmark) {
            case "independent" -> "treaties, governance and rights (no known descent from the Report)";
            case "report" -> "the 3P index (coded largely from the Report)";
            default -> benchmark.replace("+", " and ");
        };
    }

    private List<Text> divergence(String key) {
        var parts = key.split("[/-]");
        int first = Integer.parseInt(parts[1]);
        int last = Integer.parseInt(parts[2]);
        var statements = new ArrayList<Text>();
        for (var set : Remake.SETS) {
            var rows = kept.divergences().stream()
                    .filter(d -> d.iso3().equals(parts[0])
                            && d.benchmark().equals(set.key())
                            && d.report() >= first
                            && d.report() <= last)
                    .toList();
            if (!rows.isEmpty()) {
                statements.add(divergence(rows, set.key()));
            }
        }
        return statements;
    }

    /// The lowest and the highest probability of a better tier; a divergence at the end of the scale has one sign only.
    private Text divergence(List<DivergenceResult> rows, String benchmark) {
        var byBetter = Comparator.comparingDouble(DivergenceResult::better);
        var lowest = rows.stream().min(byBetter).orElseThrow();
        var highest = rows.stream().max(byBetter).orElseThrow();
        var country = catalogue.countries().name(lowest.iso3());
        var sample = Sample.of("reports with a benchmark, %s, %s".formatted(country, benchmark), rows.size());
        var grounds = new Grounds(lowest.from().command())
                .add(Basis.DERIVED, lowest.from().sources());
        var text = Text.build()
                .words(
                        "By %s, a better tier of %s than the published one would have been expected with a probability of "
                                .formatted(evidence(benchmark), country))
                .figure(better(lowest, sample))
                .words(" in the %d report (all placements on the same tier: a median of ".formatted(lowest.report()))
                .figure(grounds.figure(lowest.usual(), Unit.PROBABILITY, sample))
                .words(")");
        if (rows.size() == 1) {
            return text.words(", the only report that can be compared.").done();
        }
        return text.words(" and of ")
                .figure(better(highest, sample))
                .words(" in the %d report (all placements on the same tier: a median of ".formatted(highest.report()))
                .figure(grounds.figure(highest.usual(), Unit.PROBABILITY, sample))
                .words("), the lowest and the highest of ")
                .figure(grounds.figure(rows.size(), Unit.COUNT, sample))
                .words(" reports from %d to %d that can be compared."
                        .formatted(rows.getFirst().report(), rows.getLast().report()))
                .done();
    }

    private static Figure better(DivergenceResult row, Sample sample) {
        return new Figure(
                row.better(),
                Unit.PROBABILITY,
                new Interval.Between(row.low(), row.high(), 0.95, "delta method, clustered by country"),
                sample,
                Basis.DERIVED,
                row.from().sources(),
                row.from().command());
    }
}
