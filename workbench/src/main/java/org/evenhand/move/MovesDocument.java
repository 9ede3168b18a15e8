package org.evenhand.move;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenhand.benchmark.Benchmarks;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Placement;
import org.evenhand.catalogue.Region;
import org.evenhand.core.NoAnswer;
import org.evenhand.core.Sample;
import org.evenhand.core.Tier;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.Grounds;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.law.clock.Clock;
import org.evenhand.likeness.Starts;

/// `evenhand moves`: all changes of a report, the most surprising given the evidence first.
public final class MovesDocument {
    private static final double RARE = 0.05;

    private final Benchmarks benchmarks;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Region region;
    private final int report;
    private final String command;
    private final MoveModel with;
    private final MoveModel without;

    private MovesDocument(Benchmarks benchmarks, Clock clock, Region region, int report, String command) {
        this.benchmarks = benchmarks;
        this.catalogue = benchmarks.catalogue();
        this.clock = clock;
        this.region = region;
        this.report = report;
        this.command = command;
        var starts = new Starts(catalogue);
        this.with = MoveModel.withEvidence(benchmarks.panel(), starts);
        this.without = MoveModel.withoutEvidence(benchmarks.panel(), starts);
    }

    /// A country whose standing changed.
    private record Move(
            Placement before, Placement after, Optional<Expectation> evidence, Optional<Expectation> start) {}

    /// The moves of a report.
    ///
    /// @throws NoAnswer if there are none
    public static Document of(Benchmarks benchmarks, Clock clock, Region region, int report, Provenance provenance) {
        var document = new MovesDocument(benchmarks, clock, region, report, provenance.command());
        var moves = document.moves();
        if (moves.isEmpty()) {
            throw new NoAnswer(
                    "No change of %s from the %d to the %d report is on record."
                            .formatted(region.label(), report - 1, report),
                    "Ask for another report or region.");
        }
        var sections = document.sections(moves);
        return new Document(
                "moves",
                "Moves in the %d report: %s".formatted(report, region.label()),
                "Sorted by how surprising each is given the evidence",
                sections,
                benchmarks.catalogue().sources(NamedSources.of(sections)),
                provenance);
    }

    private List<Move> moves() {
        var moves = new ArrayList<Move>();
        for (var after : catalogue.placements().in(report, region)) {
            var before = catalogue.placements().of(after.iso3(), report - 1);
            if (before.isPresent() && before.get().standing() != after.standing()) {
                moves.add(new Move(
                        before.get(),
                        after,
                        with.expectation(after.iso3(), report),
                        without.expectation(after.iso3(), report)));
            }
        }
        moves.sort(Comparator.<Move>comparingDouble(
                        m -> m.evidence().map(Expectation::surprise).orElse(Double.POSITIVE_INFINITY))
                .thenComparingDouble(m -> m.start().map(Expectation::surprise).orElse(Double.POSITIVE_INFINITY))
                .thenComparing(m -> m.after().iso3()));
        return moves;
    }

    private List<Section> sections(List<Move> moves) {
        return List.of(
                new Section("reading", "How to read this", List.of(new Block.Bullets(reading(moves)))),
                new Section("moves", "The moves", List.of(new Block.Tabular(table(moves)))),
                new Section(
                        "calibration",
                        "How well the probabilities hold",
                        MoveCalibration.blocks(benchmarks, with, without, command, false)));
    }

    private List<Text> reading(List<Move> moves) {
        var lines = new ArrayList<Text>();
        lines.add(
                Text.of(
                        "Surprise is the probability of a move in this direction, given the tier before and for how many reports it had"
                                + " stood, whether the Watch List was open, and the evidence of the window (treaties, governance and"
                                + " rights; no known descent from the Report), from a fit to nine tenths of the countries without this"
                                + " one, to which reports near this one count more. Small is surprising. It says nothing about why."));
        lines.add(
                Text.of(
                        "Beside it the same given the start alone: where the two differ little, the evidence did not foretell the move."));
        expected().ifPresent(lines::add);
        lines.add(Text.of(
                "Many countries are looked at, so some moves will look surprising by chance alone. Read the first as a place to"
                        + " look, not as a finding; `evenhand why` says what changed beside it."));
        long unmeasured = moves.stream().filter(m -> m.evidence().isEmpty()).count();
        if (unmeasured > 0) {
            lines.add(Text.of(
                    "Moves whose evidence is not measured, or into and out of a special case, stand last; those that can be are"
                            + " sorted by the start alone."));
        }
        return lines;
    }

    /// How many such moves chance alone is expected to give among the countries of the region asked for.
    private Optional<Text> expected() {
        double expected = 0;
        int n = 0;
        for (var after : catalogue.placements().in(report, region)) {
            var e = with.expectation(after.iso3(), report);
            if (e.isPresent()) {
                expected += e.get().chanceOfSurprise(RARE);
                n++;
            }
        }
        if (n == 0) {
            return Optional.empty();
        }
        var grounds = grounds(benchmarks, with, command);
        var sample = Sample.of("countries with all measures in the %d report".formatted(report), n);
        return Optional.of(Text.build()
                .words("Among ")
                .figure(grounds.figure(n, Unit.COUNTRIES, sample))
                .words(" with all measures, chance alone is expected to give ")
                .figure(grounds.figure(expected, Unit.NUMBER, sample))
                .words(" moves with a probability below 0.05.")
                .done());
    }

    /// What the numbers of a model rest on.
    static Grounds grounds(Benchmarks benchmarks, MoveModel model, String command) {
        return benchmarks.grounds(model.variables(), command);
    }

    private DataTable table(List<Move> moves) {
        var grounds = grounds(benchmarks, with, command);
        var startGrounds = grounds(benchmarks, without, command);
        var rows = new ArrayList<List<Cell>>();
        for (var move : moves) {
            String iso3 = move.after().iso3();
            var route = LegalRoute.of(catalogue, clock, iso3, report - 1, report);
            rows.add(List.of(
                    Cell.words(catalogue.countries().name(iso3)),
                    Cell.words(iso3),
                    placed(move.before()),
                    placed(move.after()),
                    Cell.words(direction(move)),
                    probability(move.evidence(), grounds, with.size()),
                    probability(move.start(), startGrounds, without.size()),
                    Cell.words(
                            route.kind() == LegalRoute.Kind.MERITS
                                    ? "merits"
                                    : route.kind().words())));
        }
        return new DataTable(
                "moves",
                "Changes from the %d to the %d report".formatted(report - 1, report),
                List.of(
                        Column.of("country", "Country"),
                        Column.machine("iso3"),
                        Column.of("before", "Before"),
                        Column.of("tier", "Tier"),
                        Column.of("direction", "Direction"),
                        Column.of("surprise", "Probability given evidence"),
                        Column.of("surprise_start", "Given the start alone"),
                        Column.of("route", "Legal route")),
                rows,
                "Where the law had closed the Watch List, the model knows that the country could not stay there.");
    }

    private static Cell placed(Placement p) {
        return new Cell.Placed(p.standing(), p.basis(), p.sources());
    }

    private static String direction(Move move) {
        return move.before().standing() instanceof Tier b && move.after().standing() instanceof Tier a
                ? a.severity() > b.severity() ? "worse" : "better"
                : "special case";
    }

    private static Cell probability(Optional<Expectation> expectation, Grounds grounds, int n) {
        return expectation
                .<Cell>map(e ->
                        Cell.number(grounds.figure(e.surprise(), Unit.PROBABILITY, Sample.of(MoveModel.SAMPLE, n))))
                .orElse(Cell.absent(Absence.NOT_MEASURED));
    }
}
