package org.evenhand.print;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.evenhand.core.Source;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;

/// A single table as a document, for the printers of pages.
final class TableDocument {
    private TableDocument() {}

    /// @param reasons whether the reasoning trees in its cells follow the table
    static Document of(DataTable table, SortedMap<String, Source> sources, Provenance provenance, boolean reasons) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Tabular(new DataTable(table.id(), "", table.columns(), table.rows(), table.note())));
        if (reasons) {
            for (var row : table.rows()) {
                for (var cell : row) {
                    if (cell instanceof Cell.Reasons(var tree)) {
                        blocks.add(
                                new Block.Explanation(of(table, row) + tree.question() + ": " + tree.answer(), tree));
                    }
                }
            }
        }
        var title = table.caption().isEmpty() ? table.id() : table.caption();
        return new Document("table", title, "", List.of(new Section(table.id(), "Table", blocks)), sources, provenance);
    }

    /// The country of a row, in front of what is explained of it.
    private static String of(DataTable table, List<Cell> row) {
        for (int c = 0; c < row.size(); c++) {
            if (table.columns().get(c).key().equals("country") && row.get(c) instanceof Cell.Words(var name)) {
                return name + ", ";
            }
        }
        return "";
    }
}
