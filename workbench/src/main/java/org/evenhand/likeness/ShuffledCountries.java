package org.evenhand.likeness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.Sample;
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
import org.evenhand.panel.Panel;
import org.evenhand.panel.Variable;
import org.evenhand.statistics.tasks.Streams;

/// Simulations in which nothing but chance joins an interest to a placement: the difference must vanish, and the test
/// reject as often as it says. In one, whole histories of the interest are exchanged between countries, so that it
/// goes with the evidence no more than with placements. In the other interests and evidence stay as they are, and
/// whole histories of placements beyond the evidence are exchanged.
public final class ShuffledCountries {
    private ShuffledCountries() {}

    /// What a test did in the worlds of one kind.
    private static final class Tally {
        private int tested;
        private int rejected;
        private int rankedRejected;
        private double sum;

        void add(Disparity d) {
            if (d.enough()) {
                tested++;
                rejected += d.p() <= 1 - Disparity.LEVEL ? 1 : 0;
                rankedRejected += d.signedRank() <= 1 - Disparity.LEVEL ? 1 : 0;
                sum += d.difference();
            }
        }
    }

    /// @param repeats how many worlds of each kind
    /// @param seed of the exchanges; world `i` has the stream (seed, i)
    public static Document document(
            Catalogue catalogue,
            Panel panel,
            Likeness likeness,
            double calliper,
            int repeats,
            long seed,
            Provenance provenance) {
        var features = Features.of(panel, likeness);
        var histories = PlacementHistories.of(panel, features);
        var test = ExchangeTest.of(histories, DisparityDocument.EXCHANGES, seed);
        var severity = panel.severity();
        var beyond = histories.asTheyAre();
        var owners = new ArrayList<Map<String, String>>();
        var worlds = new ArrayList<double[]>();
        for (int i = 0; i < repeats; i++) {
            owners.add(exchanged(panel, seed, i));
            worlds.add(histories.exchanged(seed, i));
        }
        var interests = new ArrayList<List<Cell>>();
        var placements = new ArrayList<List<Cell>>();
        for (var measure : DisparityDocument.measures(panel)) {
            var grounds = DisparityDocument.grounds(catalogue, panel, features, measure, provenance.command());
            var own = Pairs.of(features, Disparity.exposure(panel, features, measure, Disparity.own(panel)), calliper);
            var real = Disparity.of(features, measure, own, severity, beyond, test);
            var first = new Tally();
            for (var owner : owners) {
                var pairs = Pairs.of(features, Disparity.exposure(panel, features, measure, owner), calliper);
                first.add(Disparity.of(features, measure, pairs, severity, beyond, test));
            }
            var second = new Tally();
            for (var world : worlds) {
                second.add(Disparity.of(features, measure, own, severity, world, test));
            }
            row(measure, real, first, repeats, grounds).ifPresent(interests::add);
            row(measure, real, second, repeats, grounds).ifPresent(placements::add);
        }
        var sections = List.of(
                new Section(
                        "interests",
                        "Where interests are exchanged",
                        List.of(
                                new Block.Note(Text.of(
                                        "Whole histories of an interest change hands, so that each keeps its course over the years. Pairs"
                                                + " are made anew each time.")),
                                new Block.Tabular(table(
                                        "interests",
                                        "Histories of an interest exchanged between countries, %d times, seed %d"
                                                .formatted(repeats, seed),
                                        interests)))),
                new Section(
                        "placements",
                        "Where placements beyond the evidence are exchanged",
                        List.of(
                                new Block.Note(
                                        Text.of(
                                                "Interests, evidence and pairs stay as they are. What the placements of a country differ by from those"
                                                        + " that its evidence, capacity and report go with changes hands, as a whole history.")),
                                new Block.Tabular(table(
                                        "placements",
                                        "Histories of placements beyond the evidence exchanged between countries, %d times, seed %d"
                                                .formatted(repeats, seed),
                                        placements)))));
        return new Document(
                "disparity-simulation",
                "Exchanging countries destroys what disparity measures",
                "A check of the outcome test",
                sections,
                catalogue.sources(NamedSources.of(sections)),
                provenance);
    }

    private static Optional<List<Cell>> row(
            Variable measure, Disparity real, Tally tally, int repeats, Grounds grounds) {
        if (tally.tested == 0) {
            return Optional.empty();
        }
        var sample = new Sample(
                "exchanges of histories between countries",
                tally.tested,
                repeats - tally.tested,
                repeats == tally.tested ? "" : "too few pairs");
        return Optional.of(List.of(
                Cell.words(measure.title()),
                Cell.words(measure.key()),
                Cell.number(grounds.figure(real.difference(), Unit.NUMBER, Sample.of("pairs", real.pairs()))),
                Cell.number(grounds.figure(tally.sum / tally.tested, Unit.NUMBER, sample)),
                Cell.number(grounds.share(tally.rejected, tally.tested, sample)),
                Cell.number(grounds.share(tally.rankedRejected, tally.tested, sample))));
    }

    private static DataTable table(String id, String caption, List<List<Cell>> rows) {
        return new DataTable(
                id,
                caption,
                List.of(
                        Column.of("title", "Measure"),
                        Column.machine("measure"),
                        Column.of("difference", "As it is"),
                        Column.of("exchanged", "Exchanged, mean"),
                        Column.of("rejected", "Test rejects"),
                        Column.of("signed_rank", "Signed rank rejects")),
                rows,
                "How often a test at the level 0.05 rejects though nothing but chance is there. Test: the one of `evenhand disparity`."
                        + " Signed rank: Wilcoxon's, which takes countries as independent and which only the bound on hidden differences"
                        + " uses.");
    }

    /// A random exchange of all countries' histories.
    static Map<String, String> exchanged(Panel panel, long seed, int number) {
        var codes = List.copyOf(
                new TreeSet<>(panel.rows().stream().map(r -> r.iso3()).toList()));
        var given = Streams.permutation(Streams.of(seed, number), codes.size());
        var owner = new HashMap<String, String>();
        for (int i = 0; i < codes.size(); i++) {
            owner.put(codes.get(i), codes.get(given[i]));
        }
        return owner;
    }
}
