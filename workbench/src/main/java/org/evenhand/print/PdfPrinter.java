package org.evenhand.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;

/// An answer as PDF/UA: tagged, with bookmarks and embedded fonts, from the same page as [HtmlPrinter].
///
/// No clock and no machine goes into the file: its date is the date of the data, its identifier is made from the
/// provenance, and no font of the system is used. The renderer may fetch nothing.
public final class PdfPrinter {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

    private PdfPrinter() {}

    /// A whole document as the bytes of a PDF file.
    public static byte[] print(Document document) {
        XRLog.setLoggingEnabled(false);
        var builder = new PdfRendererBuilder();
        builder.withHtmlContent(HtmlPrinter.print(document, HtmlPrinter.Medium.PAPER), "");
        builder.usePdfUaAccessibility(true);
        builder.withProducer(SafeText.line(document.provenance().program()));
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.useExternalResourceAccessControl(
                (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (_, _) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useUriResolver((_, uri) -> uri.startsWith("#") ? uri : null);
        fonts(builder);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            return settled(renderer.getPdfDocument(), document.provenance());
        } catch (IOException e) {
            throw new UncheckedIOException("the PDF could not be made", e);
        }
    }

    private static void fonts(PdfRendererBuilder builder) {
        for (var family : new String[] {"sans-serif", "SansSerif", "DejaVu Sans Condensed"}) {
            font(builder, "DejaVuSansCondensed.ttf", family, 400, FontStyle.NORMAL);
            font(builder, "DejaVuSansCondensed-Bold.ttf", family, 700, FontStyle.NORMAL);
            font(builder, "DejaVuSansCondensed-Oblique.ttf", family, 400, FontStyle.ITALIC);
        }
        for (var family : new String[] {"serif", "Serif", "DejaVu Serif"}) {
            font(builder, "DejaVuSerif.ttf", family, 400, FontStyle.NORMAL);
            font(builder, "DejaVuSerif-Bold.ttf", family, 700, FontStyle.NORMAL);
        }
        for (var family : new String[] {"monospace", "DejaVu Sans Mono"}) {
            font(builder, "DejaVuSansMono.ttf", family, 400, FontStyle.NORMAL);
        }
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        builder.useFont(() -> font(file), family, weight, style, true);
    }

    static InputStream font(String file) {
        var in = PdfPrinter.class.getResourceAsStream(FONTS + file);
        if (in == null) {
            throw new IllegalStateException("the font " + file + " is missing from the program");
        }
        return in;
    }

    /// The file with dates and identifier that depend on the data alone.
    private static byte[] settled(PDDocument pdf, Provenance provenance) throws IOException {
        var date = date(provenance.dataDate());
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(date.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
        pdf.getDocumentInformation().setCreationDate(calendar);
        pdf.getDocumentInformation().setModificationDate(calendar);
        pdf.setDocumentId(identifier(provenance));
        var out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return LocalDate.EPOCH;
        }
    }

    private static long identifier(Provenance provenance) {
        var seed = 17L;
        for (var part : new String[] {provenance.command(), provenance.program(), provenance.dataChecksum()}) {
            for (var i = 0; i < part.length(); i++) {
                seed = seed * 31 + part.charAt(i);
            }
        }
        return seed;
    }
}
