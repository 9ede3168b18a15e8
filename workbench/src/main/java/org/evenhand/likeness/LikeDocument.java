package org.evenhand.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Placement;
import org.evenhand.catalogue.Placements;
import org.evenhand.core.Basis;
import org.evenhand.core.NoAnswer;
import org.evenhand.core.Sample;
import org.evenhand.core.Tier;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.Grounds;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.likeness.Matching.Match;
import org.evenhand.panel.Panel;

/// `evenhand like`: country-years that were alike by evidence, and where the Report placed them.
public final class LikeDocument {
    private static final int SHOWN = 12;

    private final Catalogue catalogue;
    private final Panel panel;
    private final Features features;
    private final Likeness likeness;
    private final Placement placement;
    private final int at;
    private final List<Match> matches;
    private final String command;

    private LikeDocument(
            Catalogue catalogue,
            Panel panel,
            Features features,
            Likeness likeness,
            Placement placement,
            int at,
            List<Match> matches,
            String command) {
        this.catalogue = catalogue;
        this.panel = panel;
        this.features = features;
        this.likeness = likeness;
        this.placement = placement;
        this.at = at;
        this.matches = matches;
        this.command = command;
    }

    /// The like cases of a placement, in reports of the same era of the law.
    ///
    /// @throws NoAnswer if there is no placement with a tier, a measure is missing, or too few cases are near
    public static Document of(
            Catalogue catalogue,
            Panel panel,
            Likeness likeness,
            String iso3,
            int report,
            double calliper,
            Provenance provenance) {
        var features = Features.of(panel, likeness);
        String name = catalogue.countries().name(iso3);
        var placement = catalogue.placements().of(iso3, report);
        var at = features.position(iso3, report);
        if (placement.isEmpty() || at.isEmpty() || !(placement.get().standing() instanceof Tier)) {
            throw new NoAnswer(
                    "No tier of %s in the %d report is on record.".formatted(name, report),
                    "`evenhand tiers --country %s` lists those that are.".formatted(iso3));
        }
        var era = Starts.Era.of(report);
        var outcome = Matching.of(
                features,
                at.getAsInt(),
                i -> Starts.Era.of(features.year(i)) == era
                        && !features.country(i).equals(Placements.JUDGE)
                        && catalogue
                                .placements()
                                .tier(features.country(i), features.year(i))
                                // A special case cannot be compared by tier. That says nothing of which tier a case
                                // has.
                                .isPresent(),
                calliper);
        var document = new LikeDocument(
                catalogue,
                panel,
                features,
                likeness,
                placement.get(),
                at.getAsInt(),
                alike(outcome, name, report, calliper),
                provenance.command());
        var sections = document.sections(calliper);
        return new Document(
                "like",
                "Cases like %s in the %d report".formatted(name, report),
                "By %s (%s); reports %s"
                        .formatted(likeness.key(), likeness.evidence().label(), era.label()),
                sections,
                catalogue.sources(NamedSources.of(sections)),
                provenance);
    }

    /// The matches, or the refusal.
    static List<Match> alike(Matching.Outcome outcome, String name, int report, double calliper) {
        return switch (outcome) {
            case Matching.Outcome.Alike(var matches) -> matches;
            case Matching.Outcome.NotMeasured(var lacking) ->
                throw new NoAnswer(
                        "%s cannot be compared in the %d report; not measured: %s."
                                .formatted(
                                        name,
                                        report,
                                        String.join(
                                                ", ",
                                                lacking.stream()
                                                        .map(v -> v.key())
                                                        .toList())),
                        "Ask for an earlier report, or compare by other evidence with --evidence.");
            case Matching.Outcome.TooFew few -> throw new NoAnswer(refusal(few, name, report, calliper), remedy());
        };
    }

    /// Why there is no comparison.
    public static String refusal(Matching.Outcome.TooFew few, String name, int report, double calliper) {
        return few.eligible() == 0
                ? "No case can be compared with %s in the %d report: none has the same start and all measures."
                        .formatted(name, report)
                : String.format(
                        Locale.ROOT,
                        "Too few cases are like %s in the %d report: %d of %d countries within %.2f standard deviations, and at"
                                + " least %d are asked for. The nearest is %.2f away; what sets it apart most is %s (%.1f).",
                        name,
                        report,
                        few.found().size(),
                        few.eligible(),
                        calliper,
                        Matching.FEWEST,
                        few.nearest(),
                        few.apart(),
                        few.gap());
    }

    private static String remedy() {
        return "Widen --calliper if you accept less likeness, or compare by less with --by evidence.";
    }

    private List<Section> sections(double calliper) {
        return List.of(
                new Section(
                        "summary",
                        "In short",
                        List.of(new Block.Paragraph(summary()), new Block.Note(Text.of(reading(calliper))))),
                new Section("like", "Like cases with other tiers", List.of(new Block.Tabular(cases(false)))),
                new Section("same", "Like cases with the same tier", List.of(new Block.Tabular(cases(true)))),
                new Section("balance", "How alike they are", List.of(new Block.Tabular(balance()))));
    }

    private String reading(double calliper) {
        return String.format(
                Locale.ROOT,
                "Alike: the root mean square difference over all measures is at most %.2f standard deviations. Of each other"
                        + " country the nearest report of the same era is taken. Placements play no part in who is alike. The"
                        + " measures are %s: %s. What they do not see may differ.",
                calliper,
                likeness.evidence().label(),
                likeness.evidence().ancestry());
    }

    private Text summary() {
        var grounds = placements();
        long worse = 0;
        long better = 0;
        for (var match : matches) {
            int difference = severity(match) - ((Tier) placement.standing()).severity();
            worse += difference > 0 ? 1 : 0;
            better += difference < 0 ? 1 : 0;
        }
        long n = matches.size();
        long same = n - worse - better;
        var sample = Sample.of("like cases, one a country", n);
        return Text.build()
                .words("%s was on ".formatted(catalogue.countries().name(placement.iso3())))
                .placed(placement.standing(), placement.basis(), placement.sources())
                .words(". Of ")
                .figure(grounds.figure(n, Unit.COUNTRIES, sample))
                .words(" with a like case, ")
                .figure(grounds.figure(same, Unit.COUNT, sample))
                .words(" had the same tier (a share of ")
                .figure(grounds.share(same, n, sample))
                .words("), ")
                .figure(grounds.figure(better, Unit.COUNT, sample))
                .words(" a better and ")
                .figure(grounds.figure(worse, Unit.COUNT, sample))
                .words(" a worse one.")
                .done();
    }

    private Grounds placements() {
        var grounds = new Grounds(command).add(placement.basis(), placement.sources());
        for (var match : matches) {
            var p = of(match);
            grounds.add(p.basis(), p.sources());
        }
        return grounds;
    }

    private Placement of(Match match) {
        return catalogue
                .placements()
                .of(features.country(match.at()), features.year(match.at()))
                .orElseThrow();
    }

    private int severity(Match match) {
        return ((Tier) of(match).standing()).severity();
    }

    private DataTable cases(boolean same) {
        var chosen = matches.stream()
                .filter(m -> (of(m).standing() == placement.standing()) == same)
                .toList();
        var shown = chosen.subList(0, Math.min(SHOWN, chosen.size()));
        var columns = new ArrayList<Column>();
        columns.add(Column.of("country", "Country"));
        columns.add(Column.machine("iso3"));
        columns.add(Column.of("year", "Report"));
        columns.add(Column.of("tier", "Tier"));
        columns.add(Column.of("distance", "Distance"));
        for (var v : features.variables()) {
            columns.add(
                    same ? Column.machine(v.key()) : Column.of(v.key(), v.key().replace('_', ' ')));
        }
        var measures = measures();
        var sample = Sample.of("country-years of the panel", features.size());
        var rows = new ArrayList<List<Cell>>();
        for (var match : shown) {
            var p = of(match);
            var cells = new ArrayList<Cell>();
            cells.add(Cell.words(catalogue.countries().name(p.iso3())));
            cells.add(Cell.words(p.iso3()));
            cells.add(Cell.year(p.year().value()));
            cells.add(new Cell.Placed(p.standing(), p.basis(), p.sources()));
            cells.add(Cell.number(measures.figure(match.distance(), Unit.NUMBER, sample)));
            for (int j = 0; j < features.variables().size(); j++) {
                cells.add(Cell.number(measures.figure(features.difference(match.at(), at, j), Unit.NUMBER, sample)));
            }
            rows.add(cells);
        }
        return new DataTable(
                same ? "like-same" : "like",
                same ? "Like cases with the same tier, nearest first" : "Like cases with other tiers, nearest first",
                columns,
                rows,
                "%s of %s cases shown. Differences are the like case less %s, in standard deviations: above 0, the like case has more."
                        .formatted(
                                Integer.toString(shown.size()),
                                Integer.toString(chosen.size()),
                                catalogue.countries().name(placement.iso3())));
    }

    private Grounds measures() {
        var grounds = new Grounds(command);
        for (var v : features.variables()) {
            grounds.add(Basis.DERIVED, panel.sources(v));
        }
        return grounds;
    }

    private DataTable balance() {
        var balance = Matching.balance(features, at, matches);
        var complete = IntStream.range(0, features.size())
                .filter(features::complete)
                .mapToObj(i -> new Match(i, features.distance(i, at)))
                .toList();
        var all = Matching.balance(features, at, complete);
        var measures = measures();
        var rows = new ArrayList<List<Cell>>();
        for (int j = 0; j < all.length; j++) {
            var v = features.variables().get(j);
            rows.add(List.of(
                    Cell.words(v.title()),
                    Cell.words(v.key()),
                    Cell.number(measures.figure(
                            v.transform().undo(features.value(at, j)), Unit.NUMBER, Sample.one("the case itself"))),
                    Cell.number(measures.figure(
                            all[j], Unit.NUMBER, Sample.of("all cases with all measures", complete.size()))),
                    Cell.number(measures.figure(
                            balance[j], Unit.NUMBER, Sample.of("like cases, one a country", matches.size())))));
        }
        return new DataTable(
                "balance",
                "Mean difference from the case, before and after matching, in standard deviations",
                List.of(
                        Column.of("measure", "Measure"),
                        Column.machine("key"),
                        Column.of("value", "The case"),
                        Column.of("all", "All cases"),
                        Column.of("alike", "Like cases")),
                rows,
                "After matching, values near 0 are balanced; beyond 0.25 in either direction, likeness is poor in that measure.");
    }
}
