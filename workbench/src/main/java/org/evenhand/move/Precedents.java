package org.evenhand.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Placement;
import org.evenhand.catalogue.Placements;
import org.evenhand.core.Basis;
import org.evenhand.core.Sample;
import org.evenhand.core.Tier;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Grounds;
import org.evenhand.document.Text;
import org.evenhand.likeness.Features;
import org.evenhand.likeness.LikeDocument;
import org.evenhand.likeness.Likeness;
import org.evenhand.likeness.Matching;
import org.evenhand.likeness.Matching.Match;
import org.evenhand.likeness.Starts;
import org.evenhand.panel.Panel;

/// The nearest country-years by the evidence before the report, with the same start under the law, and where the
/// Report then left them.
final class Precedents {
    private static final int SHOWN = 12;

    private final Catalogue catalogue;
    private final Panel panel;
    private final Features features;
    private final Starts.Start start;
    private final Matching.Outcome outcome;
    private final int at;
    private final String iso3;
    private final int report;
    private final int direction;
    private final String command;

    private Precedents(
            Catalogue catalogue,
            Panel panel,
            Features features,
            Starts.Start start,
            Matching.Outcome outcome,
            int at,
            String iso3,
            int report,
            int direction,
            String command) {
        this.catalogue = catalogue;
        this.panel = panel;
        this.features = features;
        this.start = start;
        this.outcome = outcome;
        this.at = at;
        this.iso3 = iso3;
        this.report = report;
        this.direction = direction;
        this.command = command;
    }

    /// Empty where the report before gave no tier: then nothing has the same start.
    ///
    /// @param direction of the move: 1 to a worse tier, -1 to a better one, 0 none
    static Optional<Precedents> of(
            Catalogue catalogue,
            Panel panel,
            Starts starts,
            String iso3,
            int report,
            int direction,
            double calliper,
            String command) {
        var features = Features.of(panel, Likeness.EVIDENCE);
        var at = features.position(iso3, report);
        var start = starts.of(iso3, report);
        if (at.isEmpty() || start.isEmpty()) {
            return Optional.empty();
        }
        var outcome = Matching.of(
                features,
                at.getAsInt(),
                i -> !features.country(i).equals(Placements.JUDGE)
                        && starts.of(features.country(i), features.year(i)).equals(start)
                        && catalogue
                                .placements()
                                .tier(features.country(i), features.year(i))
                                .isPresent(),
                calliper);
        return Optional.of(new Precedents(
                catalogue, panel, features, start.get(), outcome, at.getAsInt(), iso3, report, direction, command));
    }

    List<Block> blocks(double calliper) {
        var blocks = new ArrayList<Block>();
        String name = catalogue.countries().name(iso3);
        blocks.add(new Block.Paragraph(Text.of(String.format(
                Locale.ROOT,
                "Start: %s. A precedent is the nearest report of another country with the same start whose evidence in its window"
                        + " was alike: %s; at most %.2f standard deviations apart on average.",
                start.words(),
                "treaties, corruption and rights, none of them known to descend from the Report",
                calliper))));
        switch (outcome) {
            case Matching.Outcome.NotMeasured(var lacking) ->
                blocks.add(new Block.Note(Text.of("No precedent can be named; not measured: "
                        + String.join(", ", lacking.stream().map(v -> v.key()).toList()) + ".")));
            case Matching.Outcome.TooFew few ->
                blocks.add(new Block.Note(Text.of(LikeDocument.refusal(few, name, report, calliper))));
            case Matching.Outcome.Alike(var matches) -> {
                blocks.add(new Block.Paragraph(counts(matches)));
                blocks.add(new Block.Tabular(table(matches)));
                blocks.add(new Block.Tabular(balance(matches)));
            }
        }
        return blocks;
    }

    /// In one sentence; empty where there are too few.
    Optional<Text> shortly() {
        return outcome instanceof Matching.Outcome.Alike(var matches) ? Optional.of(counts(matches)) : Optional.empty();
    }

    private Text counts(List<Match> matches) {
        long n = matches.size();
        long better = matches.stream().filter(m -> direction(m) < 0).count();
        long worse = matches.stream().filter(m -> direction(m) > 0).count();
        long same = matches.stream().filter(m -> direction(m) == direction).count();
        var grounds = placements(matches);
        var sample = Sample.of("precedents, one a country", n);
        String did = direction == 0
                ? "also stayed"
                : direction > 0 ? "also moved to a worse tier" : "also moved to a better tier";
        return Text.build()
                .words("Of ")
                .figure(grounds.figure(n, Unit.COUNTRIES, sample))
                .words(" with a precedent, ")
                .figure(grounds.figure(same, Unit.COUNT, sample))
                .words(" %s: a share of ".formatted(did))
                .figure(grounds.share(same, n, sample))
                .words(". To a better tier moved ")
                .figure(grounds.figure(better, Unit.COUNT, sample))
                .words(", to a worse one ")
                .figure(grounds.figure(worse, Unit.COUNT, sample))
                .words("; stayed: ")
                .figure(grounds.figure(n - better - worse, Unit.COUNT, sample))
                .words(".")
                .done();
    }

    private Placement placement(Match match) {
        return catalogue
                .placements()
                .of(features.country(match.at()), features.year(match.at()))
                .orElseThrow();
    }

    private int direction(Match match) {
        return Integer.signum(
                ((Tier) placement(match).standing()).severity() - start.before().severity());
    }

    private Grounds placements(List<Match> matches) {
        var grounds = new Grounds(command);
        for (var match : matches) {
            var p = placement(match);
            // Which countries are counted follows from the rule of likeness, whatever their placements rest on.
            grounds.add(p.basis().weakest(Basis.DERIVED), p.sources());
        }
        return grounds;
    }

    private Grounds measures() {
        var grounds = new Grounds(command);
        for (var v : features.variables()) {
            grounds.add(Basis.DERIVED, panel.sources(v));
        }
        return grounds;
    }

    private DataTable table(List<Match> matches) {
        var measures = measures();
        var rows = new ArrayList<List<Cell>>();
        for (var match : matches.subList(0, Math.min(SHOWN, matches.size()))) {
            var p = placement(match);
            rows.add(List.of(
                    Cell.words(catalogue.countries().name(p.iso3())),
                    Cell.words(p.iso3()),
                    Cell.year(p.year().value()),
                    Cell.words(start.before().label()),
                    new Cell.Placed(p.standing(), p.basis(), p.sources()),
                    Cell.words(direction(match) == 0 ? "stayed" : direction(match) > 0 ? "worse" : "better"),
                    Cell.number(measures.figure(
                            match.distance(), Unit.NUMBER, Sample.of("precedents, one a country", matches.size())))));
        }
        return new DataTable(
                "precedents",
                "The nearest precedents",
                List.of(
                        Column.of("country", "Country"),
                        Column.machine("iso3"),
                        Column.of("year", "Report"),
                        Column.of("before", "Before"),
                        Column.of("tier", "Tier"),
                        Column.of("move", "Move"),
                        Column.of("distance", "Distance")),
                rows,
                "%d of %d shown, nearest first. Distance in standard deviations."
                        .formatted(rows.size(), matches.size()));
    }

    private DataTable balance(List<Match> matches) {
        var balance = Matching.balance(features, at, matches);
        var measures = measures();
        var rows = new ArrayList<List<Cell>>();
        for (int j = 0; j < balance.length; j++) {
            rows.add(List.of(
                    Cell.words(features.variables().get(j).title()),
                    Cell.words(features.variables().get(j).key()),
                    Cell.number(measures.figure(
                            balance[j], Unit.NUMBER, Sample.of("precedents, one a country", matches.size())))));
        }
        return new DataTable(
                "balance",
                "How far the precedents' mean is above the case, in standard deviations",
                List.of(Column.of("measure", "Measure"), Column.machine("key"), Column.of("difference", "Difference")),
                rows,
                "Near 0 is balanced; beyond 0.25 in either direction, likeness is poor in that measure.");
    }
}
