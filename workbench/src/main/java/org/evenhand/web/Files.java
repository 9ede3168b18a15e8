package org.evenhand.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.core.NoAnswer;
import org.evenhand.document.Block;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;
import org.evenhand.print.Answer;
import org.evenhand.print.Format;
import org.evenhand.print.PngPrinter;
import org.evenhand.print.Printer;
import org.evenhand.print.Screen;
import org.evenhand.print.SvgFile;

/// An answer as a file to take away.
final class Files {
    private Files() {}

    /// The forms in which every page can be taken away.
    enum Form {
        JSON(".json", Reply.JSON),
        CSV(".csv", "text/csv; charset=utf-8"),
        PDF(".pdf", "application/pdf"),
        SVG(".svg", "image/svg+xml"),
        PNG(".png", "image/png");

        final String ending;
        final String type;

        Form(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        static Optional<Form> of(String path) {
            for (var form : values()) {
                if (path.endsWith(form.ending)) {
                    return Optional.of(form);
                }
            }
            return Optional.empty();
        }
    }

    /// JSON, CSV and pictures hold everything; the PDF is the page on paper, long tables cut as there, since one of a
    /// thousand pages is read by nobody and takes minutes to make.
    ///
    /// @param answers of the commands; JSON and CSV of a single one are what the command prints
    /// @param document the page's
    /// @param table id of the table asked for; empty for the first
    /// @param figure id of the picture asked for; empty for the first
    static Reply of(Form form, List<Answer> answers, Document document, Citation cited, String table, String figure) {
        var body = switch (form) {
            case JSON -> answers.size() == 1 ? answers.getFirst().json() : new Answer.Whole(document).json();
            case CSV ->
                table.isEmpty() && answers.getFirst() instanceof Answer.Written(var _, var csv)
                        ? csv.getBytes(java.nio.charset.StandardCharsets.UTF_8)
                        : Answer.csv(table(answers, document, table));
            case PDF -> pdf(document, cited);
            case SVG ->
                SvgFile.cited(figure(document, figure), cited.line()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            case PNG ->
                figure.isEmpty() && pictures(document).isEmpty()
                        ? PngPrinter.firstPage(pdf(document, cited))
                        : PngPrinter.of(SvgFile.cited(figure(document, figure), cited.line()));
        };
        return Reply.of(form.type, body).with("Evenhand-Citation", cited.header());
    }

    private static byte[] pdf(Document document, Citation cited) {
        var page = Joined.shortened(document, Texts.of(Language.ENGLISH).get("table.cut"));
        return Printer.print(cited.under(page), Format.PDF, Screen.PLAIN);
    }

    private static DataTable table(List<Answer> answers, Document document, String id) {
        var tables = new ArrayList<DataTable>();
        answers.forEach(a -> tables.addAll(a.tables()));
        tables.addAll(new Answer.Whole(document).tables());
        if (id.isEmpty() && !tables.isEmpty()) {
            return tables.getFirst();
        }
        return tables.stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoAnswer(
                        "There is no such table on this page.",
                        tables.isEmpty()
                                ? "Take the JSON."
                                : "Use table="
                                        + String.join(
                                                ", ",
                                                tables.stream()
                                                        .map(DataTable::id)
                                                        .distinct()
                                                        .toList())
                                        + "."));
    }

    private static String figure(Document document, String id) {
        var pictures = pictures(document);
        return pictures.stream()
                .filter(p -> id.isEmpty() || p.id().equals(id))
                .findFirst()
                .map(Block.Chart::svg)
                .orElseThrow(() -> new NoAnswer(
                        "There is no such picture on this page.",
                        pictures.isEmpty()
                                ? "Take the PDF, or a table as CSV."
                                : "Use figure="
                                        + String.join(
                                                ", ",
                                                pictures.stream()
                                                        .map(Block.Chart::id)
                                                        .toList())
                                        + "."));
    }

    /// Takes from a query which table or picture is meant; empty where it does not say.
    static String taken(Map<String, List<String>> query, String name) {
        var values = query.remove(name);
        return values == null ? "" : values.getFirst();
    }

    static List<Block.Chart> pictures(Document document) {
        var pictures = new ArrayList<Block.Chart>();
        for (var section : document.sections()) {
            for (var block : section.blocks()) {
                if (block instanceof Block.Chart chart) {
                    pictures.add(chart);
                }
            }
        }
        return pictures;
    }
}
