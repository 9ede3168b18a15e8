package org.evenhand.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.assessment.Draft;
import org.evenhand.assessment.Evidence;
import org.evenhand.core.BadRequest;
import org.evenhand.core.EvenhandException;
import org.evenhand.core.ReportYear;
import org.evenhand.document.Document;
import org.evenhand.law.Criterion;
import org.evenhand.law.Scale;
import org.evenhand.print.Answer;
import org.evenhand.print.Html;
import org.evenhand.print.HtmlPrinter;

/// The pages on which an assessment is filled in, ruled on, saved and opened, also blind.
final class AssessPages {
    static final String PATH = "/assess";

    /// Where the ruling is had as a file; the ending says in which form.
    private static final String RULING = PATH + "/ruling";

    private static final List<String> CONFIDENCE = List.of("high", "medium", "low");

    private final Questions questions;
    private final String secret;
    private final Rulings rulings;
    private final Blind blind;
    private final int latest;

    /// @param secret what every form of ours carries
    /// @param latest the latest report on record
    AssessPages(Questions questions, String secret, Blind blind, int latest) {
        this.questions = questions;
        this.secret = secret;
        this.rulings = new Rulings(questions);
        this.blind = blind;
        this.latest = latest;
    }

    /// The page of a country and year with nothing filled in, or the page that asks for both.
    Reply get(Ask ask) {
        if (ask.path().startsWith(PATH + "/blind/")) {
            return blind(ask, ask.path().substring((PATH + "/blind/").length()));
        }
        if (!ask.path().equals(PATH)) {
            throw new BadRequest("There is nothing here to look at.", "Begin at /assess.");
        }
        var asked = Asked.read(Routes.assess(latest), ask.query());
        if (asked.missing().isPresent()) {
            return Reply.html(200, start(asked, ask)).once();
        }
        var country = questions
                .catalogue()
                .countries()
                .resolve(asked.value("country"))
                .iso3();
        var form = AssessForm.empty(country, year(asked.value("year")));
        return Reply.html(200, page(form, ask, none(ask))).once();
    }

    /// What is posted: a form to rule on or to save, a file to open, a blind case to begin or to commit to.
    Reply post(Ask ask, Posted posted) {
        var path = ask.path();
        if (path.equals(PATH + "/open")) {
            var form = AssessForm.of(rulings.draft(posted.first("file")));
            return Reply.html(200, page(form, ask, ruling(form, ask)));
        }
        if (path.equals(PATH + "/blind")) {
            var number = blind.draw(questions.catalogue(), year(posted.first("year")));
            return Reply.elsewhere(Layout.in(PATH + "/blind/" + number, ask.language()));
        }
        if (path.startsWith(PATH + "/blind/")) {
            var number = path.substring((PATH + "/blind/").length());
            var hidden = blind.of(number);
            blind.commit(number, AssessForm.posted(rulings.statute().book(), hidden.iso3(), hidden.year(), posted));
            return Reply.elsewhere(Layout.in(path, ask.language()));
        }
        var country = questions
                .catalogue()
                .countries()
                .resolve(posted.first("country"))
                .iso3();
        var form = AssessForm.posted(rulings.statute().book(), country, year(posted.first("year")), posted);
        if (path.equals(PATH + "/file")) {
            rulings.read(form.file());
            return Reply.of("application/yaml; charset=utf-8", form.file().getBytes(StandardCharsets.UTF_8))
                    .with("Content-Disposition", "attachment; filename=\"%s-%s.yaml\"".formatted(country, form.year()));
        }
        if (path.startsWith(RULING)) {
            return file(form, ask);
        }
        return Reply.html(200, page(form, ask, ruling(form, ask)));
    }

    /// The ruling as a file. No address remakes it: the citation names the form that asks, and the assessment file.
    private Reply file(AssessForm form, Ask ask) {
        var assessment = rulings.read(form.file());
        var document = rulings.document(assessment, rulings.verdict(assessment));
        var cited = Citation.of(document, ask.origin() + asked(form).address("", ""));
        var as = Files.Form.of(ask.path()).orElseThrow();
        return Files.of(as, List.of(new Answer.Whole(document)), document, cited, "", "")
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"%s-%s%s\"".formatted(form.country(), form.year(), as.ending));
    }

    private Asked asked(AssessForm form) {
        return Asked.read(
                Routes.assess(latest),
                Map.of(
                        "country",
                        List.of(form.country()),
                        "year",
                        List.of(form.year().toString())));
    }

    private static ReportYear year(String text) {
        if (!text.matches("20\\d\\d") || text.equals("2000")) {
            throw new BadRequest("year: that is not a report year.", "Give a year from 2001.");
        }
        return ReportYear.of(Integer.parseInt(text));
    }

    private String start(Asked asked, Ask ask) {
        var texts = Texts.of(ask.language());
        var layout = new Layout(ask.language());
        var out = new Html();
        out.element("h1", texts.get("assess.title")).newline();
        out.element("p", "subtitle", texts.get("assess.lead")).newline();
        out.raw(new Forms(questions.catalogue(), ask.language()).of(asked));
        out.element("h2", texts.get("assess.open.title")).newline();
        out.raw("<form class=\"ask\" method=\"post\" enctype=\"multipart/form-data\"");
        out.attribute("action", layout.in(PATH + "/open")).raw(">\n");
        secret(out);
        out.raw("<p><label for=\"file\">").text(texts.get("assess.open.file"));
        out.raw(
                "</label>\n<input type=\"file\" id=\"file\" name=\"file\" accept=\".yaml,.yml,.json\" required=\"required\"/></p>\n");
        button(out, texts.get("assess.open.go"));
        out.element("h2", texts.get("blind.title"))
                .newline()
                .element("p", texts.get("blind.lead"))
                .newline();
        out.raw("<form class=\"ask\" method=\"post\"")
                .attribute("action", layout.in(PATH + "/blind"))
                .raw(">\n");
        secret(out);
        out.raw("<p><label for=\"blind-year\">").text(texts.get("parameter.year"));
        out.raw("</label>\n<select id=\"blind-year\" name=\"year\">");
        for (int year : questions.catalogue().placements().years()) {
            out.raw("<option")
                    .raw(year == latest ? " selected=\"selected\">" : ">")
                    .text(Integer.toString(year))
                    .raw("</option>");
        }
        out.raw("</select></p>\n");
        button(out, texts.get("blind.go"));
        return layout.page(Layout.View.of(texts.get("assess.title"), PATH, layout.other(PATH), out.toString()));
    }

    private void secret(Html out) {
        out.raw("<input type=\"hidden\" name=\"form\"")
                .attribute("value", secret)
                .raw("/>\n");
    }

    private static void button(Html out, String label) {
        out.raw("<p class=\"go\"><button type=\"submit\">").text(label).raw("</button></p>\n</form>\n");
    }

    /// What stands in the place of the ruling before there is one.
    private static String none(Ask ask) {
        return new Html()
                .raw("<div class=\"verdict\">")
                .element("p", Texts.of(ask.language()).get("assess.none"))
                .raw("</div>")
                .toString();
    }

    private String ruling(AssessForm form, Ask ask) {
        var texts = Texts.of(ask.language());
        var out = new Html();
        try {
            var assessment = rulings.read(form.file());
            var document = rulings.document(assessment, rulings.verdict(assessment));
            verdict(out, document, form, ask);
        } catch (EvenhandException e) {
            out.raw("<div class=\"verdict\">").element("h2", texts.get("assess.ruling"));
            out.raw("<div lang=\"en\">")
                    .element("p", e.what())
                    .element("p", e.remedy())
                    .raw("</div></div>\n");
        }
        return out.toString();
    }

    private void verdict(Html out, Document document, AssessForm form, Ask ask) {
        var texts = Texts.of(ask.language());
        out.raw("<div class=\"verdict\">")
                .element("h2", texts.get("assess.ruling"))
                .raw("<div class=\"answer\" lang=\"en\">\n");
        var leads = new Leads(questions.catalogue(), asked(form), ask.language(), Set.of(), Language.ENGLISH)
                .withoutFiles();
        out.raw(HtmlPrinter.parts(document, leads, leads).main());
        out.raw("</div></div>\n");
    }

    private String page(AssessForm form, Ask ask, String ruling) {
        var texts = Texts.of(ask.language());
        var layout = new Layout(ask.language());
        var name = questions.catalogue().countries().name(form.country());
        var title = texts.get("assess.of", name, form.year());
        var out = new Html();
        out.element("h1", title).newline();
        out.element(
                "p",
                "subtitle",
                texts.get(
                        "assess.window", form.year().windowStart(), form.year().windowEnd()));
        out.raw("\n<div id=\"ruling\" aria-live=\"polite\">").raw(ruling).raw("</div>\n");
        out.raw("<form id=\"assess\" method=\"post\"")
                .attribute("action", layout.in(PATH))
                .raw(">\n");
        secret(out);
        out.raw("<input type=\"hidden\" name=\"country\"")
                .attribute("value", form.country())
                .raw("/>\n");
        out.raw("<input type=\"hidden\" name=\"year\"")
                .attribute("value", form.year().toString())
                .raw("/>\n");
        questions(out, form, false, texts);
        out.raw("<p><label for=\"rest\">")
                .text(texts.get("assess.rest"))
                .raw("</label><br/>\n<textarea id=\"rest\" name=\"rest\" rows=\"8\" cols=\"70\">");
        lines(out, form.rest());
        out.raw("</textarea></p>\n<p class=\"go\"><button type=\"submit\">").text(texts.get("assess.rule"));
        out.raw("</button> <button type=\"submit\" class=\"quiet\"")
                .attribute("formaction", layout.in(PATH + "/file"))
                .raw(">");
        out.text(texts.get("assess.save")).raw("</button></p>\n<p class=\"take\">");
        out.text(texts.get("assess.take")).raw(" ");
        for (var as : List.of(Files.Form.PDF, Files.Form.PNG, Files.Form.CSV, Files.Form.JSON)) {
            out.raw("<button type=\"submit\" class=\"quiet\"").attribute("formaction", RULING + as.ending);
            out.raw(">").text(as.name()).raw("</button> ");
        }
        out.raw("</p>\n</form>\n");
        return layout.page(Layout.View.of(title, PATH, layout.other(PATH), out.toString())
                .with(List.of("assess.js"))
                .taking("assess"));
    }

    /// The questions, with the evidence beside each.
    private void questions(Html out, AssessForm form, boolean hidden, Texts texts) {
        var evidence = new Evidence(questions.catalogue(), form.country(), form.year());
        for (var criterion : rulings.statute().book().criteria(form.year().value())) {
            var lines = evidence.of(criterion.key()).stream()
                    .flatMap(l -> hidden ? Blind.veiled(l, form.year()).stream() : java.util.stream.Stream.of(l))
                    .toList();
            question(out, criterion, form.answers().getOrDefault(criterion.key(), AssessForm.OPEN), lines, texts);
        }
    }

    private void question(Html out, Criterion criterion, Draft.Said said, List<String> evidence, Texts texts) {
        var key = criterion.key();
        out.raw("<fieldset class=\"question\">\n<legend lang=\"en\">")
                .text(criterion.label())
                .raw(" ");
        out.element(
                        "span",
                        "cite",
                        "[%s, %s]".formatted(key, criterion.citation().text()))
                .raw("</legend>\n");
        out.raw("<p lang=\"en\"")
                .attribute("id", "q-" + key)
                .raw(">")
                .text(criterion.question().text())
                .raw("</p>\n");
        if (!evidence.isEmpty()) {
            out.raw("<ul class=\"evidence\" lang=\"en\">");
            evidence.forEach(l -> out.element("li", l));
            out.raw("</ul>\n");
        }
        out.raw("<div class=\"answers\">\n<p><label")
                .attribute("for", "a-" + key)
                .raw(">")
                .text(texts.get("assess.answer"));
        out.raw("</label>");
        answer(out, key, criterion.question().scale(), said.answer(), texts);
        out.raw("</p>\n<p><label").attribute("for", "c-" + key).raw(">").text(texts.get("assess.confidence"));
        out.raw("</label><select")
                .attribute("id", "c-" + key)
                .attribute("name", key + ".confidence")
                .raw(">");
        var sure = said.confidence().name().toLowerCase(java.util.Locale.ROOT);
        option(out, "", texts.get("assess.notstated"), sure);
        CONFIDENCE.forEach(c -> option(out, c, texts.get("assess." + c), sure));
        out.raw("</select></p>\n");
        label(out, "s-" + key, texts.get("assess.sources"));
        out.raw("<input type=\"text\"").attribute("id", "s-" + key).attribute("name", key + ".sources");
        out.attribute("value", AssessForm.joined(said.sources())).raw("/></p>\n");
        label(out, "n-" + key, texts.get("assess.note"));
        out.raw("<textarea rows=\"1\" cols=\"30\"").attribute("id", "n-" + key).attribute("name", key + ".note");
        lines(out.raw(">"), said.note());
        out.raw("</textarea></p>\n");
        out.raw("</div>\n</fieldset>\n");
    }

    private static void answer(Html out, String key, String notation, String value, Texts texts) {
        var scale = Scale.of(notation);
        if (scale.form() == Scale.Form.WORD || scale.form() == Scale.Form.WHOLE_NUMBER) {
            out.raw("<select").attribute("id", "a-" + key).attribute("name", key);
            out.attribute("aria-describedby", "q-" + key).raw(">");
            option(out, "", texts.get("assess.unknown"), value);
            if (scale.form() == Scale.Form.WORD) {
                for (var word : scale.words()) {
                    var said = texts.or("answer." + word.replace(' ', '_'), "");
                    option(out, word, said.isEmpty() ? word : said, value, said.isEmpty() ? " lang=\"en\"" : "");
                }
            } else {
                for (int i = (int) scale.low(); i <= scale.high(); i++) {
                    option(out, Integer.toString(i), Integer.toString(i), value);
                }
            }
            out.raw("</select>");
            return;
        }
        out.raw("<input")
                .attribute("type", scale.form() == Scale.Form.DATE ? "date" : "text")
                .attribute("id", "a-" + key);
        out.attribute("name", key)
                .attribute("value", value)
                .attribute("aria-describedby", "q-" + key)
                .raw("/>");
    }

    private static void option(Html out, String value, String label, String chosen) {
        option(out, value, label, chosen, "");
    }

    private static void option(Html out, String value, String label, String chosen, String more) {
        out.raw("<option").attribute("value", value).raw(value.equals(chosen) ? " selected=\"selected\"" : "");
        out.raw(more).raw(">").text(label).raw("</option>");
    }

    /// The value of a text area. A line break straight after its tag is not part of it.
    private static void lines(Html out, String text) {
        text.lines().forEach(l -> out.newline().text(l));
    }

    private static void label(Html out, String id, String label) {
        out.raw("<p><label").attribute("for", id).raw(">").text(label).raw("</label>");
    }

    /// A blind case: the questions with veiled evidence, or, once committed to, the whole.
    private Reply blind(Ask ask, String number) {
        var hidden = blind.of(number);
        var texts = Texts.of(ask.language());
        var layout = new Layout(ask.language());
        var out = new Html();
        var title = texts.get("blind.of", hidden.year());
        if (hidden.committed().isPresent()) {
            var form = hidden.committed().get();
            var name = questions.catalogue().countries().name(hidden.iso3());
            out.element("h1", texts.get("blind.was", name, hidden.year())).newline();
            questions
                    .catalogue()
                    .placements()
                    .of(hidden.iso3(), hidden.year().value())
                    .ifPresent(p -> out.element(
                                    "p",
                                    "note",
                                    texts.get("blind.published", p.standing().code()))
                            .newline());
            out.raw("<p><a")
                    .attribute("href", layout.in("/country/" + hidden.iso3()))
                    .raw(">")
                    .text(name)
                    .raw("</a></p>\n");
            out.raw(ruling(form, ask));
        } else {
            out.element("h1", title)
                    .newline()
                    .element("p", "subtitle", texts.get("blind.how"))
                    .newline();
            out.raw("<form id=\"blind\" method=\"post\"")
                    .attribute("action", layout.in(ask.path()))
                    .raw(">\n");
            secret(out);
            questions(out, AssessForm.empty(hidden.iso3(), hidden.year()), true, texts);
            button(out, texts.get("blind.commit"));
        }
        return Reply.html(200, layout.page(Layout.View.of(title, PATH, layout.other(ask.path()), out.toString())))
                .once();
    }
}
