package org.evenhand.web;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenhand.core.BadRequest;
import org.evenhand.core.EvenhandException;
import org.evenhand.web.Route.Group;

/// Turns what is asked into what is sent back. Knows nothing of the network.
public final class Site implements Forwards, AutoCloseable {
    private static final String API = "/api/v1";

    private final Questions questions;
    private final Routes routes;
    private final Pages pages;
    private final Assets assets = new Assets();
    private final byte[] openApi;

    /// What every form of ours carries, so that no other page can post one.
    private final String secret = secret();

    private final Blind blind = new Blind();
    private final Map<String, HandedIn> handedIn = Arrays.stream(HandedIn.Use.values())
            .collect(Collectors.toUnmodifiableMap(use -> use.path, use -> new HandedIn(use, secret)));
    private final AssessPages assess;
    private final Jobs jobs;
    private final JobPages jobPages;
    private final JobApi jobApi;

    public Site(Questions questions) {
        this(questions, Jobs.USUAL);
    }

    Site(Questions questions, Jobs.Limits limits) {
        this.questions = questions;
        var years = questions.catalogue().placements().years();
        int latest = years.isEmpty() ? 2025 : years.last();
        this.routes = Routes.of(latest);
        this.pages = new Pages(questions, routes, handedIn, latest);
        this.assess = new AssessPages(questions, secret, blind, latest);
        this.jobs = new Jobs(questions.runs(), limits);
        this.jobPages = new JobPages(questions, jobs, secret);
        this.jobApi = new JobApi(questions.runs(), jobs);
        this.openApi = OpenApi.of(routes, questions.program());
    }

    private static String secret() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// The hidden countries, for tests that must know them.
    Blind blind() {
        return blind;
    }

    /// What is handed in at a path, for tests.
    HandedIn handed(String path) {
        return java.util.Objects.requireNonNull(handedIn.get(path), path);
    }

    @Override
    public void close() {
        jobs.close();
        handedIn.values().forEach(HandedIn::close);
    }

    public Routes routes() {
        return routes;
    }

    /// The reply to a request that only looks.
    Reply get(Ask ask) {
        try {
            return looked(ask);
        } catch (EvenhandException e) {
            return refused(Problem.of(e), ask);
        }
    }

    /// A failure, as a page for people and as problem details for programs.
    @Override
    public Reply refused(Problem problem, Ask ask) {
        return ask.wantsPage() ? Reply.html(problem.status(), pages.problem(problem, ask)) : problem.reply(ask.path());
    }

    private Reply looked(Ask ask) {
        var path = ask.path();
        if (path.startsWith("/assets/")) {
            return assets.get(path.substring(8)).orElseGet(() -> refused(Problem.notFound(path), ask));
        }
        if (path.equals(API + "/openapi.json")) {
            return Reply.of(Reply.JSON, openApi);
        }
        if (JobApi.owns(path)) {
            return jobApi.get(path, ask.query());
        }
        if (JobPages.owns(path)) {
            return jobPages.get(ask, this);
        }
        if (path.startsWith(API + "/")) {
            return file(Files.Form.JSON, path.substring(API.length()), ask, true);
        }
        var form = Files.Form.of(path);
        if (form.isPresent()) {
            return file(
                    form.get(),
                    path.substring(0, path.length() - form.get().ending.length()),
                    ask,
                    false);
        }
        return page(ask);
    }

    private Reply page(Ask ask) {
        var path = ask.path().length() > 1 && ask.path().endsWith("/")
                ? ask.path().substring(0, ask.path().length() - 1)
                : ask.path();
        if (path.equals(AssessPages.PATH) || path.startsWith(AssessPages.PATH + "/")) {
            return assess.get(ask);
        }
        // With a key it is the form of a question, which leads to the page of that table.
        var handed = handedIn.get(path);
        if (handed != null && !ask.query().containsKey("key")) {
            return plain(ask, handed.page(ask)).once();
        }
        switch (path) {
            case "/" -> {
                return plain(ask, pages.home(ask));
            }
            case "/about" -> {
                return plain(ask, pages.text("about", ask));
            }
            case "/api" -> {
                return plain(ask, pages.text("api", ask));
            }
            default -> {
                var group = group(path);
                if (group.isPresent()) {
                    return plain(ask, pages.group(group.get(), ask));
                }
            }
        }
        var found = routes.find(path);
        if (found.isEmpty()) {
            return refused(Problem.notFound(path), ask);
        }
        var asked = asked(found.get(), ask.query());
        if (asked.missing().isPresent()) {
            return kept(asked, Reply.html(200, pages.form(asked, ask)));
        }
        var settled = settled(asked);
        if (!settled.equals(asked)
                || found.get().inPath().isEmpty()
                        && found.get().route().inPath().isPresent()) {
            return Reply.elsewhere(Layout.in(settled.address("", ""), ask.language()));
        }
        return kept(settled, Reply.html(200, pages.page(settled, ask)));
    }

    /// What was made from something handed in is not kept: it may be gone tomorrow, and is nobody else's.
    private static Reply kept(Asked asked, Reply reply) {
        return asked.route().handed() ? reply.once() : reply;
    }

    /// Pages without parameters refuse any.
    private static Reply plain(Ask ask, String page) {
        if (!ask.query().isEmpty()) {
            throw new BadRequest("This page takes no parameters.", "Leave them out.");
        }
        return Reply.html(200, page);
    }

    private static Optional<Group> group(String path) {
        for (var group : List.of(Group.LAW, Group.SANCTIONS, Group.VICTIMS, Group.INFLUENCE)) {
            if (path.equals("/" + group.name().toLowerCase(java.util.Locale.ROOT))) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    private Reply file(Files.Form form, String path, Ask ask, boolean api) {
        var found = routes.find(path);
        if (found.isEmpty()) {
            return refused(Problem.notFound(ask.path()), ask);
        }
        var query = new LinkedHashMap<>(ask.query());
        var table = api || form != Files.Form.CSV ? "" : Files.taken(query, "table");
        var figure = form == Files.Form.SVG || form == Files.Form.PNG ? Files.taken(query, "figure") : "";
        var asked = asked(found.get(), query);
        asked.missing().ifPresent(p -> {
            throw new BadRequest("%s is not given.".formatted(p.name()), "Add it to the address.");
        });
        var settled = settled(asked);
        var answered = pages.answered(settled, Language.ENGLISH);
        var cited = Citation.of(answered.document(), ask.origin() + settled.address("", ""));
        var answers = new ArrayList<>(answered.answers());
        if (!table.isEmpty()) {
            pages.listing(settled).ifPresent(answers::add);
        }
        return kept(settled, Files.of(form, answers, answered.document(), cited, table, figure));
    }

    private static Asked asked(Routes.Found found, Map<String, List<String>> query) {
        var inPath = found.route().inPath();
        if (inPath.isEmpty() || found.inPath().isEmpty()) {
            return Asked.read(found.route(), query);
        }
        var name = inPath.get().name();
        if (query.containsKey(name)) {
            throw new BadRequest("%s is given twice.".formatted(name), "Give it in the path only.");
        }
        var all = new LinkedHashMap<String, List<String>>();
        all.put(name, List.of(found.inPath()));
        all.putAll(query);
        return Asked.read(found.route(), all);
    }

    /// Countries by their code, so that one question has one address.
    private Asked settled(Asked asked) {
        var values = new LinkedHashMap<>(asked.values());
        for (var parameter : asked.route().parameters()) {
            if (parameter.kind() instanceof Parameter.Kind.OneCountry) {
                values.computeIfPresent(
                        parameter.name(),
                        (_, v) -> List.of(questions
                                .catalogue()
                                .countries()
                                .resolve(v.getFirst())
                                .iso3()));
            }
        }
        return new Asked(asked.route(), values);
    }

    @Override
    public boolean takes(String path) {
        return handedIn.containsKey(path)
                || JobApi.owns(path)
                || JobPages.takes(path)
                || path.equals(AssessPages.PATH)
                || path.matches("/assess/(open|file|ruling\\.(json|csv|pdf|png)|blind|blind/[0-9a-f]{32})");
    }

    @Override
    public Reply post(Ask ask, Posted posted) {
        if (!Guard.same(posted.first("form"), secret)) {
            return refused(
                    new Problem(
                            403,
                            "Not a form of this server",
                            "The form does not carry the mark of this server, or the server was started anew.",
                            "Open the page again and send its form."),
                    ask);
        }
        if (JobPages.takes(ask.path())) {
            return jobPages.post(ask, posted, this);
        }
        var handed = handedIn.get(ask.path());
        if (handed != null) {
            return Reply.elsewhere(Layout.in(ask.path() + "/" + handed.take(HandedIn.text(posted)), ask.language()));
        }
        return assess.post(ask, posted);
    }

    @Override
    public Reply call(Ask ask, String json) {
        return jobApi.post(ask.path(), json);
    }

    /// What every kept reply rests on.
    String checksum() {
        return questions.catalogue().version().checksum();
    }
}
