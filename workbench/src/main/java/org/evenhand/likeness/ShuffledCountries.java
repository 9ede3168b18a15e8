package org.evenhand.likeness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.panel.Panel;
import org.evenhand.statistics.tasks.Streams;

/// A simulation: whole histories of an interest are exchanged between countries, so that no interest can go with a
/// placement but by chance. The disparity must then vanish, and its test reject as often as it says.
public final class ShuffledCountries {
    private static final double LEVEL = 0.95;

    private ShuffledCountries() {}

    /// @param repeats how many exchanges
    /// @param seed of the exchanges; exchange `i` has the stream (seed, i)
    public static Document document(
            Catalogue catalogue,
            Panel panel,
            Likeness likeness,
            double calliper,
            int repeats,
            long seed,
            Provenance provenance) {
        var features = Features.of(panel, likeness);
        var owners = new ArrayList<Map<String, String>>();
        for (int i = 0; i < repeats; i++) {
            owners.add(exchanged(panel, seed, i));
        }
        var rows = new ArrayList<List<Cell>>();
        for (var measure : DisparityDocument.measures(panel)) {
            var real = Disparity.of(panel, features, measure, calliper, Disparity.own(panel));
            int tested = 0;
            int rejected = 0;
            int larger = 0;
            double sum = 0;
            for (var owner : owners) {
                var d = Disparity.of(panel, features, measure, calliper, owner);
                if (d.enough()) {
                    tested++;
                    rejected += d.p() < 1 - LEVEL ? 1 : 0;
                    larger += Math.abs(d.difference()) >= Math.abs(real.difference()) ? 1 : 0;
                    sum += d.difference();
                }
            }
            if (tested == 0) {
                continue;
            }
            var grounds = DisparityDocument.grounds(catalogue, panel, features, measure, provenance.command());
            var sample = new Sample(
                    "exchanges of histories between countries",
                    tested,
                    repeats - tested,
                    repeats == tested ? "" : "too few pairs");
            rows.add(List.of(
                    Cell.words(measure.title()),
                    Cell.words(measure.key()),
                    Cell.number(grounds.figure(real.difference(), Unit.NUMBER, Sample.of("pairs", real.pairs()))),
                    Cell.number(grounds.figure(sum / tested, Unit.NUMBER, sample)),
                    Cell.number(grounds.figure((1.0 + larger) / (1.0 + tested), Unit.PROBABILITY, sample)),
                    Cell.number(grounds.share(rejected, tested, sample))));
        }
        var table = new DataTable(
                "disparity-simulation",
                "Histories of an interest exchanged between countries, %d times, seed %d".formatted(repeats, seed),
                List.of(
                        Column.of("title", "Measure"),
                        Column.machine("measure"),
                        Column.of("difference", "As it is"),
                        Column.of("exchanged", "Exchanged, mean"),
                        Column.of("p_exchange", "As large"),
                        Column.of("rejected", "Test rejects")),
                rows,
                "As large: (1 + exchanges with a difference at least as large) / (1 + exchanges), a permutation p-value. Test rejects: how"
                        + " often the signed-rank test says p < 0.05 though nothing but chance is there.");
        var sections = List.of(new Section(
                "simulation",
                "What remains when countries are exchanged",
                List.of(
                        new Block.Note(Text.of(
                                "Whole histories change hands, so that each keeps its course over the years. Pairs are made"
                                        + " anew each time.")),
                        new Block.Tabular(table))));
        return new Document(
                "disparity-simulation",
                "Exchanging countries destroys what disparity measures",
                "A check of the outcome test",
                sections,
                catalogue.sources(NamedSources.of(sections)),
                provenance);
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
