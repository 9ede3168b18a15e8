package org.evenhand.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.influence.Universe;
import org.evenhand.influence.UniverseResult;

/// What the kept run of one whole universe says, to stand beside what the universe declares.
public final class UniverseFinding {
    private UniverseFinding() {}

    /// The section; empty where no result of this very declaration is kept.
    public static Optional<Section> of(Catalogue catalogue, Universe universe) {
        var kept = Kept.of(catalogue);
        return kept.universe(universe.name())
                .filter(result -> result.checksum().equals(universe.checksum()))
                .map(result -> section(kept, result));
    }

    private static Section section(Kept kept, UniverseResult result) {
        var blocks = new ArrayList<Block>();
        if (kept.onOtherData().contains(UniverseResult.TABLE)) {
            blocks.add(new Block.Note(
                    Text.of("The tables that this rests on are others now, for example because of your own."
                            + " Run it to have the result on those.")));
        }
        blocks.add(new Block.Paragraph(UniverseStatements.verdict(result)));
        blocks.add(new Block.Tabular(UniverseStatements.table(List.of(result))));
        var measures = measures(kept, result);
        if (!measures.rows().isEmpty()) {
            blocks.add(new Block.Tabular(measures));
        }
        return new Section("result", "What the whole universe says", blocks);
    }

    private static DataTable measures(Kept kept, UniverseResult result) {
        var rows = new ArrayList<List<Cell>>();
        for (var m : kept.measures()) {
            if (m.universe().equals(result.universe()) && m.region().equals(result.region())) {
                rows.add(List.of(
                        Cell.words(m.measure()),
                        Cell.words(m.title() + (m.turned() ? " (less of it)" : "")),
                        Cell.number(UniverseStatements.figure(m, m.estimated(), Unit.COUNT)),
                        Cell.number(UniverseStatements.figure(m, 100 * m.medianEffect(), Unit.PERCENTAGE_POINTS)),
                        Cell.number(UniverseStatements.figure(m, m.shareBetter(), Unit.SHARE)),
                        Cell.number(UniverseStatements.figure(m, m.shareWorse(), Unit.SHARE))));
            }
        }
        return new DataTable(
                "measures-tested",
                "By measure of the interest",
                List.of(
                        Column.machine("measure"),
                        Column.of("title", "Measure"),
                        Column.of("specifications", "Specifications"),
                        Column.of("median_effect", "Median effect"),
                        Column.of("share_better", "Interval above 0"),
                        Column.of("share_worse", "Interval below 0")),
                rows,
                "A description: a measure has no test of its own.");
    }
}
