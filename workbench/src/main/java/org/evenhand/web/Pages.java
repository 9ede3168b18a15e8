package org.evenhand.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;
import org.evenhand.core.NoAnswer;
import org.evenhand.document.Document;
import org.evenhand.print.Answer;
import org.evenhand.print.Html;
import org.evenhand.web.Route.Group;

/// Makes the pages: answers with their forms, and the pages that lead to them.
final class Pages {
    /// A regression on the panel, to begin with.
    private static final String EXAMPLE = "/influence/fit?outcome=tier&levels=1,2,2WL,3"
            + "&terms=rule_of_law,ln_gdp_per_capita,factor%28region%29&cluster=iso3";

    private final Questions questions;
    private final Routes routes;
    private final Map<String, HandedIn> handedIn;
    private final Onward onward;

    /// @param handedIn by the path where it is handed in
    /// @param latest the latest report on record
    Pages(Questions questions, Routes routes, Map<String, HandedIn> handedIn, int latest) {
        this.questions = questions;
        this.routes = routes;
        this.handedIn = Map.copyOf(handedIn);
        this.onward = new Onward(latest);
    }

    /// What a route answers, and the document of its page.
    record Answered(List<Answer> answers, Document document) {
        Answered {
            answers = List.copyOf(answers);
        }
    }

    Answered answered(Asked asked, Language language) {
        var answers = new ArrayList<Answer>();
        for (var part : asked.route().parts()) {
            answers.add(asked.route().handed() ? onHanded(asked, part) : questions.ask(asked.words(part), _ -> {}));
        }
        var catalogue = questions.catalogue();
        var texts = Texts.of(language);
        var title = texts.get("route." + asked.route().key()) + " "
                + asked.route().inPath().map(p -> asked.value(p.name())).orElse("");
        var picture = asked.route()
                .picture()
                .map(p -> List.of(p.of(catalogue, asked)))
                .orElse(List.of());
        return new Answered(answers, Joined.of(catalogue, answers, title.strip(), picture));
    }

    /// The long table beside an answer; empty where there is none to be had, which the answer itself then says.
    Optional<Answer> listing(Asked asked) {
        try {
            return asked.route().listing().map(part -> questions.ask(asked.words(part), _ -> {}));
        } catch (NoAnswer _) {
            return Optional.empty();
        }
    }

    /// What the page shows: the answer, and the beginning of the long table beside it.
    private Document shown(Asked asked, Answered answered, Texts texts) {
        var listing = listing(asked);
        if (listing.isEmpty()) {
            return Joined.shortened(answered.document(), texts.get("table.cut"));
        }
        var all = new ArrayList<>(answered.answers());
        all.add(listing.get());
        var whole = Joined.of(questions.catalogue(), all, answered.document().title(), List.of());
        return Joined.shortened(whole, texts.get("job.cut"), JobView.MOST_ROWS);
    }

    /// The answer on a table that was handed in; the folder it is kept in is nobody's business.
    private Answer onHanded(Asked asked, Route.Part part) {
        var handed = handed(asked);
        var key = asked.route().parameter("key").orElseThrow();
        var flag = key.flag() + "=";
        var file = handed.kept(asked.value("key"));
        var words = asked.words(part).stream()
                .map(w -> w.startsWith(flag) ? flag + file : w)
                .toList();
        try {
            return questions.ask(words, _ -> {});
        } catch (BadRequest e) {
            throw new BadRequest(handed.plain(e.what()), e.remedy());
        } catch (BadData e) {
            throw new BadData(handed.plain(e.what()), e.remedy());
        }
    }

    private HandedIn handed(Asked asked) {
        return Objects.requireNonNull(
                handedIn.get(asked.route().stem()), asked.route().key());
    }

    /// What helps to fill the form of a regression: which columns there are.
    private void hint(Html out, Asked asked, Layout layout) {
        var texts = Texts.of(layout.language());
        switch (asked.route().key()) {
            case "fit" -> {
                out.raw("<p class=\"take\"><a")
                        .attribute("href", layout.in("/influence/panel"))
                        .raw(">");
                out.text(texts.get("fit.columns")).raw("</a> <a");
                out.attribute("href", layout.in(EXAMPLE)).raw(">").text(texts.get("fit.example"));
                out.raw("</a> <a")
                        .attribute("href", layout.in(HandedIn.Use.TABLE.path))
                        .raw(">");
                out.text(texts.get("fit.own")).raw("</a></p>\n");
            }
            case "fit.table" -> {
                out.raw("<p>").text(texts.get("fit.header")).raw(" ");
                out.element("code", handed(asked).header(asked.value("key"))).raw("</p>\n");
            }
            default -> {}
        }
    }

    /// The page of a question.
    String page(Asked asked, Ask ask) {
        var language = ask.language();
        var texts = Texts.of(language);
        var layout = new Layout(language);
        var catalogue = questions.catalogue();
        var answered = answered(asked, language);
        var shown = Shown.of(catalogue, asked, shown(asked, answered, texts), language);
        var out = new Html();
        out.element("h1", shown.titleLanguage(), shown.title()).newline();
        out.element("p", "subtitle", texts.get("lead." + asked.route().key())).newline();
        years(out, asked, layout);
        hint(out, asked, layout);
        out.raw(new Forms(catalogue, language).of(asked));
        if (asked.route().key().equals("universe")) {
            out.raw(JobPages.invitation(asked.value("universe"), layout));
        }
        onward.write(out, asked, layout);
        shown.write(out);
        cite(out, asked, answered.document(), ask, texts);
        return layout.page(
                Layout.View.of(shown.title(), path(asked), layout.other(asked.address("", "")), out.toString())
                        .beside(shown.contents())
                        .with(modules(asked)));
    }

    /// A page that only asks what is missing.
    String form(Asked asked, Ask ask) {
        var texts = Texts.of(ask.language());
        var layout = new Layout(ask.language());
        var out = new Html();
        var key = asked.route().key();
        out.element("h1", texts.get("route." + key)).newline();
        out.element("p", "subtitle", texts.get("lead." + key)).newline();
        hint(out, asked, layout);
        out.raw(new Forms(questions.catalogue(), ask.language()).of(asked));
        if (key.equals("country") || key.equals("year")) {
            years(out, new Asked(routes.byKey("year"), Map.of()), layout);
        }
        return layout.page(Layout.View.of(
                texts.get("route." + key),
                asked.route().stem(),
                layout.other(asked.route().stem()),
                out.toString()));
    }

    private static String path(Asked asked) {
        var address = asked.address("", "");
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    private static List<String> modules(Asked asked) {
        if (asked.route().picture().isPresent()) {
            return List.of("map.js");
        }
        return switch (asked.route().key()) {
            case "sanctions.weigh" -> List.of("weigh.js");
            case "universe" -> List.of("curve.js");
            default -> List.of();
        };
    }

    /// The list of years, on pages that show one report.
    private void years(Html out, Asked asked, Layout layout) {
        var key = asked.route().key();
        if (!key.equals("map") && !key.equals("year")) {
            return;
        }
        var texts = Texts.of(layout.language());
        out.raw("<nav class=\"years\"")
                .attribute("aria-label", texts.get("years"))
                .raw(">\n")
                .element("p", "label", texts.get("years"))
                .raw("\n<ul>\n");
        for (int year : questions.catalogue().placements().years()) {
            var values = new java.util.LinkedHashMap<>(asked.values());
            values.put("year", List.of(Integer.toString(year)));
            out.raw("<li><a").attribute("href", layout.in(new Asked(asked.route(), values).address("", "")));
            if (asked.value("year").equals(Integer.toString(year))) {
                out.raw(" aria-current=\"page\"");
            }
            out.raw(">").text(Integer.toString(year)).raw("</a></li>\n");
        }
        out.raw("</ul>\n</nav>\n");
    }

    static void cite(Html out, Asked asked, Document document, Ask ask, Texts texts) {
        out.raw("<section id=\"cite\" class=\"references\">\n");
        out.element("h2", texts.get("cite.title")).newline();
        out.raw("<p class=\"take\">");
        for (var form : Files.Form.values()) {
            if (form == Files.Form.SVG && Files.pictures(document).isEmpty()) {
                continue;
            }
            out.raw("<a").attribute("href", asked.address("", form.ending)).raw(">");
            out.text(form.name()).raw("</a> ");
        }
        out.raw("<a").attribute("href", asked.address("/api/v1", "")).raw(">API</a></p>\n");
        out.element(
                "p",
                "citation",
                Citation.of(document, ask.origin() + asked.address("", "")).line());
        out.raw("\n</section>\n");
    }

    /// The page of a part of the navigation: what can be asked there.
    String group(Group group, Ask ask) {
        var texts = Texts.of(ask.language());
        var layout = new Layout(ask.language());
        var name = group.name().toLowerCase(java.util.Locale.ROOT);
        var out = new Html();
        out.element("h1", texts.get("group." + name)).newline();
        out.element("p", "subtitle", texts.get("group." + name + ".lead")).newline();
        list(out, group, layout, texts);
        return layout.page(
                Layout.View.of(texts.get("group." + name), "/" + name, layout.other("/" + name), out.toString()));
    }

    private void list(Html out, Group group, Layout layout, Texts texts) {
        out.raw("<ul class=\"cards\">\n");
        for (var route : routes.in(group)) {
            out.raw("<li><a").attribute("href", layout.in(route.stem())).raw(">");
            out.text(texts.or("card." + route.key(), texts.get("route." + route.key())));
            out.raw("</a> ");
            out.text(texts.get("lead." + route.key())).raw("</li>\n");
        }
        out.raw("</ul>\n");
    }

    /// The first page.
    String home(Ask ask) {
        var texts = Texts.of(ask.language());
        var layout = new Layout(ask.language());
        var asked = new Asked(routes.byKey("map"), Map.of());
        var catalogue = questions.catalogue();
        var chart = asked.route().picture().orElseThrow().of(catalogue, asked);
        var out = new Html();
        out.element("h1", texts.get("home.title")).newline();
        out.element("p", "subtitle", texts.get("home.lead")).newline();
        out.raw("<div class=\"starts\">\n");
        for (var key : List.of("country", "account")) {
            out.raw("<div>").element("h2", texts.get("home." + key)).newline();
            out.raw(new Forms(catalogue, ask.language()).of(new Asked(routes.byKey(key), Map.of())))
                    .raw("</div>\n");
        }
        out.raw("</div>\n");
        Onward.first(out, layout);
        out.raw("<figure id=\"fig-map\" class=\"map\"><figcaption>");
        sentence(out, "h2", chart.title(), ask.language());
        sentence(out, "p", chart.summary(), ask.language());
        out.raw("</figcaption>\n<div class=\"scroll\" lang=\"en\" tabindex=\"0\" role=\"region\"");
        out.attribute("aria-label", chart.title()).raw(">\n").raw(chart.svg()).raw("\n</div>\n<p class=\"take\"><a");
        out.attribute("href", layout.in("/map"))
                .raw(">")
                .text(texts.get("home.table"))
                .raw("</a></p></figure>\n");
        years(out, asked, layout);
        for (var group : Group.values()) {
            out.element("h2", texts.get("group." + group.name().toLowerCase(java.util.Locale.ROOT)))
                    .newline();
            list(out, group, layout, texts);
        }
        return layout.page(Layout.View.of(texts.get("home.title"), "/", layout.other("/"), out.toString())
                .with(List.of("map.js")));
    }

    /// A fixed sentence in the language of the page, or, where it is not there, in English and marked so.
    private static void sentence(Html out, String name, String english, Language language) {
        var said = Phrases.of(language).said(english);
        boolean foreign = said.isEmpty() && language != Language.ENGLISH;
        out.element(name, foreign ? Optional.of(Language.ENGLISH.code()) : Optional.empty(), said.orElse(english))
                .newline();
    }

    /// A page of running text: `about`, `api`.
    String text(String name, Ask ask) {
        var texts = Texts.of(ask.language());
        var layout = new Layout(ask.language());
        var version = questions.catalogue().version();
        var out = new Html();
        out.element("h1", texts.get(name + ".title")).newline();
        for (int i = 1; texts.keys().contains(name + "." + i); i++) {
            var text = texts.get(name + "." + i);
            if (text.startsWith("# ")) {
                out.element("h2", text.substring(2)).newline();
            } else {
                out.element("p", text).newline();
            }
        }
        if (name.equals("api")) {
            api(out, texts);
        }
        out.element(
                "p",
                "made",
                "%s. %s".formatted(questions.program(), texts.get("made", version.date(), version.checksum())));
        return layout.page(
                Layout.View.of(texts.get(name + ".title"), "/" + name, layout.other("/" + name), out.toString()));
    }

    private void api(Html out, Texts texts) {
        out.raw("<p><a href=\"/api/v1/openapi.json\">/api/v1/openapi.json</a></p>\n<ul class=\"cards\">\n");
        for (var route : routes.all()) {
            out.raw("<li>").element("code", "/api/v1" + route.path()).raw(" ");
            out.text(texts.get("lead." + route.key())).raw("</li>\n");
        }
        out.raw("</ul>\n");
    }

    /// A page that says what went wrong.
    String problem(Problem problem, Ask ask) {
        var layout = new Layout(ask.language());
        var texts = Texts.of(ask.language());
        var out = new Html();
        out.element("h1", texts.get("problem." + problem.status())).newline();
        out.raw("<div class=\"note\">");
        sentence(out, "p", problem.detail(), ask.language());
        sentence(out, "p", problem.remedy(), ask.language());
        out.raw("</div>\n");
        return layout.page(
                Layout.View.of(texts.get("problem." + problem.status()), "", layout.other("/"), out.toString()));
    }
}
