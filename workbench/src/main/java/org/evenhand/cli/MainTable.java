package org.evenhand.cli;

import org.evenhand.document.Block;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;

/// The table of a document that CSV, which holds one table, prints: the one named as the document's kind.
final class MainTable {
    private MainTable() {}

    static DataTable of(Document document) {
        return of(document, document.kind());
    }

    /// The table of this name.
    static DataTable of(Document document, String id) {
        for (var section : document.sections()) {
            for (var block : section.blocks()) {
                if (block instanceof Block.Tabular(var table) && table.id().equals(id)) {
                    return table;
                }
            }
        }
        throw new IllegalStateException("no table " + id + " in the answer: " + document.title());
    }
}
