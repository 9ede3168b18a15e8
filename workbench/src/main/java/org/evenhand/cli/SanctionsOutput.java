package org.evenhand.cli;

import org.evenhand.document.Block;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;
import org.evenhand.print.Format;

/// Prints an answer of several parts; as CSV, which holds one table, its first table.
final class SanctionsOutput {
    private SanctionsOutput() {}

    static void print(OutputOptions output, Session session, Document document) {
        if (output.format() == Format.CSV) {
            output.print(session, firstTable(document), document.provenance().command());
        } else {
            output.print(session, document);
        }
    }

    private static DataTable firstTable(Document document) {
        for (var section : document.sections()) {
            for (var block : section.blocks()) {
                if (block instanceof Block.Tabular(var table)) {
                    return table;
                }
            }
        }
        throw new IllegalStateException("an answer without a table: " + document.title());
    }
}
