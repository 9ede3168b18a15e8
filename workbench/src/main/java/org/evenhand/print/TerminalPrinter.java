package org.evenhand.print;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import org.evenhand.core.Basis;
import org.evenhand.core.Source;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;
import org.evenhand.document.Text;
import org.evenhand.document.Tree;

/// An answer as text for a terminal, a pipe or a mail: wrapped to the width of the screen, aligned, without a tab.
public final class TerminalPrinter {
    /// Running text is not set wider than this, whatever the screen.
    private static final int MEASURE = 96;

    /// From here on two claims stand side by side.
    private static final int SIDE_BY_SIDE = 76;

    private final Screen screen;
    private final StringBuilder out = new StringBuilder(8192);
    private final int measure;
    private final TerminalTable tables;

    private TerminalPrinter(Screen screen) {
        this.screen = screen;
        this.measure = Math.min(screen.width(), MEASURE);
        this.tables = new TerminalTable(screen, out);
    }

    /// A whole document, with its sources and what remakes it.
    public static String print(Document document, Screen screen) {
        var printer = new TerminalPrinter(screen);
        printer.document(document);
        return printer.out.toString();
    }

    /// A single table, with the keys of its sources and what remakes it.
    public static String print(DataTable table, Provenance provenance, Screen screen) {
        var printer = new TerminalPrinter(screen);
        printer.table(table);
        printer.out.append('\n');
        printer.remade(provenance);
        return printer.out.toString();
    }

    private void document(Document document) {
        heading(SafeText.line(document.title()), "═", "=");
        if (!document.subtitle().isEmpty()) {
            paragraph(SafeText.line(document.subtitle()), Ink.DIM);
        }
        var number = 0;
        for (var section : document.sections()) {
            number++;
            out.append('\n');
            heading(number + ". " + SafeText.line(section.title()), "─", "-");
            for (var block : section.blocks()) {
                out.append('\n');
                block(block);
            }
        }
        sources(document.sources());
        out.append('\n');
        heading("How to read and remake this", "─", "-");
        out.append('\n');
        var marks = TableLegend.text(TableLegend.marks(EnumSet.of(Basis.DERIVED, Basis.UNVERIFIED)));
        paragraph(
                "Marks beside a value: " + marks
                        + "; no mark = read in a source. Keys in square brackets name the sources."
                        + " Sample and command of every number: the same command with --format json or html.",
                Ink.PLAIN);
        out.append('\n');
        remade(document.provenance());
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(var text) -> flow(text, "", "", measure);
            case Block.Note(var text) -> flow(text, bar(), bar(), measure);
            case Block.Heading(var text) -> paragraph(SafeText.line(text), Ink.BOLD);
            case Block.Bullets(var items) -> {
                for (var item : items) {
                    flow(item, screen.unicode() ? "• " : "* ", "  ", measure);
                }
            }
            case Block.ClaimPair(var left, var right) -> claims(left, right);
            case Block.Tabular(var table) -> table(table);
            case Block.Chart chart -> {
                paragraph(SafeText.line(chart.title()), Ink.BOLD);
                paragraph(SafeText.line(chart.summary()), Ink.PLAIN);
                out.append('\n');
                table(chart.data());
            }
            case Block.Explanation(var title, var tree) -> {
                paragraph(SafeText.line(title), Ink.BOLD);
                tree(tree);
            }
        }
    }

    private String bar() {
        return screen.unicode() ? "│ " : "| ";
    }

    private void heading(String text, String rule, String plainRule) {
        var widest = 0;
        for (var line : Flow.wrap(text, measure)) {
            out.append(Ink.TITLE.paint(line, screen.colour())).append('\n');
            widest = Math.max(widest, DisplayWidth.of(line));
        }
        out.append((screen.unicode() ? rule : plainRule).repeat(widest)).append('\n');
    }

    private void paragraph(String text, Ink ink) {
        for (var line : new Flow(measure, screen.colour()).add(text, ink).lines()) {
            out.append(line).append('\n');
        }
    }

    /// Running text, with `first` before the first line and `rest` before the others.
    private void flow(Text text, String first, String rest, int width) {
        lines(inline(text, width - DisplayWidth.of(first)), first, rest);
    }

    private void lines(List<String> lines, String first, String rest) {
        var lead = first;
        for (var line : lines) {
            out.append(lead).append(line).append('\n');
            lead = rest;
        }
    }

    private List<String> inline(Text text, int width) {
        var flow = new Flow(width, screen.colour());
        for (var span : text.spans()) {
            switch (span) {
                case Text.Span.Words(var words) -> flow.add(SafeText.line(words));
                case Text.Span.Number(var figure) -> flow.add(NumberText.prose(figure), Ink.BOLD);
                case Text.Span.Placed placed -> {
                    var mark = placed.basis().mark();
                    flow.add(
                            placed.standing().label() + (mark.isEmpty() ? "" : " (" + mark + ')'),
                            Ink.of(placed.standing()));
                }
                case Text.Span.Cited(var keys) -> cite(flow, keys);
            }
        }
        var rest = SourceKeys.uncited(text);
        if (!rest.isEmpty()) {
            flow.add(" ");
            cite(flow, rest);
        }
        return flow.lines();
    }

    private void cite(Flow flow, Collection<String> keys) {
        flow.add(bracketed(keys), Ink.DIM);
    }

    private String bracketed(Collection<String> keys) {
        return '[' + SourceKeys.joined(keys, screen.unicode() ? "–" : "-") + ']';
    }

    private void claims(Block.Statement left, Block.Statement right) {
        if (measure < SIDE_BY_SIDE) {
            lines(statement(left, measure - 2), bar(), bar());
            out.append('\n');
            lines(statement(right, measure - 2), bar(), bar());
            return;
        }
        var width = (measure - 5) / 2;
        var one = statement(left, width);
        var other = statement(right, width);
        for (var i = 0; i < Math.max(one.size(), other.size()); i++) {
            var leftLine = i < one.size() ? one.get(i) : "";
            var rightLine = i < other.size() ? other.get(i) : "";
            out.append(leftLine).append(DisplayWidth.spaces(width - visible(leftLine) + 1));
            out.append(' ').append(bar().strip());
            out.append(rightLine.isEmpty() ? "" : "  " + rightLine).append('\n');
        }
    }

    /// Width of a line that may hold escape sequences of [Ink].
    private static int visible(String line) {
        var width = 0;
        var start = 0;
        var escape = line.indexOf('\u001B');
        while (escape >= 0) {
            width += DisplayWidth.of(line.substring(start, escape));
            start = line.indexOf('m', escape) + 1;
            escape = line.indexOf('\u001B', start);
        }
        return width + DisplayWidth.of(line.substring(start));
    }

    private List<String> statement(Block.Statement statement, int width) {
        var flow = new Flow(width, screen.colour());
        flow.add(SafeText.line(statement.claim())).add(" ");
        flow.add(ReferenceText.holder(statement, screen.unicode() ? "—" : "--"), Ink.BOLD);
        if (!statement.sources().isEmpty()) {
            flow.add(" ");
            cite(flow, statement.sources());
        }
        return flow.lines();
    }

    private void table(DataTable table) {
        if (!table.caption().isEmpty()) {
            paragraph(SafeText.line(table.caption()), Ink.BOLD);
        }
        tables.print(table, screen.width());
        if (!table.note().isEmpty()) {
            paragraph("Note: " + SafeText.line(table.note()), Ink.DIM);
        }
        var legend = TableLegend.text(TableLegend.of(table, tables.compactColumns(table)));
        if (!legend.isEmpty()) {
            paragraph(screen.unicode() ? legend : legend.replace('·', '.'), Ink.DIM);
        }
        var method = CellText.sharedMethod(table);
        if (!method.isEmpty()) {
            paragraph("Intervals: " + method + '.', Ink.DIM);
        }
        var keys = SourceKeys.of(table);
        if (!keys.isEmpty()) {
            paragraph("Sources: " + bracketed(keys), Ink.DIM);
        }
        if (screen.reasons()) {
            reasons(table);
        }
    }

    private void reasons(DataTable table) {
        for (var row : table.rows()) {
            for (var cell : row) {
                if (cell instanceof Cell.Reasons(var tree)) {
                    out.append('\n');
                    tree(tree);
                }
            }
        }
    }

    private void tree(Tree tree) {
        node(tree, "", "");
    }

    private void node(Tree tree, String lead, String below) {
        var children = tree.children();
        var hang = children.isEmpty() ? "  " : bar();
        var room = measure - Math.max(DisplayWidth.of(lead), DisplayWidth.of(below + hang));
        var flow = new Flow(room, screen.colour());
        flow.add(SafeText.line(tree.question()));
        if (!tree.answer().isEmpty()) {
            flow.add(": ").add(SafeText.line(tree.answer()), Ink.BOLD);
        }
        if (!tree.authority().isEmpty()) {
            flow.add(" ").add('[' + SafeText.line(tree.authority()) + ']', Ink.DIM);
        }
        if (!tree.remark().isEmpty()) {
            flow.add(" ").add('(' + SafeText.line(tree.remark()) + ')', Ink.CAUTION);
        }
        lines(flow.lines(), lead, below + hang);
        for (var i = 0; i < children.size(); i++) {
            var last = i == children.size() - 1;
            var branch = screen.unicode() ? (last ? "└─ " : "├─ ") : last ? "`- " : "|- ";
            var trunk = last ? "   " : screen.unicode() ? "│  " : "|  ";
            node(children.get(i), below + branch, below + trunk);
        }
    }

    private void sources(SortedMap<String, Source> sources) {
        if (sources.isEmpty()) {
            return;
        }
        out.append('\n');
        heading("Sources", "─", "-");
        out.append('\n');
        for (var source : sources.values()) {
            var flow = new Flow(measure - 2, screen.colour());
            flow.add('[' + SafeText.line(source.key()) + ']', Ink.BOLD).add(" ").add(ReferenceText.source(source));
            lines(flow.lines(), "", "  ");
        }
    }

    private void remade(Provenance provenance) {
        paragraph("Remade by: " + SafeText.line(provenance.command()), Ink.DIM);
        paragraph(ReferenceText.made(provenance), Ink.DIM);
    }
}
