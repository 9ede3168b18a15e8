package org.evenhand.print;

import java.util.Collection;
import java.util.EnumSet;
import org.evenhand.core.Basis;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;
import org.evenhand.document.Text;
import org.evenhand.document.Tree;

/// An answer as GitHub-flavoured Markdown: tables, source keys in brackets, and at the end the passports of all
/// numbers.
public final class MarkdownPrinter {
    private final StringBuilder out = new StringBuilder(16384);

    private MarkdownPrinter() {}

    /// A whole document.
    public static String print(Document document) {
        var printer = new MarkdownPrinter();
        printer.document(document);
        return printer.out.toString();
    }

    private void document(Document document) {
        line("# " + escaped(document.title()));
        if (!document.subtitle().isEmpty()) {
            line("");
            line('*' + escaped(document.subtitle()) + '*');
        }
        var number = 0;
        for (var section : document.sections()) {
            number++;
            line("");
            line("## " + number + ". " + escaped(section.title()));
            for (var block : section.blocks()) {
                line("");
                block(block);
            }
        }
        sources(document);
        passports(document);
        line("");
        line("## How to read and remake this");
        line("");
        line("Marks beside a value: " + TableLegend.text(TableLegend.marks(EnumSet.allOf(Basis.class)))
                + "; no mark = read in a source. Keys in square brackets name the sources.");
        line("");
        line("Remade by: " + code(document.provenance().command()));
        line("");
        line(escaped(ReferenceText.made(document.provenance())));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(var text) -> line(inline(text));
            case Block.Note(var text) -> line("> " + inline(text));
            case Block.Heading(var text) -> line("### " + escaped(text));
            case Block.Bullets(var items) -> {
                for (var item : items) {
                    line("- " + inline(item));
                }
            }
            case Block.ClaimPair(var left, var right) -> {
                line("| Claim | The other side |");
                line("|---|---|");
                line("| " + statement(left) + " | " + statement(right) + " |");
            }
            case Block.Tabular(var table) -> table(table);
            case Block.Chart chart -> {
                line("### " + escaped(chart.title()));
                line("");
                line(escaped(chart.summary()));
                line("");
                table(chart.data());
            }
            case Block.Explanation(var title, var tree) -> {
                line("### " + escaped(title));
                line("");
                tree(tree, "");
            }
        }
    }

    private String inline(Text text) {
        var line = new StringBuilder();
        for (var span : text.spans()) {
            switch (span) {
                case Text.Span.Words(var words) -> line.append(escaped(words));
                case Text.Span.Number(var figure) ->
                    line.append("**").append(escaped(NumberText.prose(figure))).append("**");
                case Text.Span.Placed placed -> {
                    line.append(placed.standing().label());
                    if (!placed.basis().mark().isEmpty()) {
                        line.append(" (").append(placed.basis().mark()).append(')');
                    }
                }
                case Text.Span.Cited(var keys) -> line.append(bracketed(keys));
            }
        }
        var rest = SourceKeys.uncited(text);
        if (!rest.isEmpty()) {
            line.append(' ').append(bracketed(rest));
        }
        return line.toString();
    }

    private static String bracketed(Collection<String> keys) {
        return escaped('[' + SourceKeys.joined(keys, "–") + ']');
    }

    private static String statement(Block.Statement statement) {
        var sources = statement.sources().isEmpty() ? "" : ' ' + bracketed(statement.sources());
        return escaped(statement.claim()) + "<br>" + escaped(ReferenceText.holder(statement, "—")) + sources;
    }

    private void table(DataTable table) {
        if (!table.caption().isEmpty()) {
            line("**" + escaped(table.caption()) + "**");
            line("");
        }
        var compact = new boolean[table.columns().size()];
        var methodInNote = !CellText.sharedMethod(table).isEmpty();
        var header = new StringBuilder("|");
        var rule = new StringBuilder("|");
        for (var c = 0; c < compact.length; c++) {
            if (isShown(table, c)) {
                compact[c] = CellText.compact(table, c);
                header.append(' ')
                        .append(escaped(CellText.heading(table.columns().get(c), CellText.sharedUnit(table, c))))
                        .append(" |");
                rule.append(isNumeric(table, c) ? "---:|" : "---|");
            }
        }
        line(header.toString());
        line(rule.toString());
        for (var row : table.rows()) {
            var line = new StringBuilder("|");
            for (var c = 0; c < compact.length; c++) {
                if (isShown(table, c)) {
                    line.append(' ')
                            .append(cell(table, c, row.get(c), compact[c], methodInNote))
                            .append(" |");
                }
            }
            line(line.toString());
        }
        after(table, compact);
    }

    private void after(DataTable table, boolean[] compact) {
        if (!table.note().isEmpty()) {
            line("");
            line("Note: " + escaped(table.note()));
        }
        var legend = TableLegend.text(TableLegend.of(table, compact));
        var method = CellText.sharedMethod(table);
        var keys = SourceKeys.of(table);
        if (!legend.isEmpty()) {
            line("");
            line(escaped(legend));
        }
        if (!method.isEmpty()) {
            line("");
            line("Intervals: " + escaped(method) + '.');
        }
        if (!keys.isEmpty()) {
            line("");
            line("Sources: " + bracketed(keys));
        }
    }

    private static boolean isShown(DataTable table, int c) {
        if (table.columns().get(c).shown() == DataTable.Shown.MACHINES_ONLY) {
            return false;
        }
        return table.rows().isEmpty() || !(table.rows().getFirst().get(c) instanceof Cell.Reasons);
    }

    private static boolean isNumeric(DataTable table, int c) {
        for (var row : table.rows()) {
            if (!(row.get(c) instanceof Cell.Number) && !(row.get(c) instanceof Cell.Absent)) {
                return false;
            }
        }
        return !table.rows().isEmpty();
    }

    private static String cell(DataTable table, int c, Cell cell, boolean compact, boolean methodInNote) {
        return switch (cell) {
            case Cell.Words(var text) -> escaped(text);
            case Cell.Ordinal(var value) -> Integer.toString(value);
            case Cell.Flag(var value, var basis) -> CellText.of(value) + marked(basis);
            case Cell.Number(var figure) ->
                escaped(CellText.number(figure, CellText.sharedUnit(table, c) != null, methodInNote))
                        + marked(figure.basis());
            case Cell.Placed placed ->
                (compact
                                ? CellText.letter(placed.standing())
                                : placed.standing().code())
                        + marked(placed.basis());
            case Cell.Items(var items) -> escaped(CellText.items(table.columns().get(c), items, "–"));
            case Cell.Reasons _ -> "";
            case Cell.Absent(var why) -> compact ? CellText.letter(why) : CellText.of(why);
        };
    }

    private static String marked(Basis basis) {
        return basis.mark().isEmpty() ? "" : ' ' + basis.mark();
    }

    private void tree(Tree tree, String indent) {
        var line = new StringBuilder(indent).append("- ").append(escaped(tree.question()));
        if (!tree.answer().isEmpty()) {
            line.append(": **").append(escaped(tree.answer())).append("**");
        }
        if (!tree.authority().isEmpty()) {
            line.append(' ').append(escaped('[' + tree.authority() + ']'));
        }
        if (!tree.remark().isEmpty()) {
            line.append(" (").append(escaped(tree.remark())).append(')');
        }
        line(line.toString());
        for (var child : tree.children()) {
            tree(child, indent + "  ");
        }
    }

    private void sources(Document document) {
        if (document.sources().isEmpty()) {
            return;
        }
        line("");
        line("## Sources");
        line("");
        for (var source : document.sources().values()) {
            line("- **" + escaped(source.key()) + "** " + escaped(ReferenceText.source(source)));
        }
    }

    private void passports(Document document) {
        var entries = Passports.of(document).entries();
        if (entries.isEmpty()) {
            return;
        }
        line("");
        line("## Passports of the numbers");
        line("");
        for (var entry : entries) {
            var values = new StringBuilder();
            for (var figure : entry.figures()) {
                values.append(values.isEmpty() ? "" : "; ").append(escaped(Passports.listed(figure)));
            }
            var any = entry.any();
            line(entry.number() + ". **" + values + "**: " + escaped(Passports.shared(any)) + "; "
                    + bracketed(any.sources()) + "; " + code(any.command()));
        }
    }

    /// Code that a back-quote in the text cannot end.
    private static String code(String text) {
        var line = SafeText.line(text);
        return line.indexOf('`') >= 0 ? "`` " + line.replace("``", "` `") + " ``" : '`' + line + '`';
    }

    /// One line in which no character means anything to Markdown or HTML.
    static String escaped(String text) {
        var line = SafeText.line(text);
        var out = new StringBuilder(line.length() + 16);
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\\', '`', '*', '_', '[', ']', '|', '~' -> out.append('\\').append(c);
                case '#', '+', '-', '=' -> out.append(i == 0 ? "\\" : "").append(c);
                case '!' -> out.append(i + 1 < line.length() && line.charAt(i + 1) == '[' ? "\\!" : "!");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
