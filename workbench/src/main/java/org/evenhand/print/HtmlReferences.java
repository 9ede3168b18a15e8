package org.evenhand.print;

import org.evenhand.core.Source;
import org.evenhand.document.Document;

/// The end of a page: sources, passports of the numbers, and how to read and remake it.
final class HtmlReferences {
    private final Html out;
    private final HtmlInline inline;
    private final Document document;
    private final Passports passports;
    private final PageContext context;

    HtmlReferences(Html out, HtmlInline inline, Document document, Passports passports, PageContext context) {
        this.out = out;
        this.inline = inline;
        this.document = document;
        this.passports = passports;
        this.context = context;
    }

    /// Entries of the table of contents.
    static void contents(Html out, Document document, Passports passports, PageContext context) {
        if (!document.sources().isEmpty()) {
            entry(out, "all-sources", context.say("Sources"), context);
        }
        if (!passports.entries().isEmpty()) {
            entry(out, "all-passports", context.say("Passports of the numbers"), context);
        }
        entry(out, "remake", context.say("How to read and remake this"), context);
    }

    private static void entry(Html out, String anchor, String label, PageContext context) {
        out.raw("<li><a").attribute("href", "#" + anchor).language(context.language(label));
        out.raw(">").text(label).raw("</a></li>\n");
    }

    private void open(String id, String title) {
        out.raw("<section").attribute("id", id).raw(" class=\"references\">\n");
        said("h2", title);
    }

    private void said(String name, String text) {
        out.element(name, context.language(text), text).newline();
    }

    void print() {
        if (!document.sources().isEmpty()) {
            open("all-sources", context.say("Sources"));
            out.raw("<ul").language(context.languageOfData()).raw(">\n");
            for (var source : document.sources().values()) {
                source(source);
            }
            out.raw("</ul>\n</section>\n");
        }
        if (!passports.entries().isEmpty()) {
            open("all-passports", context.say("Passports of the numbers"));
            said(
                    "p",
                    context.say(
                            "What each number is, how sure it is, what it was computed from, and what remakes it."));
            out.raw("<ol").language(context.languageOfData()).raw(">\n");
            for (var entry : passports.entries()) {
                passport(entry);
            }
            out.raw("</ol>\n</section>\n");
        }
        var provenance = document.provenance();
        open("remake", context.say("How to read and remake this"));
        said("p", context.say(HtmlPrinter.marks()));
        var remade = context.say("Remade by");
        out.raw("<p>")
                .element("span", context.language(remade), remade)
                .raw(": ")
                .element("code", provenance.command())
                .raw("</p>\n");
        out.element("p", context.languageOfData(), ReferenceText.made(provenance))
                .newline();
        out.raw("</section>\n");
    }

    private void source(Source source) {
        out.raw("<li").attribute("id", HtmlInline.source(source.key())).raw(">");
        out.raw("<b>");
        context.source(source.key())
                .ifPresentOrElse(
                        to -> out.raw("<a")
                                .attribute("href", to)
                                .raw(">")
                                .text(source.key())
                                .raw("</a>"),
                        () -> out.text(source.key()));
        out.raw("</b> ").text(ReferenceText.source(source)).raw("</li>\n");
    }

    private void passport(Passports.Entry entry) {
        out.raw("<li id=\"p" + entry.number() + "\"><b>");
        var first = true;
        for (var figure : entry.figures()) {
            out.raw(first ? "" : "; ").text(Passports.listed(figure));
            first = false;
        }
        var any = entry.any();
        out.raw("</b>: ").text(Passports.shared(any)).raw(" ");
        inline.cited(any.sources());
        out.raw(" ").element("code", any.command()).raw("</li>\n");
    }
}
