package org.evenhand.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.core.BadRequest;
import org.evenhand.print.Html;

/// Pages of runs: the form that starts one, how far it is, what it gave. They work without script; a module
/// asks again by itself.
final class JobPages {
    static final String FORM = "/influence/run";
    static final String JOBS = "/influence/jobs";

    private final Runs runs;
    private final Jobs jobs;
    private final JobForm form;
    private final JobView view;

    JobPages(Questions questions, Jobs jobs, String secret) {
        this.runs = questions.runs();
        this.jobs = jobs;
        this.form = new JobForm(jobs.limits(), secret);
        this.view = new JobView(questions.catalogue(), jobs.limits(), secret);
    }

    static boolean owns(String path) {
        return path.equals(JOBS) || path.startsWith(JOBS + "/") || path.equals(FORM) || path.startsWith(FORM + "/");
    }

    /// Whether a form can be posted to this path.
    static boolean takes(String path) {
        return path.startsWith(JOBS + "/") || path.startsWith(FORM + "/");
    }

    Reply get(Ask ask, Forwards site) {
        var path = ask.path();
        if (path.equals(FORM)) {
            return Reply.elsewhere(Layout.in("/influence/universes", ask.language()));
        }
        if (path.startsWith(FORM + "/")) {
            var universe = path.substring(FORM.length() + 1);
            return Routes.UNIVERSES.contains(universe)
                    ? Reply.html(200, form.page(JobRequest.read(runs.declared(universe), ask.query()), ask))
                            .once()
                    : site.refused(Problem.notFound(path), ask);
        }
        if (path.equals(JOBS)) {
            plain(ask.query());
            return Reply.html(200, view.list(jobs.all(), ask)).once();
        }
        var id = path.substring(JOBS.length() + 1);
        var ending = Files.Form.of(id);
        if (ending.isPresent()) {
            return file(
                    ending.get(),
                    id.substring(0, id.length() - ending.get().ending.length()),
                    ask,
                    site);
        }
        plain(ask.query());
        var seen = jobs.find(id);
        if (seen.isPresent()) {
            return Reply.html(200, view.page(seen.get(), ask)).once();
        }
        var request = JobRequest.of(id, runs);
        return request.isEmpty()
                ? site.refused(Problem.notFound(path), ask)
                : Reply.html(jobs.forgot(id) ? 410 : 404, view.absent(request.get(), jobs.forgot(id), ask))
                        .once();
    }

    private static void plain(Map<String, List<String>> query) {
        if (!query.isEmpty()) {
            throw new BadRequest("This page takes no parameters.", "Leave them out.");
        }
    }

    /// What a form of these pages asks for; its mark has been looked at.
    Reply post(Ask ask, Posted posted, Forwards site) {
        var path = ask.path();
        if (path.startsWith(FORM + "/")) {
            var universe = path.substring(FORM.length() + 1);
            if (!Routes.UNIVERSES.contains(universe)) {
                return site.refused(Problem.notFound(path), ask);
            }
            var declared = runs.declared(universe);
            var said = new LinkedHashMap<>(posted.fields());
            said.remove("form");
            // A form names no choice of which nothing is ticked.
            declared.choices().stream()
                    .filter(c -> c.options().size() > 1)
                    .forEach(c -> said.putIfAbsent(c.key(), List.of()));
            return started(JobRequest.read(declared, said), ask, site);
        }
        var id = path.substring(JOBS.length() + 1);
        var request = JobRequest.of(id, runs);
        if (request.isEmpty()) {
            return site.refused(Problem.notFound(path), ask);
        }
        return switch (posted.first("do")) {
            case "go" -> started(request.get(), ask, site);
            case "cancel" -> {
                jobs.cancel(id);
                yield Reply.elsewhere(Layout.in(path, ask.language()));
            }
            default -> throw new BadRequest("The form does not say what to do.", "Send it from the page.");
        };
    }

    private Reply started(JobRequest request, Ask ask, Forwards site) {
        runs.specifications(request.universe().name(), request.chosen());
        return jobs.start(request).isPresent()
                ? Reply.elsewhere(Layout.in(request.path(), ask.language()))
                : site.refused(JobApi.full(jobs.limits()), ask).with("Retry-After", JobApi.LATER);
    }

    private Reply file(Files.Form ending, String id, Ask ask, Forwards site) {
        var seen = jobs.find(id);
        if (seen.isEmpty() || !(seen.get().state() instanceof JobState.Finished(var answers))) {
            var problem = new Problem(
                    seen.isPresent() ? 409 : 404,
                    "Not there",
                    "The run is not finished, or not here any more.",
                    "Open its page without the ending.");
            return site.refused(problem, ask);
        }
        var query = new LinkedHashMap<>(ask.query());
        var table = ending == Files.Form.CSV ? Files.taken(query, "table") : "";
        var figure = ending == Files.Form.SVG || ending == Files.Form.PNG ? Files.taken(query, "figure") : "";
        plain(query);
        var cited = Citation.of(
                view.whole(answers), ask.origin() + seen.get().request().path());
        var given = ending == Files.Form.JSON ? List.of(answers.getFirst()) : answers;
        return Files.of(ending, given, view.document(answers), cited, table, figure)
                .once();
    }

    /// A sentence with a link to the form, for the page of a universe.
    static String invitation(String universe, Layout layout) {
        var texts = Texts.of(layout.language());
        return new Html()
                .raw("<p class=\"take\"><a")
                .attribute("href", layout.in(FORM + "/" + universe))
                .raw(">")
                .text(texts.get("run.invite"))
                .raw("</a> <a")
                .attribute("href", layout.in(JOBS))
                .raw(">")
                .text(texts.get("jobs.title"))
                .raw("</a></p>\n")
                .toString();
    }
}
