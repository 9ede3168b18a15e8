package org.evenhand.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfPrinterTest {
    @Test
    void aPdfIsTaggedEmbedsItsFontsAndCarriesNoClock() throws IOException {
        var bytes = PdfPrinter.print(Realistic.account());
        Files.createDirectories(Path.of("target", "pages"));
        Files.write(Path.of("target", "pages", "account.pdf"), bytes);
        try (var pdf = Loader.loadPDF(bytes)) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getDocumentOutline().getFirstChild().getTitle()).startsWith("1. What this is");
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid:part")
                    .doesNotContain("CreateDate");
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .hasToString("2026-01-31T00:00:00Z");
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("A balanced account of an invented region in the 2014 report");
            everyFontIsEmbedded(pdf);
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("406 people")
                    .contains("Dominica del Sur")
                    .contains("Clopper–Pearson")
                    .contains("Maracandá");
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        assertThat(PdfPrinter.print(Invented.document())).isEqualTo(PdfPrinter.print(Invented.document()));
    }

    @Test
    void hostileTextStaysText() throws IOException {
        try (var pdf = Loader.loadPDF(PdfPrinter.print(Hostile.document()))) {
            assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(new PDFTextStripper().getText(pdf)).contains("<script>alert(\"x\")</script>");
        }
    }

    private static void everyFontIsEmbedded(PDDocument pdf) throws IOException {
        for (var page : pdf.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded())
                        .as(page.getResources().getFont(name).getName())
                        .isTrue();
            }
        }
    }
}
