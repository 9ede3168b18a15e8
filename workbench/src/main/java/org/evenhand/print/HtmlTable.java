package org.evenhand.print;

import java.util.List;
import java.util.Optional;
import org.evenhand.core.Basis;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;

/// A table as XHTML: headings for rows and columns, numbers that lead to their passports, a tier matrix in letters and
/// shades, "no data" hatched.
final class HtmlTable {
    /// A day, or the number of a document that begins with its year: never broken.
    /// A number with more characters than this, as one whose interval says its method, may be broken.
    private static final int LONG = 30;

    private static final String DAY = "\\d{4}-\\d{2}(-\\d{2})?";

    private final Html out;
    private final HtmlInline inline;
    private final HtmlPrinter.Medium medium;
    private final PageContext context;

    HtmlTable(Html out, HtmlInline inline, HtmlPrinter.Medium medium, PageContext context) {
        this.out = out;
        this.inline = inline;
        this.medium = medium;
        this.context = context;
    }

    /// @param id unique on the page
    /// @param label what the table is called where its caption is empty
    void print(DataTable table, String id, String label) {
        var columns = table.columns().size();
        var compact = new boolean[columns];
        var shown = new boolean[columns];
        var wide = 0;
        for (var c = 0; c < columns; c++) {
            compact[c] = CellText.compact(table, c);
            shown[c] = isShown(table, c);
            wide += shown[c] && !compact[c] ? 1 : 0;
        }
        out.raw("<div")
                .attribute("class", wide > 12 ? "table many crowded" : wide > 7 ? "table many" : "table")
                .attribute("id", id)
                .raw(">\n");
        if (!table.caption().isEmpty()) {
            out.raw("<p class=\"caption\"")
                    .attribute("id", id + "-caption")
                    .language(context.language(table.caption()))
                    .raw(">")
                    .text(table.caption())
                    .raw("</p>\n");
        }
        if (table.rows().isEmpty()) {
            out.raw("<p class=\"aside\">");
            said("No rows.").raw("</p>\n");
        } else {
            if (medium == HtmlPrinter.Medium.SCREEN) {
                out.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
                out.attribute("aria-label", table.caption().isEmpty() ? label : table.caption())
                        .raw(">\n");
            }
            out.raw("<table>\n");
            head(table, shown, compact);
            body(table, shown, compact);
            out.raw("</table>\n");
            if (medium == HtmlPrinter.Medium.SCREEN) {
                out.raw("</div>\n");
            }
        }
        below(table, compact);
        out.raw("</div>\n");
    }

    private static boolean isShown(DataTable table, int c) {
        if (table.columns().get(c).shown() == DataTable.Shown.MACHINES_ONLY) {
            return false;
        }
        return table.rows().isEmpty() || !(table.rows().getFirst().get(c) instanceof Cell.Reasons);
    }

    private void head(DataTable table, boolean[] shown, boolean[] compact) {
        out.raw("<thead><tr>");
        for (var c = 0; c < shown.length; c++) {
            if (!shown[c]) {
                continue;
            }
            var column = table.columns().get(c);
            if (compact[c]) {
                out.raw("<th scope=\"col\" class=\"c\">");
                narrowHeading(column.title());
                out.raw("</th>");
            } else {
                out.raw("<th scope=\"col\"").language(context.language(column.title()));
                out.raw(isNumeric(table, c) ? " class=\"r\">" : ">");
                out.text(CellText.heading(column, CellText.sharedUnit(table, c)))
                        .raw("</th>");
            }
        }
        out.raw("</tr></thead>\n");
    }

    /// A year in two halves, which paper stacks and screens turn.
    private void narrowHeading(String title) {
        if (title.length() == 4) {
            out.raw("<span>")
                    .text(title.substring(0, 2))
                    .raw("</span><span>")
                    .text(title.substring(2))
                    .raw("</span>");
        } else {
            out.raw("<span>").text(title).raw("</span>");
        }
    }

    private void body(DataTable table, boolean[] shown, boolean[] compact) {
        var methodInNote = !CellText.sharedMethod(table).isEmpty();
        out.raw("<tbody").language(context.languageOfData()).raw(">\n");
        for (var row : table.rows()) {
            out.raw("<tr>");
            var first = true;
            for (var c = 0; c < shown.length; c++) {
                if (shown[c]) {
                    cell(table, c, row, compact[c], methodInNote, first);
                    first = false;
                }
            }
            out.raw("</tr>\n");
        }
        out.raw("</tbody>\n");
    }

    private void cell(DataTable table, int c, List<Cell> row, boolean compact, boolean methodInNote, boolean first) {
        var column = table.columns().get(c);
        var cell = row.get(c);
        var tag = first ? "th scope=\"row\"" : "td";
        switch (cell) {
            case Cell.Words(var text) -> {
                open(tag, text.matches(DAY) ? "day" : "");
                label(text, context.cell(table, row, c));
            }
            case Cell.Ordinal(var value) ->
                open(tag, isNumeric(table, c) ? "r" : "").text(Integer.toString(value));
            case Cell.Flag(var value, var basis) -> {
                open(tag, "").text(CellText.of(value));
                mark(basis);
            }
            case Cell.Number(var figure) -> {
                var text = CellText.number(figure, CellText.sharedUnit(table, c) != null, methodInNote);
                open(tag, text.length() > LONG ? "r long" : "r");
                inline.figure(figure, text);
                mark(figure.basis());
            }
            case Cell.Placed placed -> {
                var style = HtmlInline.styleOf(placed.standing());
                var title =
                        TableLegend.meaning(placed.standing()) + " [" + SourceKeys.joined(placed.sources(), "–") + ']';
                out.raw("<").raw(tag);
                if (compact) {
                    out.attribute("class", "c " + style)
                            .attribute("title", column.title() + ": " + title)
                            .raw(">");
                    out.text(CellText.letter(placed.standing()));
                } else {
                    out.raw("><span")
                            .attribute("class", "tier " + style)
                            .attribute("title", title)
                            .raw(">");
                    out.text(placed.standing().code()).raw("</span>");
                }
                mark(placed.basis());
            }
            case Cell.Items(var items) -> {
                open(tag, column.key().endsWith("sources") ? "keys" : "");
                if (column.key().endsWith("sources")) {
                    inline.keys(items);
                } else {
                    out.text(String.join(", ", items));
                }
            }
            case Cell.Reasons _ -> open(tag, "");
            case Cell.Absent(var why) -> absent(tag, why, compact, isNumeric(table, c));
        }
        out.raw(first ? "</th>" : "</td>");
    }

    private Html open(String tag, String style) {
        out.raw("<").raw(tag);
        if (!style.isEmpty()) {
            out.attribute("class", style);
        }
        return out.raw(">");
    }

    private void absent(String tag, Cell.Absence why, boolean compact, boolean right) {
        out.raw("<").raw(tag);
        if (!compact) {
            out.attribute("class", right ? "r none" : "none")
                    .attribute("title", why.label())
                    .raw(">");
            out.text(CellText.of(why));
        } else if (why == Cell.Absence.NOT_APPLICABLE) {
            out.raw(" class=\"c\"").attribute("title", why.label()).raw(">");
        } else {
            out.raw(" class=\"c nd\"").attribute("title", why.label()).raw("><span>");
            out.text(CellText.letter(why)).raw("</span>");
        }
    }

    private void mark(Basis basis) {
        if (!basis.mark().isEmpty()) {
            out.raw("<span class=\"mark\"")
                    .attribute("title", CellText.markMeaning(basis))
                    .raw("> ");
            out.text(basis.mark()).raw("</span>");
        }
    }

    /// Years and ranks are labels, yet they line up like numbers.
    private static boolean isNumeric(DataTable table, int c) {
        for (var row : table.rows()) {
            var cell = row.get(c);
            if (!(cell instanceof Cell.Number || cell instanceof Cell.Ordinal || cell instanceof Cell.Absent)) {
                return false;
            }
        }
        return true;
    }

    private void below(DataTable table, boolean[] compact) {
        var legend = TableLegend.text(TableLegend.of(table, compact));
        var method = CellText.sharedMethod(table);
        var keys = SourceKeys.of(table);
        if (!table.note().isEmpty()) {
            out.raw("<p class=\"aside\"")
                    .language(context.language(table.note()))
                    .raw(">");
            out.text(table.note()).raw("</p>\n");
        }
        if (!legend.isEmpty()) {
            out.raw("<p class=\"aside\"").language(context.languageOfData()).raw(">");
            out.text(legend).raw("</p>\n");
        }
        if (!method.isEmpty()) {
            out.raw("<p class=\"aside\">");
            said("Intervals").raw(": <span").language(context.languageOfData()).raw(">");
            out.text(method + '.').raw("</span></p>\n");
        }
        if (medium == HtmlPrinter.Medium.SCREEN && inline.many(keys)) {
            out.raw("<details class=\"sources\"><summary>");
            said("Sources").raw(": ").text(Integer.toString(keys.size())).raw("</summary>\n<p class=\"aside cite\">");
            inline.keys(keys);
            out.raw("</p></details>\n");
        } else if (!keys.isEmpty()) {
            out.raw("<p class=\"aside\">");
            said("Sources").raw(": ");
            inline.cited(keys);
            out.raw("</p>\n");
        }
        takeAway(out, context.table(table.id()));
    }

    /// A fixed text, with its language where that is another than that around it.
    private Html said(String english) {
        var text = context.say(english);
        return out.element("span", context.language(text), text);
    }

    /// Links under a table or a picture; nothing where there are none.
    static void takeAway(Html out, List<PageContext.Link> links) {
        if (links.isEmpty()) {
            return;
        }
        out.raw("<p class=\"take\">");
        for (var link : links) {
            out.raw("<a")
                    .attribute("href", link.address())
                    .raw(">")
                    .text(link.label())
                    .raw("</a> ");
        }
        out.raw("</p>\n");
    }

    private void label(String text, Optional<String> address) {
        address.ifPresentOrElse(
                to -> {
                    out.raw("<a").attribute("href", to).raw(">");
                    breakable(text);
                    out.raw("</a>");
                },
                () -> breakable(text));
    }

    /// A name of several words with underscores between them breaks at these.
    private void breakable(String text) {
        if (medium != HtmlPrinter.Medium.SCREEN || text.indexOf('_') < 0) {
            out.text(text);
            return;
        }
        int from = 0;
        for (int to = text.indexOf('_'); to >= 0; to = text.indexOf('_', from)) {
            out.text(text.substring(from, to + 1)).raw("<wbr/>");
            from = to + 1;
        }
        out.text(text.substring(from));
    }
}
