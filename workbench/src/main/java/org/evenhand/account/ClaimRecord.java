package org.evenhand.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Claims;
import org.evenhand.core.Figure;
import org.evenhand.core.ReportYear;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Text;
import org.evenhand.findings.ClaimBearing;
import org.evenhand.findings.ClaimBearing.Kind;
import org.evenhand.findings.Statements;
import org.evenhand.sanctions.StabilityDocument;

/// What the record shows on a pair of claims: counts of the region, then what was computed beforehand for all
/// governments.
final class ClaimRecord {
    private ClaimRecord() {}

    static List<Block> of(Setting setting, Claims.Pair pair) {
        var id = pair.claim().id();
        var blocks = new ArrayList<Block>();
        var counts = Bearings.of(setting, id);
        if (!counts.isEmpty()) {
            blocks.add(new Block.Bullets(counts));
        }
        stability(setting, id, blocks);
        blocks.addAll(Statements.of(setting.catalogue()).of(id));
        if (blocks.isEmpty()) {
            blocks.add(new Block.Bullets(
                    List.of(Text.of("Not tested here: no figure in the data bears on this claim directly."))));
        }
        return blocks;
    }

    /// Instability around determinations of the region, for the events that bear on the claim.
    private static void stability(Setting setting, String claim, List<Block> blocks) {
        var events = ClaimBearing.of(setting.catalogue(), claim).stream()
                .filter(b -> b.kind() == Kind.STABILITY)
                .map(ClaimBearing::key)
                .toList();
        var years = setting.catalogue().placements().years();
        if (events.isEmpty() || years.isEmpty()) {
            return;
        }
        var rows = new ArrayList<List<Cell>>();
        for (var around : StabilityDocument.around(
                setting.catalogue(), setting.region(), ReportYear.FIRST, years.last(), setting.command())) {
            if (events.contains(around.key())) {
                rows.add(List.of(
                        Cell.words(around.event()),
                        Cell.words(around.group()),
                        Cell.number(around.cases()),
                        share(around.before()),
                        share(around.after())));
            }
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block.Tabular(new DataTable(
                    "around-determinations-" + claim,
                    "Three years before and three years after determinations, "
                            + setting.region().label(),
                    List.of(
                            Column.of("event", "Event"),
                            Column.of("group", "Determination"),
                            Column.of("cases", "Cases"),
                            Column.of("before", "Before (95% exact)"),
                            Column.of("after", "After (95% exact)")),
                    rows,
                    "Shares of cases with the event. Groups differ before the decision: a difference after it is not its effect;"
                            + " a case without all years on record is left out unless the event is seen.")));
        }
    }

    private static Cell share(Optional<Figure> share) {
        return share.map(Cell::number).orElse(Cell.absent(Absence.NOT_RECORDED));
    }
}
