package org.evenhand.web;

import java.util.Optional;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.document.Document;
import org.evenhand.print.Html;
import org.evenhand.print.HtmlPrinter;

/// An answer as it stands on a page: in the language of the page as far as it can be, and marked where it is not.
///
/// @param title of the answer
/// @param titleLanguage where it is another than that of the page
/// @param contents links to its sections
/// @param main its sections, markup
/// @param language of the page
/// @param foreign whether the answer stays in English on a page of another language
record Shown(
        String title,
        Optional<String> titleLanguage,
        String contents,
        String main,
        Language language,
        boolean foreign) {
    static Shown of(Catalogue catalogue, Asked asked, Document document, Language language) {
        var translated = Translation.of(document, language);
        var around = translated.whole() ? language : Language.ENGLISH;
        var inside = new Leads(catalogue, asked, language, translated.said(), around);
        var beside = new Leads(catalogue, asked, language, translated.said(), language);
        var parts = HtmlPrinter.parts(translated.document(), inside, beside);
        var title = translated.document().title();
        return new Shown(title, beside.language(title), parts.contents(), parts.main(), language, around != language);
    }

    void write(Html out) {
        if (foreign) {
            out.element("p", "note", Texts.of(language).get("untranslated")).newline();
            out.raw("<div class=\"answer\" lang=\"en\">\n");
        } else {
            out.raw("<div class=\"answer\">\n");
        }
        out.raw(main).raw("</div>\n");
    }
}
