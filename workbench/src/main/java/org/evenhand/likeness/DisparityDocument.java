package org.evenhand.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.Basis;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
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
import org.evenhand.panel.Panel;
import org.evenhand.panel.Variable;
import org.evenhand.statistics.exact.Holm;

/// `evenhand disparity`: for each interest, the difference in placement among like cases.
public final class DisparityDocument {
    private DisparityDocument() {}

    /// Exchanges of histories by which a difference is judged: `(EXCHANGES + 1) / 20` is whole.
    static final int EXCHANGES = 1999;

    /// The disparities of all measures.
    ///
    /// @param seed of the test's exchanges
    public static Document of(
            Catalogue catalogue, Panel panel, Likeness likeness, double calliper, long seed, Provenance provenance) {
        var features = Features.of(panel, likeness);
        var histories = PlacementHistories.of(panel, features);
        var test = ExchangeTest.of(histories, EXCHANGES, seed);
        var own = Disparity.own(panel);
        var all = measures(panel).stream()
                .map(v -> Disparity.of(
                        features,
                        v,
                        Pairs.of(features, Disparity.exposure(panel, features, v, own), calliper),
                        panel.severity(),
                        histories.asTheyAre(),
                        test))
                .toList();
        var sections = List.of(
                new Section("reading", "How to read this", List.of(new Block.Bullets(reading(likeness, calliper)))),
                new Section(
                        "disparity",
                        "Among like cases",
                        List.of(new Block.Tabular(table(catalogue, panel, features, all, provenance.command())))));
        return new Document(
                "disparity",
                "Were like cases placed alike?",
                "Much against little of each interest, alike by %s (%s)"
                        .formatted(likeness.key(), likeness.evidence().label()),
                sections,
                catalogue.sources(NamedSources.of(sections)),
                provenance);
    }

    static List<Variable> measures(Panel panel) {
        return Disparity.MEASURES.stream()
                .flatMap(key -> panel.variable(key).stream())
                .toList();
    }

    private static List<Text> reading(Likeness likeness, double calliper) {
        return List.of(
                Text.of(String.format(
                        Locale.ROOT,
                        "Within each report a country with much of an interest is paired with one that has little and is alike in"
                                + " evidence%s: at most %.2f standard deviations apart on average, each used once, nearest pairs"
                                + " first. Placements play no part in the pairing. %s.",
                        likeness.capacity() ? " and capacity" : "",
                        calliper,
                        likeness.evidence().ancestry().substring(0, 1).toUpperCase(Locale.ROOT)
                                + likeness.evidence().ancestry().substring(1))),
                Text.of(
                        "Much and little: yes and no; for conflict, any and none; otherwise the top and the bottom third of the same report."),
                Text.of(
                        "Differences are in steps of severity: below 0, much of the interest goes with better placements. Each country's"
                                + " pairs are averaged first. “As published” compares the tiers; “beyond the evidence” compares what is left of them after a"
                                + " linear regression on the same measures and the report, since alike is not equal."),
                Text.of(String.format(
                                Locale.ROOT,
                                "The test exchanges whole histories of placements beyond the evidence between countries, %,d times, and asks how often"
                                        + " chance gives a difference as large,",
                                EXCHANGES)
                        + " in units of its standard error (pairs that share a country are not independent); two-sided; adjusted"
                        + " by Holm over all rows. The interval is the test's. Where nothing is to be found it rejects in about 5 of 100"
                        + " simulated worlds, 4 to 8 by interest (docs/disparity-simulation.md)."),
                Text.of(
                        "Gamma is Rosenbaum's bound: a hidden difference that changes the odds of having much of the interest by that factor,"
                                + " and that goes fully with the placement, could explain the difference away. Near 1, a small one could. It rests on Wilcoxon's"
                                + " signed-rank test, which takes countries as independent and so finds differences too easily: read it as the most that can be said;"
                                + " 1 where the test above finds nothing to explain away."),
                Text.of(
                        "An association among like cases shows no motive: what the measures do not see may differ between the two."));
    }

    private static DataTable table(
            Catalogue catalogue, Panel panel, Features features, List<Disparity> all, String command) {
        double[] adjusted = Holm.adjust(
                all.stream().mapToDouble(d -> d.enough() ? d.p() : 1).toArray());
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < all.size(); i++) {
            var d = all.get(i);
            var grounds = grounds(catalogue, panel, features, d.measure(), command);
            var sample = Sample.of("countries with much of it that have a pair", d.countries());
            var pairs = Sample.of("pairs of country-years", d.pairs());
            boolean enough = d.enough();
            rows.add(List.of(
                    Cell.words(d.measure().set().replace('_', ' ')),
                    Cell.words(d.measure().title()),
                    Cell.words(d.measure().key()),
                    Cell.number(grounds.figure(d.pairs(), Unit.COUNT, pairs)),
                    Cell.number(grounds.figure(d.countries(), Unit.COUNTRIES, sample)),
                    enough
                            ? Cell.number(grounds.figure(d.plain(), Unit.NUMBER, sample))
                            : Cell.absent(Absence.NOT_APPLICABLE),
                    enough
                            ? Cell.number(grounds.between(
                                    d.difference(),
                                    Unit.NUMBER,
                                    new Interval.Between(d.low(), d.high(), Disparity.LEVEL, "exchanges of histories"),
                                    sample))
                            : Cell.absent(Absence.NOT_APPLICABLE),
                    enough
                            ? Cell.number(grounds.figure(d.p(), Unit.PROBABILITY, sample))
                            : Cell.absent(Absence.NOT_APPLICABLE),
                    enough
                            ? Cell.number(grounds.figure(adjusted[i], Unit.PROBABILITY, sample))
                            : Cell.absent(Absence.NOT_APPLICABLE),
                    enough
                            ? Cell.number(grounds.figure(d.gamma(), Unit.NUMBER, sample))
                            : Cell.absent(Absence.NOT_APPLICABLE),
                    enough
                            ? Cell.number(grounds.figure(d.imbalance(), Unit.NUMBER, pairs))
                            : Cell.absent(Absence.NOT_APPLICABLE),
                    Cell.words(words(d, adjusted[i]))));
        }
        return new DataTable(
                "disparity",
                "Differences in placement among like cases, reports 2004 on",
                List.of(
                        Column.of("interest", "Interest"),
                        Column.of("title", "Measure"),
                        Column.machine("measure"),
                        Column.of("pairs", "Pairs"),
                        Column.of("countries", "Countries"),
                        Column.of("plain", "As published"),
                        Column.of("difference", "Beyond the evidence"),
                        Column.machine("p"),
                        Column.of("p_holm", "Adjusted p"),
                        Column.of("gamma", "Gamma"),
                        Column.of("imbalance", "Imbalance"),
                        Column.of("reading", "Reading")),
                rows,
                "Imbalance: the largest mean difference of a measure within pairs, in standard deviations; beyond 0.25 likeness is poor."
                        + " Fewer than five countries give no difference.");
    }

    /// Fixed words from the numbers.
    private static String words(Disparity d, double adjusted) {
        if (!d.enough()) {
            return "too few pairs";
        }
        String poor = d.imbalance() > 0.25 ? "; likeness is poor" : "";
        return (adjusted >= 1 - Disparity.LEVEL
                        ? "no more than chance gives"
                        : d.difference() < 0 ? "with better placements" : "with worse placements")
                + poor;
    }

    static Grounds grounds(Catalogue catalogue, Panel panel, Features features, Variable measure, String command) {
        var grounds = new Grounds(command)
                .add(Basis.DERIVED, catalogue.placements().sources())
                .add(Basis.DERIVED, panel.sources(measure));
        features.variables().forEach(v -> grounds.add(Basis.DERIVED, panel.sources(v)));
        return grounds;
    }
}
