package org.evenhand.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.document.Document;
import org.evenhand.print.Answer;
import org.evenhand.print.Html;

/// Shows runs: how far one is, what it gave, and which there are.
final class JobView {
    /// A run as a question, so that its address can be written like that of any answer.
    private static final Route ROUTE = Route.of(
                    Route.Group.INFLUENCE,
                    JobPages.JOBS + "/{job}",
                    "multiverse",
                    Parameter.place("job", new Parameter.Kind.Words(160), ""))
            .named("job");

    /// Specifications that a page shows as a table.
    static final int MOST_ROWS = 150;

    private final Catalogue catalogue;
    private final Jobs.Limits limits;
    private final String secret;

    JobView(Catalogue catalogue, Jobs.Limits limits, String secret) {
        this.catalogue = catalogue;
        this.limits = limits;
        this.secret = secret;
    }

    /// The page of a run that is remembered.
    String page(Jobs.Seen seen, Ask ask) {
        return seen.state() instanceof JobState.Finished(var answers)
                ? result(seen.request(), answers, ask)
                : progress(seen.request(), seen.state(), ask);
    }

    private String progress(JobRequest request, JobState state, Ask ask) {
        var texts = Texts.of(ask.language());
        var layout = new Layout(ask.language());
        var out = new Html();
        title(out, request.universe(), texts.get("job.title"));
        out.raw("<div id=\"state\"").attribute("data-state", state.key()).raw(">\n");
        out.element("p", "subtitle", said(state, texts)).newline();
        if (state instanceof JobState.Running(var finished, var total, var _)) {
            out.raw("<progress").attribute("aria-label", texts.get("job.progress"));
            if (total > 0) {
                out.attribute("max", Integer.toString(total)).attribute("value", Integer.toString(finished));
            }
            out.raw("></progress>\n");
        }
        if (state instanceof JobState.Failed(var problem)) {
            out.raw("<div lang=\"en\">")
                    .element("p", "note", problem.detail())
                    .element("p", problem.remedy())
                    .raw("</div>\n");
        }
        out.raw("</div>\n");
        if (state.ended()) {
            button(
                    out,
                    request.path(),
                    "go",
                    texts.get(state instanceof JobState.Stopped ? "job.resume" : "job.again"),
                    "",
                    layout);
        } else {
            var look = new Html()
                    .raw(" <a")
                    .attribute("href", layout.in(request.path()))
                    .raw(">")
                    .text(texts.get("job.look"))
                    .raw("</a>");
            button(out, request.path(), "cancel", texts.get("job.cancel"), look.toString(), layout);
        }
        asked(out, request, layout, texts);
        return layout.page(view(request, layout, texts, out).with(state.ended() ? List.of() : List.of("job.js")));
    }

    static String said(JobState state, Texts texts) {
        return switch (state) {
            case JobState.Waiting(var before) -> texts.get("job.waiting", Integer.toString(before));
            case JobState.Running(var finished, var total, var left) -> {
                if (total == 0) {
                    yield texts.get("job.preparing");
                }
                var done = texts.get("job.running", grouped(finished), grouped(total));
                yield left.isEmpty() ? done : done + " " + texts.get("job.left", duration(left.getAsLong(), texts));
            }
            case JobState.Finished _ -> texts.get("job.finished");
            case JobState.Stopped(var why, var finished, var total) ->
                texts.get("job.stopped." + why.key())
                        + (total == 0 ? "" : " " + texts.get("job.kept", grouped(finished), grouped(total)));
            case JobState.Failed _ -> texts.get("job.failed");
        };
    }

    private static String duration(long seconds, Texts texts) {
        return seconds < 90
                ? texts.get("job.seconds", Long.toString(seconds))
                : texts.get("job.minutes", Long.toString((seconds + 30) / 60));
    }

    /// @param beside markup beside the button
    private void button(Html out, String path, String what, String label, String beside, Layout layout) {
        out.raw("<form method=\"post\" class=\"act\"")
                .attribute("action", layout.in(path))
                .raw(">\n");
        mark(out, secret);
        out.raw("<button type=\"submit\" name=\"do\"").attribute("value", what);
        if (!beside.isEmpty()) {
            out.attribute("class", "quiet");
        }
        out.raw(">").text(label).raw("</button>").raw(beside).raw("\n</form>\n");
    }

    /// What was asked, the command that gives the same, and where the choices can be changed.
    private static void asked(Html out, JobRequest request, Layout layout, Texts texts) {
        out.raw("<section id=\"asked\" class=\"references\">\n")
                .element("h2", texts.get("job.asked"))
                .newline()
                .raw("<ul>\n");
        var part = request.restricted();
        for (var choice : part) {
            out.raw("<li>").text(texts.get("choice.of." + choice.key())).text(": ");
            out.text(String.join(", ", request.kept(choice))).raw("</li>\n");
        }
        if (part.isEmpty()) {
            out.element("li", texts.get("job.whole")).newline();
        }
        out.raw("<li>")
                .text(texts.get("parameter.permutations"))
                .text(": " + request.permutations())
                .raw("</li>\n<li>");
        out.text(texts.get("parameter.seed")).text(": " + request.seed()).raw("</li>\n");
        out.raw("<li>")
                .text(texts.get("job.command"))
                .raw(" ")
                .element("code", request.command())
                .raw("</li>\n</ul>\n");
        out.raw("<p class=\"take\"><a")
                .attribute("href", form(request, layout))
                .raw(">")
                .text(texts.get("job.change"))
                .raw("</a> <a");
        out.attribute(
                        "href",
                        layout.in("/influence/universe/" + request.universe().name()))
                .raw(">");
        out.text(texts.get("route.universe"))
                .raw("</a> <a")
                .attribute("href", layout.in(JobPages.JOBS))
                .raw(">");
        out.text(texts.get("jobs.title")).raw("</a></p>\n</section>\n");
    }

    private static String form(JobRequest request, Layout layout) {
        return layout.in(JobPages.FORM + "/" + request.universe().name() + request.query());
    }

    /// A run that is not here: never started since the server was, or forgotten. Its address still says what
    /// it was.
    String absent(JobRequest request, boolean forgotten, Ask ask) {
        var texts = Texts.of(ask.language());
        var layout = new Layout(ask.language());
        var out = new Html();
        title(out, request.universe(), texts.get("job.title"));
        out.element("p", "subtitle", texts.get(forgotten ? "job.forgotten" : "job.absent"))
                .newline();
        button(out, request.path(), "go", texts.get("job.start"), "", layout);
        asked(out, request, layout, texts);
        return layout.page(view(request, layout, texts, out));
    }

    /// All that are remembered.
    String list(List<Jobs.Seen> remembered, Ask ask) {
        var texts = Texts.of(ask.language());
        var layout = new Layout(ask.language());
        var out = new Html();
        out.element("h1", texts.get("jobs.title")).newline();
        out.element("p", "subtitle", texts.get("jobs.lead", Integer.toString(limits.kept())))
                .newline();
        var all = new ArrayList<>(remembered);
        Collections.reverse(all);
        if (all.isEmpty()) {
            out.element("p", texts.get("jobs.none")).newline();
        }
        out.raw("<ul class=\"cards\">\n");
        for (var seen : all) {
            var request = seen.request();
            out.raw("<li><a").attribute("href", layout.in(request.path())).raw("><span lang=\"en\">");
            out.text(request.universe().title())
                    .raw("</span></a> ")
                    .text(said(seen.state(), texts))
                    .raw("<br/>");
            out.element("code", request.command()).raw("</li>\n");
        }
        out.raw("</ul>\n<p class=\"take\"><a")
                .attribute("href", layout.in("/influence/universes"))
                .raw(">");
        out.text(texts.get("route.universes")).raw("</a></p>\n");
        return layout.page(
                Layout.View.of(texts.get("jobs.title"), JobPages.JOBS, layout.other(JobPages.JOBS), out.toString()));
    }

    private String result(JobRequest request, List<Answer> answers, Ask ask) {
        var language = ask.language();
        var texts = Texts.of(language);
        var layout = new Layout(language);
        var asked = new Asked(ROUTE, Map.of("job", List.of(request.id())));
        var whole = whole(answers);
        var shown = Shown.of(catalogue, asked, Joined.shortened(whole, texts.get("job.cut"), MOST_ROWS), language);
        var out = new Html();
        title(out, request.universe(), texts.get("job.title"));
        out.element("p", "subtitle", texts.get("job.finished")).newline();
        asked(out, request, layout, texts);
        shown.write(out);
        Pages.cite(out, asked, whole, ask, texts);
        return layout.page(
                view(request, layout, texts, out).beside(shown.contents()).with(List.of("curve.js")));
    }

    private static Layout.View view(JobRequest request, Layout layout, Texts texts, Html out) {
        return Layout.View.of(
                request.universe().title() + ": " + texts.get("job.title"),
                request.path(),
                layout.other(request.path()),
                out.toString());
    }

    /// The title of a universe is of the data, and English.
    static void title(Html out, Runs.Declared universe, String what) {
        out.raw("<h1><span lang=\"en\">")
                .text(universe.title())
                .raw("</span>: ")
                .text(what)
                .raw("</h1>\n");
    }

    static void mark(Html out, String secret) {
        out.raw("<input type=\"hidden\" name=\"form\"")
                .attribute("value", secret)
                .raw("/>\n");
    }

    static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// What the command prints and the long table, under the title of the first.
    Document whole(List<Answer> answers) {
        return Joined.of(catalogue, answers, document(answers).title(), List.of());
    }

    /// What the command prints, without the long table.
    Document document(List<Answer> answers) {
        return Joined.of(catalogue, List.of(answers.getFirst()), "", List.of());
    }
}
