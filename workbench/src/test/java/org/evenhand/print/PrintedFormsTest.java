package org.evenhand.print;

import org.evenhand.golden.Golden;
import org.junit.jupiter.api.Test;

/// The whole output of each printer on invented answers.
class PrintedFormsTest {
    private static final Screen WIDE = new Screen(100, false, true, false);

    @Test
    void aDocumentOnAWideScreen() {
        Golden.check("print/document-100.txt", TerminalPrinter.print(Invented.document(), WIDE));
    }

    @Test
    void aDocumentOnANarrowScreenWithoutUnicode() {
        Golden.check(
                "print/document-50-ascii.txt",
                TerminalPrinter.print(Invented.document(), new Screen(50, false, false, false)));
    }

    @Test
    void aDocumentInColour() {
        Golden.check(
                "print/document-80-colour.txt",
                TerminalPrinter.print(Invented.document(), new Screen(80, true, true, false)));
    }

    @Test
    void aTableWithItsReasons() {
        Golden.check(
                "print/table-reasons.txt",
                TerminalPrinter.print(Invented.everyCell(), Invented.PROVENANCE, WIDE.withReasons(true)));
    }

    @Test
    void aDocumentAsJson() {
        Golden.check("print/document.json", JsonPrinter.print(Invented.document()));
    }

    @Test
    void tablesAsJson() {
        Golden.check("print/table.json", JsonPrinter.print(Invented.everyCell()));
        Golden.check("print/matrix.json", JsonPrinter.print(Invented.matrix()));
    }

    @Test
    void tablesAsCsv() {
        Golden.check("print/table.csv", CsvPrinter.print(Invented.everyCell()));
        Golden.check("print/matrix.csv", CsvPrinter.print(Invented.matrix()));
    }
}
