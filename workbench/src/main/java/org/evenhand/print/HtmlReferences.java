package org.evenhand.print;

import org.evenhand.core.Source;
import org.evenhand.document.Document;

/// The end of a page: sources, passports of the numbers, and how to read and remake it.
final class HtmlReferences {
    private final Html out;
    private final HtmlInline inline;
    private final Document document;
    private final Passports passports;

    HtmlReferences(Html out, HtmlInline inline, Document document, Passports passports) {
        this.out = out;
        this.inline = inline;
        this.document = document;
        this.passports = passports;
    }

    /// Entries of the table of contents.
    static void contents(Html out, Document document, Passports passports) {
        if (!document.sources().isEmpty()) {
            out.raw("<li><a href=\"#all-sources\">Sources</a></li>\n");
        }
        if (!passports.entries().isEmpty()) {
            out.raw("<li><a href=\"#all-passports\">Passports of the numbers</a></li>\n");
        }
        out.raw("<li><a href=\"#remake\">How to read and remake this</a></li>\n");
    }

    void print() {
        if (!document.sources().isEmpty()) {
            out.raw("<section id=\"all-sources\" class=\"references\">\n<h2>Sources</h2>\n<ul>\n");
            for (var source : document.sources().values()) {
                source(source);
            }
            out.raw("</ul>\n</section>\n");
        }
        if (!passports.entries().isEmpty()) {
            out.raw("<section id=\"all-passports\" class=\"references\">\n<h2>Passports of the numbers</h2>\n");
            out.raw(
                    "<p>What each number is, how sure it is, what it was computed from, and what remakes it.</p>\n<ol>\n");
            for (var entry : passports.entries()) {
                passport(entry);
            }
            out.raw("</ol>\n</section>\n");
        }
        var provenance = document.provenance();
        out.raw("<section id=\"remake\" class=\"references\">\n<h2>How to read and remake this</h2>\n");
        out.element("p", HtmlPrinter.marks()).newline();
        out.raw("<p>Remade by: ").element("code", provenance.command()).raw("</p>\n");
        out.element("p", ReferenceText.made(provenance)).newline();
        out.raw("</section>\n");
    }

    private void source(Source source) {
        out.raw("<li").attribute("id", HtmlInline.source(source.key())).raw(">");
        out.element("b", source.key())
                .raw(" ")
                .text(ReferenceText.source(source))
                .raw("</li>\n");
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
