package org.evenhand.web;

import org.evenhand.print.Html;

/// The form that starts a run: every choice of a universe with its reason, its options as boxes to tick.
final class JobForm {
    private final Jobs.Limits limits;
    private final String secret;

    JobForm(Jobs.Limits limits, String secret) {
        this.limits = limits;
        this.secret = secret;
    }

    /// The page of the form, filled with a request.
    String page(JobRequest request, Ask ask) {
        var texts = Texts.of(ask.language());
        var layout = new Layout(ask.language());
        var universe = request.universe();
        var out = new Html();
        JobView.title(out, universe, texts.get("run.title"));
        out.element("p", "subtitle", texts.get("run.lead", JobView.grouped(universe.specifications())))
                .newline();
        out.element("p", "note", texts.get("run.caution")).newline();
        out.raw("<form class=\"choices\" method=\"post\"")
                .attribute("action", layout.in(JobPages.FORM + "/" + universe.name()))
                .raw(">\n");
        JobView.mark(out, secret);
        out.raw("<div class=\"varied\">\n");
        for (var choice : universe.choices()) {
            if (choice.options().size() > 1) {
                fieldset(out, choice, request, texts);
            }
        }
        out.raw("</div>\n");
        fixed(out, universe, texts);
        out.raw("<div class=\"ask\">\n");
        number(out, "permutations", request.permutations(), JobRequest.MOST_PERMUTATIONS, texts);
        number(out, "seed", request.seed(), Integer.MAX_VALUE, texts);
        out.raw("<p class=\"go\"><button type=\"submit\">")
                .text(texts.get("run.go"))
                .raw("</button></p>\n</div>\n");
        out.element(
                        "p",
                        "aside",
                        texts.get(
                                "run.limits",
                                Integer.toString(limits.atOnce()),
                                Integer.toString(limits.waiting()),
                                Long.toString(limits.time().toMinutes())))
                .newline();
        out.raw("</form>\n");
        var path = JobPages.FORM + "/" + universe.name();
        return layout.page(Layout.View.of(
                universe.title() + ": " + texts.get("run.title"),
                path,
                layout.other(path + request.query()),
                out.toString()));
    }

    private static void fieldset(Html out, Runs.Choice choice, JobRequest request, Texts texts) {
        var why = "why-" + choice.key();
        out.raw("<fieldset class=\"question\"")
                .attribute("aria-describedby", why)
                .raw("><legend>");
        out.text(texts.get("choice.of." + choice.key()))
                .raw(" <code>")
                .text(choice.key())
                .raw("</code></legend>\n");
        out.raw("<p class=\"aside\" lang=\"en\"")
                .attribute("id", why)
                .raw(">")
                .text(choice.why())
                .raw("</p>\n");
        out.raw("<div class=\"answers\">\n");
        for (int i = 0; i < choice.options().size(); i++) {
            var option = choice.options().get(i);
            var id = "o-" + choice.key() + "-" + i;
            out.raw("<span class=\"tick\"><input type=\"checkbox\"")
                    .attribute("id", id)
                    .attribute("name", choice.key());
            out.attribute("value", option);
            out.raw(request.kept(choice).contains(option) ? " checked=\"checked\"" : "");
            out.raw("/> <label").attribute("for", id).raw(">").text(option).raw("</label></span>\n");
        }
        out.raw("</div></fieldset>\n");
    }

    /// Choices with one option: nothing to tick, but a reader must know them.
    private static void fixed(Html out, Runs.Declared universe, Texts texts) {
        var single =
                universe.choices().stream().filter(c -> c.options().size() == 1).toList();
        if (single.isEmpty()) {
            return;
        }
        out.raw("<p class=\"aside\">").text(texts.get("run.fixed")).raw(" ");
        for (int i = 0; i < single.size(); i++) {
            var choice = single.get(i);
            out.text(i == 0 ? "" : "; ").text(texts.get("choice.of." + choice.key()));
            out.text(": ").text(choice.options().getFirst());
        }
        out.raw(".</p>\n");
    }

    private static void number(Html out, String name, int value, int most, Texts texts) {
        out.raw("<p><label")
                .attribute("for", "f-" + name)
                .raw(">")
                .text(texts.get("parameter." + name))
                .raw("</label>\n");
        out.raw("<input type=\"number\" min=\"0\" required=\"required\"").attribute("max", Integer.toString(most));
        out.attribute("id", "f-" + name)
                .attribute("name", name)
                .attribute("value", Integer.toString(value))
                .raw("/></p>\n");
    }
}
