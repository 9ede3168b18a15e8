package org.evenhand.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.evenhand.core.Basis;
import org.evenhand.document.Block;
import org.evenhand.document.Document;
import org.evenhand.document.Tree;

/// An answer as one self-contained page: well-formed XML that is also HTML5, no script, nothing fetched, readable on a
/// phone, by keyboard and on paper.
public final class HtmlPrinter {
    /// What the page is laid out for.
    enum Medium {
        /// A browser; its own style sheet also covers printing from there.
        SCREEN("page.css"),
        /// The PDF renderer, which knows no scrolling and no disclosure.
        PAPER("paper.css");

        private final String styles;

        Medium(String styles) {
            this.styles = styles;
        }
    }

    private final Html out = new Html();
    private final Document document;
    private final Medium medium;
    private final PageContext context;
    private final HtmlInline inline;
    private final HtmlTable tables;
    private final Passports passports;
    private final Set<String> anchors = new HashSet<>();

    private HtmlPrinter(Document document, Medium medium, PageContext context) {
        this.document = document;
        this.medium = medium;
        this.context = context;
        this.passports = Passports.of(document);
        this.inline = new HtmlInline(out, passports, document.sources().keySet(), context);
        this.tables = new HtmlTable(out, inline, medium, context);
    }

    /// The page for a browser.
    public static String print(Document document) {
        return print(document, Medium.SCREEN);
    }

    static String print(Document document, Medium medium) {
        var printer = new HtmlPrinter(document, medium, PageContext.ALONE);
        printer.page();
        return printer.out.toString();
    }

    /// An answer as parts of a larger page.
    ///
    /// @param contents a list of links to its sections
    /// @param main its sections
    public record Parts(String contents, String main) {}

    /// The answer as parts of a larger page, which brings the style sheet and the title.
    ///
    /// @param context of the sections
    /// @param beside of the list of links, which may stand among words of another language
    public static Parts parts(Document document, PageContext context, PageContext beside) {
        var contents = new HtmlPrinter(document, Medium.SCREEN, beside);
        contents.contents();
        var main = new HtmlPrinter(document, Medium.SCREEN, context);
        main.sections();
        return new Parts(contents.out.toString(), main.out.toString());
    }

    /// The style sheet of [#parts].
    public static String styleSheet() {
        return styles(Medium.SCREEN);
    }

    private void page() {
        head();
        out.raw("<body>\n");
        if (medium == Medium.SCREEN) {
            out.raw("<a class=\"skip\" href=\"#main\">Skip to the text</a>\n");
        }
        out.raw("<header>\n").element("h1", document.title()).newline();
        if (!document.subtitle().isEmpty()) {
            out.element("p", "subtitle", document.subtitle()).newline();
        }
        out.element("p", "made", ReferenceText.made(document.provenance())).newline();
        out.raw("</header>\n");
        contents();
        out.raw("<main id=\"main\">\n");
        sections();
        out.raw("</main>\n</body>\n</html>\n");
    }

    private void sections() {
        var number = 0;
        for (var section : document.sections()) {
            number++;
            out.raw("<section").attribute("id", section(number)).raw(">\n<h2");
            out.language(context.language(section.title())).raw("><span class=\"no\">");
            out.raw(number + ".</span> ").text(section.title()).raw("</h2>\n");
            for (var block : section.blocks()) {
                block(block);
            }
            out.raw("</section>\n");
        }
        new HtmlReferences(out, inline, document, passports, context).print();
    }

    private String section(int number) {
        return "s" + number + '-'
                + Html.anchor(document.sections().get(number - 1).id());
    }

    private void head() {
        out.raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\" xml:lang=\"en\">\n<head>\n");
        out.raw("<meta charset=\"utf-8\"/>\n");
        out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        out.raw(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n");
        out.raw("<meta name=\"color-scheme\" content=\"light\"/>\n");
        out.raw("<meta name=\"generator\"")
                .attribute("content", document.provenance().program())
                .raw("/>\n");
        out.raw("<meta name=\"description\"")
                .attribute("content", document.subtitle())
                .raw("/>\n");
        out.element("title", document.title()).newline();
        out.raw("<style>\n").raw(styles(medium)).raw("</style>\n");
        if (medium == Medium.PAPER) {
            out.raw("<bookmarks>\n");
            for (var i = 1; i <= document.sections().size(); i++) {
                var title = i + ". " + document.sections().get(i - 1).title();
                out.raw("<bookmark")
                        .attribute("name", title)
                        .attribute("href", "#" + section(i))
                        .raw("/>\n");
            }
            out.raw("</bookmarks>\n");
        }
        out.raw("</head>\n");
    }

    private static String styles(Medium medium) {
        try (var in = HtmlPrinter.class.getResourceAsStream(medium.styles)) {
            if (in == null) {
                throw new IllegalStateException(medium.styles + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(medium.styles, e);
        }
    }

    private void contents() {
        out.raw("<nav").attribute("aria-label", context.say("Contents")).raw(">\n<ol>\n");
        for (var i = 1; i <= document.sections().size(); i++) {
            var title = document.sections().get(i - 1).title();
            out.raw("<li><a").attribute("href", "#" + section(i)).language(context.language(title));
            out.raw(">").text(title).raw("</a></li>\n");
        }
        out.raw("</ol>\n<ul>\n");
        HtmlReferences.contents(out, document, passports, context);
        out.raw("</ul>\n</nav>\n");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(var text) -> {
                out.raw("<p>");
                inline.text(text);
                out.raw("</p>\n");
            }
            case Block.Note(var text) -> {
                out.raw("<p class=\"note\">");
                inline.text(text);
                out.raw("</p>\n");
            }
            case Block.Heading(var text) -> said("h3", text);
            case Block.Bullets(var items) -> {
                out.raw("<ul>\n");
                for (var item : items) {
                    out.raw("<li>");
                    inline.text(item);
                    out.raw("</li>\n");
                }
                out.raw("</ul>\n");
            }
            case Block.ClaimPair(var left, var right) -> {
                out.raw("<div class=\"pair\">\n");
                statement(left, context.say("One side"));
                statement(right, context.say("The other side"));
                out.raw("</div>\n");
            }
            case Block.Tabular(var table) -> tables.print(table, unique("t-" + table.id()), context.say("Table"));
            case Block.Chart chart -> chart(chart);
            case Block.Explanation(var title, var tree) -> {
                out.raw(medium == Medium.SCREEN ? "<details class=\"why\"><summary>" : "<div class=\"why\"><p>");
                out.text(title).raw(medium == Medium.SCREEN ? "</summary>\n" : "</p>\n");
                out.raw("<ul class=\"tree\"").language(context.languageOfData()).raw(">");
                tree(tree);
                out.raw("</ul>\n").raw(medium == Medium.SCREEN ? "</details>\n" : "</div>\n");
            }
        }
    }

    private void said(String name, String text) {
        out.element(name, context.language(text), text).newline();
    }

    /// The anchor, with a number behind it where a block before has the same.
    private String unique(String id) {
        var anchor = Html.anchor(id);
        var candidate = anchor;
        for (var i = 2; !anchors.add(candidate); i++) {
            candidate = anchor + '.' + i;
        }
        return candidate;
    }

    private void statement(Block.Statement statement, String side) {
        out.raw("<div class=\"claim\"")
                .attribute("id", unique("claim-" + statement.id()))
                .raw(">\n");
        out.raw("<p class=\"side\"").language(context.language(side)).raw(">");
        out.text(side).raw("</p>\n<p").language(context.languageOfData()).raw(">");
        out.text(statement.claim()).raw("</p>\n");
        out.raw("<p class=\"holder\"")
                .language(context.languageOfData())
                .raw(">")
                .text(ReferenceText.holder(statement, "—"));
        if (!statement.sources().isEmpty()) {
            out.raw(" ");
            inline.cited(statement.sources());
        }
        out.raw("</p>\n</div>\n");
    }

    private void chart(Block.Chart chart) {
        if (chart.svg().contains("<script") || chart.svg().contains("<foreignObject")) {
            throw new IllegalArgumentException("chart " + chart.id() + " holds something that could run");
        }
        var id = unique("fig-" + chart.id());
        out.raw("<figure").attribute("id", id).raw(">\n<figcaption>");
        said("h3", chart.title());
        said("p", chart.summary());
        out.raw("</figcaption>\n");
        if (medium == Medium.SCREEN) {
            out.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"").attribute("aria-label", chart.title());
            out.raw("><div").language(context.languageOfData()).raw(">\n");
            out.raw(chart.svg()).raw("\n</div></div>\n");
            HtmlTable.takeAway(out, context.picture(chart.id()));
            out.raw("<details>");
            said("summary", context.say("Data as a table"));
            tables.print(chart.data(), unique("t-" + chart.data().id()), chart.title());
            out.raw("</details>\n");
        } else {
            out.raw("<div class=\"picture\">").raw(PaperSvg.of(chart)).raw("</div>\n");
            tables.print(chart.data(), unique("t-" + chart.data().id()), chart.title());
        }
        out.raw("</figure>\n");
    }

    private void tree(Tree tree) {
        out.raw("<li>").text(tree.question());
        if (!tree.answer().isEmpty()) {
            out.raw(": ").element("b", tree.answer());
        }
        if (!tree.authority().isEmpty()) {
            out.raw(" ").element("span", "cite", '[' + tree.authority() + ']');
        }
        if (!tree.remark().isEmpty()) {
            out.raw(" ").element("i", '(' + tree.remark() + ')');
        }
        if (!tree.children().isEmpty()) {
            out.raw("\n<ul>\n");
            for (var child : tree.children()) {
                tree(child);
            }
            out.raw("</ul>\n");
        }
        out.raw("</li>\n");
    }

    /// What the signs mean, for the end of the page.
    static String marks() {
        return "Marks beside a value: " + TableLegend.text(TableLegend.marks(EnumSet.allOf(Basis.class)))
                + "; no mark = read in a source. Every number leads to its passport, every key in square brackets to its source.";
    }
}
