package org.evenhand.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.print.Html;

/// What surrounds every page: head, navigation, footer.
final class Layout {
    /// First parts of the addresses in the navigation, and of the texts `nav.…`.
    private static final List<String> NAVIGATION = List.of(
            "map", "account", "country", "year", "law", "sanctions", "victims", "influence", "assess", "sources");

    /// Pages that stand elsewhere than their address says.
    private static final Map<String, String> NOT_BELOW = Map.of("source", "sources", "data", "sources");

    private final Texts texts;
    private final Language language;

    Layout(Language language) {
        this.language = language;
        this.texts = Texts.of(language);
    }

    Language language() {
        return language;
    }

    /// A page.
    ///
    /// @param title in the language of the page
    /// @param path its path, to mark where one is
    /// @param other its address in the other language
    /// @param contents links to its parts; may be empty
    /// @param main what is in it, markup
    /// @param modules names of the scripts that it uses beside those of every page
    /// @param form id of the form whose contents go along to the other language; empty where nothing would be lost
    record View(
            String title, String path, String other, String contents, String main, List<String> modules, String form) {
        View {
            modules = List.copyOf(modules);
        }

        static View of(String title, String path, String other, String main) {
            return new View(title, path, other, "", main, List.of(), "");
        }

        View beside(String links) {
            return new View(title, path, other, links, main, modules, form);
        }

        View with(List<String> scripts) {
            return new View(title, path, other, contents, main, scripts, form);
        }

        /// The other language is asked for with all that this form holds.
        View taking(String formId) {
            return new View(title, path, other, contents, main, modules, formId);
        }
    }

    String page(View view) {
        var out = new Html();
        out.raw("<!DOCTYPE html>\n<html")
                .attribute("lang", language.code())
                .raw(">\n<head>\n<meta charset=\"utf-8\"/>\n");
        out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        out.raw("<meta name=\"color-scheme\" content=\"light\"/>\n");
        out.element("title", view.path().equals("/") ? "Evenhand" : view.title() + " · Evenhand")
                .newline();
        out.raw(
                "<link rel=\"stylesheet\" href=\"/assets/page.css\"/>\n<link rel=\"stylesheet\" href=\"/assets/site.css\"/>\n");
        out.raw("<link rel=\"icon\" href=\"/assets/icon.svg\" type=\"image/svg+xml\"/>\n");
        var modules = new ArrayList<>(List.of("site.js"));
        modules.addAll(view.modules());
        for (var module : modules) {
            out.raw("<script type=\"module\"")
                    .attribute("src", "/assets/" + module)
                    .raw("></script>\n");
        }
        out.raw("</head>\n<body class=\"site\">\n<a class=\"skip\" href=\"#main\">")
                .text(texts.get("skip"))
                .raw("</a>\n");
        top(out, view);
        out.raw("<div class=\"sheet")
                .raw(view.contents().isEmpty() ? " plain" : "")
                .raw("\">\n");
        out.raw(view.contents());
        out.raw("<main id=\"main\" tabindex=\"-1\">\n").raw(view.main()).raw("</main>\n</div>\n");
        out.raw("<footer class=\"site\"><p>").text(texts.get("footer")).raw(" <a");
        out.attribute("href", in("/about")).raw(">").text(texts.get("about")).raw("</a> · <a");
        out.attribute("href", in("/api")).raw(">API</a></p></footer>\n</body>\n</html>\n");
        return out.toString();
    }

    private void top(Html out, View view) {
        out.raw("<header class=\"site\">\n<a class=\"brand\"")
                .attribute("href", in("/"))
                .raw(">Evenhand</a>\n<nav");
        out.attribute("aria-label", texts.get("nav")).raw(">\n<ul>\n");
        for (var name : NAVIGATION) {
            var address = "/" + name;
            var of = NOT_BELOW.getOrDefault(first(view.path()), first(view.path()));
            boolean here = of.equals(name);
            out.raw("<li><a").attribute("href", in(address));
            if (here) {
                out.attribute("aria-current", view.path().equals(address) ? "page" : "true");
            }
            out.raw(">").text(texts.get("nav." + name)).raw("</a></li>\n");
        }
        var target = language == Language.ENGLISH ? Language.SPANISH : Language.ENGLISH;
        out.raw("</ul>\n</nav>\n<p class=\"lang\">");
        if (view.form().isEmpty()) {
            out.raw("<a").attribute("href", view.other()).attribute("hreflang", target.code());
            out.attribute("lang", target.code()).raw(">").text(target.label()).raw("</a>");
        } else {
            out.raw("<button type=\"submit\" class=\"link\"").attribute("form", view.form());
            out.attribute("formaction", view.other()).attribute("lang", target.code());
            out.raw(">").text(target.label()).raw("</button>");
        }
        out.raw("</p>\n</header>\n");
    }

    private static String first(String path) {
        var parts = path.split("/", 3);
        return parts.length < 2 ? "" : parts[1];
    }

    /// An address of ours in the language of the page.
    String in(String address) {
        return in(address, language);
    }

    static String in(String address, Language language) {
        return language == Language.ENGLISH
                ? address
                : address + (address.indexOf('?') < 0 ? "?" : "&") + "lang=" + language.code();
    }

    /// The same address in the other language.
    String other(String address) {
        return in(address, language == Language.ENGLISH ? Language.SPANISH : Language.ENGLISH);
    }
}
