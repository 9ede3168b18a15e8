package org.evenhand.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.benchmark.Benchmarks;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Placement;
import org.evenhand.clock.TraceTree;
import org.evenhand.core.NoAnswer;
import org.evenhand.core.Sample;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.core.Unit;
import org.evenhand.core.Unranked;
import org.evenhand.document.Block;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.law.clock.Clock;
import org.evenhand.likeness.Starts;

/// `evenhand why`: one move, what changed beside it, and how cases like it fared.
public final class WhyDocument {
    private final Catalogue catalogue;
    private final Benchmarks benchmarks;
    private final Clock clock;
    private final Placement before;
    private final Placement after;
    private final double calliper;
    private final String command;
    private final String name;

    private WhyDocument(
            Benchmarks benchmarks, Clock clock, Placement before, Placement after, double calliper, String command) {
        this.catalogue = benchmarks.catalogue();
        this.benchmarks = benchmarks;
        this.clock = clock;
        this.before = before;
        this.after = after;
        this.calliper = calliper;
        this.command = command;
        this.name = catalogue.countries().name(after.iso3());
    }

    /// The reports of the latest change of a country's standing.
    ///
    /// @throws NoAnswer if it never changed
    public static int[] latest(Catalogue catalogue, String iso3) {
        var history = new TreeMap<>(catalogue.placements().history(iso3));
        for (var entry : history.descendingMap().entrySet()) {
            var earlier = history.get(entry.getKey() - 1);
            if (earlier != null && earlier.standing() != entry.getValue().standing()) {
                return new int[] {entry.getKey() - 1, entry.getKey()};
            }
        }
        throw new NoAnswer(
                "The record holds no change of %s from one report to the next."
                        .formatted(catalogue.countries().name(iso3)),
                "`evenhand tiers --country %s` lists its placements.".formatted(iso3));
    }

    /// The answer for two reports.
    ///
    /// @throws NoAnswer if one of them did not place the country
    public static Document of(
            Benchmarks benchmarks, Clock clock, String iso3, int from, int to, double calliper, Provenance provenance) {
        var catalogue = benchmarks.catalogue();
        var before = need(catalogue, iso3, from);
        var after = need(catalogue, iso3, to);
        var why = new WhyDocument(benchmarks, clock, before, after, calliper, provenance.command());
        var sections = why.sections();
        return new Document(
                "why",
                "Why did it move? %s, reports %d and %d".formatted(why.name, from, to),
                "What changed beside the placement; no cause and no motive is shown",
                sections,
                catalogue.sources(NamedSources.of(sections)),
                provenance);
    }

    private static Placement need(Catalogue catalogue, String iso3, int report) {
        return catalogue
                .placements()
                .of(iso3, report)
                .orElseThrow(() -> new NoAnswer(
                        "The %d report placed %s nowhere in the data."
                                .formatted(report, catalogue.countries().name(iso3)),
                        "`evenhand tiers --country %s` lists its placements.".formatted(iso3)));
    }

    private int from() {
        return before.year().value();
    }

    private int to() {
        return after.year().value();
    }

    private List<Section> sections() {
        var changes = new ChangeTables(benchmarks.panel(), catalogue, after.iso3(), from(), to(), command);
        var starts = new Starts(catalogue);
        var sections = new ArrayList<Section>();
        sections.add(new Section("move", "The move and its legal route", move()));
        sections.add(new Section("evidence", "What changed on the ground", changes.evidence()));
        sections.add(new Section("interests", "What else changed", changes.interests()));
        sections.add(new Section(
                "benchmark",
                "The benchmark's move beside the published move",
                new BenchmarkMove(benchmarks, before, after, command).blocks()));
        sections.add(new Section("surprise", "How surprising it is", surprise(starts)));
        sections.add(new Section("precedents", "Like cases", precedents(starts)));
        sections.add(new Section("said", "What is said about it", new Said(catalogue, after.iso3(), to()).blocks()));
        sections.add(new Section("unknown", "What is not known", List.of(new Block.Bullets(unknown(changes)))));
        return sections;
    }

    private Optional<Integer> steps() {
        return before.standing() instanceof Tier b && after.standing() instanceof Tier a
                ? Optional.of(a.severity() - b.severity())
                : Optional.empty();
    }

    private static String words(Optional<Integer> steps, Standing before, Standing after) {
        if (before == after) {
            return "It did not move.";
        }
        return steps.isEmpty()
                ? "A special case has no tier, so the move has no direction."
                : steps.get() > 0 ? "The later tier is worse." : "The later tier is better.";
    }

    private List<Block> move() {
        var route = LegalRoute.of(catalogue, clock, after.iso3(), from(), to());
        var blocks = new ArrayList<Block>();
        var text = Text.build()
                .words("%s: ".formatted(name))
                .placed(before.standing(), before.basis(), before.sources())
                .words(" in the %d report, ".formatted(from()))
                .placed(after.standing(), after.basis(), after.sources())
                .words(" in the %d report. %s Legal route: %s. The clock: %s"
                        .formatted(
                                to(),
                                words(steps(), before.standing(), after.standing()),
                                route.kind().words(),
                                route.state().explanation()));
        if (!route.downgrade().isEmpty()) {
            text.words(
                            route.bySource()
                                    ? " A source names the limit as the reason. "
                                    : " By its history alone the limit may have done it; no source names it. ")
                    .cite(route.downgrade());
        }
        blocks.add(new Block.Paragraph(text.done()));
        route.state()
                .trace()
                .ifPresent(trace -> blocks.add(
                        new Block.Explanation("The clock in the %d report".formatted(to()), TraceTree.of(trace))));
        return blocks;
    }

    private List<Block> surprise(Starts starts) {
        if (to() != from() + 1 || before.standing() instanceof Unranked || steps().isEmpty()) {
            return List.of(new Block.Note(
                    Text.of("Not computed: it is asked of two reports in a row that both gave a tier.")));
        }
        var blocks = new ArrayList<Block>();
        var panel = benchmarks.panel();
        var with = MoveModel.withEvidence(panel, starts);
        var without = MoveModel.withoutEvidence(panel, starts);
        var lines = new ArrayList<Text>();
        line(with, "given the evidence and the start").ifPresent(lines::add);
        line(without, "given the start alone").ifPresent(lines::add);
        if (lines.isEmpty()) {
            blocks.add(new Block.Note(
                    Text.of("Not measured: no start is on record, no fit was found, or the report is before 2005.")));
        } else {
            blocks.add(new Block.Bullets(lines));
            blocks.add(new Block.Note(Text.of(
                    "The start is the tier before, for how many reports it had stood, and whether the Watch List was open. The fit leaves out a"
                            + " tenth of the countries, this one among them, and reports near this one count more; what it predicts is"
                            + " checked out of sample in docs/move-calibration.md.")));
        }
        return blocks;
    }

    private Optional<Text> line(MoveModel model, String given) {
        return model.expectation(after.iso3(), to()).map(e -> {
            var grounds = MovesDocument.grounds(benchmarks, model, command);
            var sample = Sample.of(MoveModel.SAMPLE, model.size());
            String what = e.way() == 0 ? "staying" : e.way() > 0 ? "a move to a worse tier" : "a move to a better tier";
            return Text.build()
                    .words("The probability of %s, %s, is ".formatted(what, given))
                    .figure(grounds.figure(e.surprise(), Unit.PROBABILITY, sample))
                    .words(".")
                    .done();
        });
    }

    private List<Block> precedents(Starts starts) {
        if (to() != from() + 1) {
            return List.of(new Block.Note(Text.of("Precedents are sought for two reports in a row.")));
        }
        int direction = steps().map(Integer::signum).orElse(0);
        if (steps().isEmpty()) {
            return List.of(new Block.Note(Text.of("A special case has no tier, so that nothing has the same start.")));
        }
        return Precedents.of(catalogue, benchmarks.panel(), starts, after.iso3(), to(), direction, calliper, command)
                .map(p -> p.blocks(calliper))
                .orElse(List.of(new Block.Note(
                        Text.of("The report before gave no tier, so that nothing has the same start."))));
    }

    private List<Text> unknown(ChangeTables changes) {
        var lines = new ArrayList<Text>();
        if (!changes.lacking().isEmpty()) {
            lines.add(Text.of("Not measured in one of the two windows, so that nothing is said about a change: %s."
                    .formatted(String.join("; ", changes.lacking()))));
        }
        lines.add(Text.of(
                "Why the Department decided as it did: nothing here shows a motive, and what changed at the same time need not"
                        + " have played a part."));
        lines.add(Text.of(
                "What a government did that none of these measures counts, in particular prosecutions that it did not report"
                        + " to the United Nations."));
        return lines;
    }
}
