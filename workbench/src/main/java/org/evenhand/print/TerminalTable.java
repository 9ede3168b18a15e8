package org.evenhand.print;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;

/// Lays a table out in fixed-width columns. A table wider than the screen is cut into panels that repeat the first
/// column.
final class TerminalTable {
    private static final int GAP = 2;

    /// Columns of running words are not made narrower than this by choice.
    private static final int READABLE = 14;

    private final Screen screen;
    private final StringBuilder out;

    TerminalTable(Screen screen, StringBuilder out) {
        this.screen = screen;
        this.out = out;
    }

    /// Text and ink of one cell.
    private record Entry(String text, Ink ink) {}

    /// A column ready to be laid out.
    ///
    /// @param compact two characters wide: a letter, and room for the mark of its basis
    /// @param natural columns needed to show everything on one line
    /// @param least columns needed when words are wrapped
    private record Column(String title, boolean compact, boolean right, List<Entry> entries, int natural, int least) {}

    void print(DataTable table, int width) {
        var columns = new ArrayList<Column>();
        var compact = compactColumns(table);
        var method = CellText.sharedMethod(table);
        for (var c = 0; c < table.columns().size(); c++) {
            if (isShown(table, c)) {
                columns.add(column(table, c, compact[c], !method.isEmpty()));
            }
        }
        if (columns.isEmpty()) {
            return;
        }
        if (table.rows().isEmpty()) {
            out.append("(no rows)\n");
            return;
        }
        var next = 1;
        do {
            var panel = new ArrayList<Column>();
            panel.add(columns.getFirst());
            var used = Math.min(columns.getFirst().least, Math.max(width / 2, READABLE));
            while (next < columns.size()) {
                var candidate = columns.get(next);
                var more = gap(panel.getLast(), candidate) + candidate.least;
                if (panel.size() > 1 && used + more > width) {
                    break;
                }
                used += more;
                panel.add(candidate);
                next++;
            }
            printPanel(panel, widths(panel, width), table.rows().size());
            if (next < columns.size()) {
                out.append('\n');
            }
        } while (next < columns.size());
    }

    boolean[] compactColumns(DataTable table) {
        var compact = new boolean[table.columns().size()];
        for (var c = 0; c < compact.length; c++) {
            compact[c] = CellText.compact(table, c);
        }
        return compact;
    }

    private static boolean isShown(DataTable table, int c) {
        if (table.columns().get(c).shown() == DataTable.Shown.MACHINES_ONLY) {
            return false;
        }
        for (var row : table.rows()) {
            if (!(row.get(c) instanceof Cell.Reasons)) {
                return true;
            }
        }
        return table.rows().isEmpty();
    }

    private Column column(DataTable table, int c, boolean compact, boolean methodInNote) {
        var unit = CellText.sharedUnit(table, c);
        var column = table.columns().get(c);
        var title = compact ? SafeText.line(column.title()) : CellText.heading(column, unit);
        var entries = new ArrayList<Entry>(table.rows().size());
        var marked = anyMark(table, c);
        var right = true;
        var wraps = false;
        for (var row : table.rows()) {
            var cell = row.get(c);
            entries.add(compact ? letter(cell) : entry(column, cell, unit != null, methodInNote, marked));
            right &= cell instanceof Cell.Number || cell instanceof Cell.Ordinal || cell instanceof Cell.Absent;
            wraps |= cell instanceof Cell.Words || cell instanceof Cell.Items;
        }
        if (compact) {
            return new Column(title, true, false, entries, 2, 2);
        }
        var natural = DisplayWidth.of(title);
        var least = longestWord(title);
        for (var entry : entries) {
            var entryWidth = DisplayWidth.of(entry.text);
            natural = Math.max(natural, entryWidth);
            least = Math.max(
                    least, wraps ? Math.min(Math.max(longestWord(entry.text), READABLE), entryWidth) : entryWidth);
        }
        return new Column(title, false, right, entries, natural, Math.min(least, natural));
    }

    private Entry letter(Cell cell) {
        return switch (cell) {
            case Cell.Placed placed ->
                new Entry(
                        dots(CellText.letter(placed.standing()))
                                + placed.basis().mark(),
                        Ink.of(placed.standing()));
            case Cell.Absent(var why) -> new Entry(CellText.letter(why), Ink.DIM);
            case Cell.Words _, Cell.Ordinal _, Cell.Flag _, Cell.Number _, Cell.Items _, Cell.Reasons _ ->
                throw new IllegalStateException("a compact column holds only placements");
        };
    }

    private String dots(String text) {
        return screen.unicode() ? text : text.replace('·', '.');
    }

    private Entry entry(
            DataTable.Column column, Cell cell, boolean unitInHeading, boolean methodInNote, boolean marked) {
        return switch (cell) {
            case Cell.Words(var text) -> new Entry(SafeText.line(text), Ink.PLAIN);
            case Cell.Ordinal(var value) -> new Entry(Integer.toString(value), Ink.PLAIN);
            case Cell.Flag(var value, var basis) ->
                new Entry(CellText.of(value) + mark(basis.mark(), false), Ink.PLAIN);
            case Cell.Number(var figure) ->
                new Entry(
                        CellText.number(figure, unitInHeading, methodInNote)
                                + mark(figure.basis().mark(), marked),
                        Ink.PLAIN);
            case Cell.Placed placed ->
                new Entry(placed.standing().code() + mark(placed.basis().mark(), false), Ink.of(placed.standing()));
            case Cell.Items(var items) ->
                new Entry(CellText.items(column, items, screen.unicode() ? "–" : "-"), Ink.DIM);
            case Cell.Reasons _ -> new Entry("", Ink.PLAIN);
            case Cell.Absent(var why) -> new Entry(CellText.of(why) + (marked ? "  " : ""), Ink.DIM);
        };
    }

    /// A space and the mark; room for it where another number of the column has one, so that digits stay aligned.
    private static String mark(String mark, boolean room) {
        return mark.isEmpty() ? (room ? "  " : "") : ' ' + mark;
    }

    private static boolean anyMark(DataTable table, int c) {
        for (var row : table.rows()) {
            if (row.get(c) instanceof Cell.Number(var figure)
                    && !figure.basis().mark().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static int gap(Column before, Column after) {
        return before.compact && after.compact ? 0 : GAP;
    }

    private static int longestWord(String text) {
        var longest = 0;
        var start = 0;
        for (var i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                longest = Math.max(longest, DisplayWidth.of(text.substring(start, i)));
                start = i + 1;
            }
        }
        return longest;
    }

    /// Gives each column its least width and what is left to the columns that lack most.
    private static int[] widths(List<Column> panel, int width) {
        var widths = new int[panel.size()];
        var used = 0;
        for (var c = 0; c < widths.length; c++) {
            widths[c] = panel.get(c).least;
            used += widths[c] + (c == 0 ? 0 : gap(panel.get(c - 1), panel.get(c)));
        }
        while (used > width) {
            var widest = widest(widths);
            if (widths[widest] <= READABLE) {
                break;
            }
            widths[widest]--;
            used--;
        }
        while (used < width) {
            var neediest = -1;
            for (var c = 0; c < widths.length; c++) {
                var lack = panel.get(c).natural - widths[c];
                if (lack > 0 && (neediest < 0 || lack > panel.get(neediest).natural - widths[neediest])) {
                    neediest = c;
                }
            }
            if (neediest < 0) {
                break;
            }
            widths[neediest]++;
            used++;
        }
        return widths;
    }

    private static int widest(int[] widths) {
        var widest = 0;
        for (var c = 1; c < widths.length; c++) {
            if (widths[c] > widths[widest]) {
                widest = c;
            }
        }
        return widest;
    }

    private void printPanel(List<Column> panel, int[] widths, int rows) {
        printHeader(panel, widths);
        var total = 0;
        for (var c = 0; c < widths.length; c++) {
            total += widths[c] + (c == 0 ? 0 : gap(panel.get(c - 1), panel.get(c)));
        }
        out.append((screen.unicode() ? "─" : "-").repeat(total)).append('\n');
        for (var r = 0; r < rows; r++) {
            var wrapped = new ArrayList<List<String>>(widths.length);
            var height = 1;
            for (var c = 0; c < widths.length; c++) {
                var text = panel.get(c).entries.get(r).text;
                var lines = DisplayWidth.of(text) <= widths[c] ? List.of(text) : Flow.wrap(text, widths[c]);
                wrapped.add(lines);
                height = Math.max(height, lines.size());
            }
            for (var line = 0; line < height; line++) {
                var text = new StringBuilder();
                for (var c = 0; c < widths.length; c++) {
                    var lines = wrapped.get(c);
                    var part = line < lines.size() ? lines.get(line) : "";
                    append(text, panel, widths, c, part, panel.get(c).entries.get(r).ink);
                }
                endLine(text);
            }
        }
    }

    private void printHeader(List<Column> panel, int[] widths) {
        var stacked = CompactHeader.of(titles(panel));
        var wrapped = new ArrayList<List<String>>(widths.length);
        var height = stacked.size();
        for (var c = 0; c < widths.length; c++) {
            var lines = panel.get(c).compact ? List.<String>of() : Flow.wrap(panel.get(c).title, widths[c]);
            wrapped.add(lines);
            height = Math.max(height, lines.size());
        }
        for (var line = 0; line < height; line++) {
            var text = new StringBuilder();
            var compactIndex = 0;
            for (var c = 0; c < widths.length; c++) {
                if (panel.get(c).compact) {
                    var at = line - (height - stacked.size());
                    append(text, panel, widths, c, at < 0 ? "" : stacked.get(at).get(compactIndex), Ink.BOLD);
                    compactIndex++;
                } else {
                    var lines = wrapped.get(c);
                    var at = line - (height - lines.size());
                    append(text, panel, widths, c, at < 0 ? "" : lines.get(at), Ink.BOLD);
                }
            }
            endLine(text);
        }
    }

    private static List<String> titles(List<Column> panel) {
        var titles = new ArrayList<String>();
        for (var column : panel) {
            if (column.compact) {
                titles.add(column.title);
            }
        }
        return titles;
    }

    private void append(StringBuilder line, List<Column> panel, int[] widths, int c, String part, Ink ink) {
        if (c > 0) {
            line.append(DisplayWidth.spaces(gap(panel.get(c - 1), panel.get(c))));
        }
        var padding = DisplayWidth.spaces(widths[c] - DisplayWidth.of(part));
        var words = part.stripTrailing();
        var painted = ink.paint(words, screen.colour()) + DisplayWidth.spaces(part.length() - words.length());
        line.append(panel.get(c).right ? padding + painted : painted + padding);
    }

    private void endLine(StringBuilder line) {
        var end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        out.append(line, 0, end).append('\n');
    }
}
