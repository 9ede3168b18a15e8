package org.evenhand.account;

import java.util.ArrayList;
import org.evenhand.catalogue.Claims;
import org.evenhand.document.Block;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.findings.Statements;

/// Section 8: what the record shows so far on each claim, both ways; "not tested here" where nothing does.
final class RecordSection {
    private RecordSection() {}

    static Section of(Setting setting) {
        var blocks = new ArrayList<Block>();
        blocks.add(
                new Block.Note(
                        Text.of(
                                "What follows are counts and shares with their uncertainty. They are associations in a"
                                        + " record made by the same Department that is judged here, and none shows a motive. Intervals are exact"
                                        + " (Clopper–Pearson, 95%) and take country-years as independent, which makes them too narrow.")));
        Statements.of(setting.catalogue()).cautions().forEach(c -> blocks.add(new Block.Note(c)));
        for (var pair : Claims.of(setting.catalogue()).pairs()) {
            blocks.add(new Block.Heading("“%s” against “%s”"
                    .formatted(pair.claim().claim(), pair.opposite().claim())));
            blocks.addAll(ClaimRecord.of(setting, pair));
        }
        return new Section("record", "What the record shows so far", blocks);
    }
}
