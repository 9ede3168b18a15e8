package org.evenhand.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.print.Html;

/// What surrounds every page: head, navigation, footer.
final class Layout {
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
    /// @param refresh seconds after which it is asked for again; 0 for never
    record View(
            String title, String path, String other, String contents, String main, List<String> modules, int refresh) {
        View {
            modules = List.copyOf(modules);
        }

        static View of(String title, String path, String other, String main) {
            return new View(title, path, other, "", main, List.of(), 0);
        }
    }

    String page(View view) {
        var out = new Html();
        out.raw("<!DOCTYPE html>\n<html")
                .attribute("lang", language.code())
                .raw(">\n<head>\n<meta charset=\"utf-8\"/>\n");
        out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        out.raw("<meta name=\"color-scheme\" content=\"light\"/>\n");
        if (view.refresh() > 0) {
            out.raw("<meta http-equiv=\"refresh\"")
                    .attribute("content", Integer.toString(view.refresh()))
                    .raw("/>\n");
        }
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
        for (var entry : entries().entrySet()) {
            var address = entry.getValue();
            boolean here = view.path().equals(address) || view.path().startsWith(address + "/");
            out.raw("<li><a").attribute("href", in(address));
            if (here) {
                out.attribute("aria-current", view.path().equals(address) ? "page" : "true");
            }
            out.raw(">").text(texts.get(entry.getKey().substring(2))).raw("</a></li>\n");
        }
        var target = language == Language.ENGLISH ? Language.SPANISH : Language.ENGLISH;
        out.raw("</ul>\n</nav>\n<p class=\"lang\"><a").attribute("href", view.other());
        out.attribute("lang", target.code())
                .attribute("hreflang", target.code())
                .raw(">");
        out.text(target.label()).raw("</a></p>\n</header>\n");
    }

    /// The navigation: texts by address, in order.
    private static Map<String, String> entries() {
        var entries = new TreeMap<String, String>();
        entries.put("1.nav.map", "/map");
        entries.put("2.nav.account", "/account");
        entries.put("3.nav.country", "/country");
        entries.put("4.nav.year", "/year");
        entries.put("5.nav.law", "/law");
        entries.put("6.nav.sanctions", "/sanctions");
        entries.put("7.nav.victims", "/victims");
        entries.put("8.nav.influence", "/influence");
        entries.put("9.nav.assess", "/assess");
        entries.put("A.nav.sources", "/sources");
        return entries;
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
