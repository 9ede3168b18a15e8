package org.evenhand.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.core.BadRequest;
import org.evenhand.print.JsonOut;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Runs for programs: start, look, cancel, resume, and the result as the command prints it.
final class JobApi {
    static final String PATH = "/api/v1" + JobPages.JOBS;

    /// Seconds after which it is worth while to ask again where too many runs wait.
    static final String LATER = "30";

    private final Runs runs;
    private final Jobs jobs;

    JobApi(Runs runs, Jobs jobs) {
        this.runs = runs;
        this.jobs = jobs;
    }

    static boolean owns(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    Reply get(String path, Map<String, List<String>> query) {
        if (!query.isEmpty()) {
            throw new BadRequest("Runs take no parameters in the address.", "Leave them out.");
        }
        if (path.equals(PATH)) {
            return json(200, json -> {
                json.writeStartObject();
                json.writeArrayPropertyStart("jobs");
                jobs.all().forEach(seen -> write(json, seen));
                json.writeEndArray();
                json.writeEndObject();
            });
        }
        var rest = path.substring(PATH.length() + 1);
        boolean result = rest.endsWith("/result");
        var id = result ? rest.substring(0, rest.length() - 7) : rest;
        var seen = jobs.find(id);
        if (seen.isEmpty()) {
            return missing(id, path);
        }
        return result ? result(seen.get(), path) : status(200, seen.get());
    }

    private static Reply result(Jobs.Seen seen, String path) {
        return switch (seen.state()) {
            case JobState.Finished(var answers) ->
                Reply.of(Reply.JSON, answers.getFirst().json()).once();
            case JobState.Failed(var problem) -> problem.reply(path);
            case JobState.Waiting _, JobState.Running _, JobState.Stopped _ ->
                new Problem(
                                409,
                                "Not finished",
                                "The run is not finished (%s)."
                                        .formatted(seen.state().key()),
                                "Look at it again later, or resume it if it was stopped.")
                        .reply(path);
        };
    }

    /// @param path where it was posted
    /// @param text its body, JSON
    Reply post(String path, String text) {
        if (path.equals(PATH)) {
            return started(request(text), path);
        }
        var rest = path.substring(PATH.length() + 1);
        int slash = rest.indexOf('/');
        var id = slash < 0 ? rest : rest.substring(0, slash);
        switch (slash < 0 ? "" : rest.substring(slash + 1)) {
            case "cancel" -> {
                var seen = jobs.cancel(id);
                return seen.isPresent() ? status(200, seen.get()) : missing(id, path);
            }
            case "resume" -> {
                var request = JobRequest.of(id, runs);
                return request.isPresent()
                        ? started(request.get(), path)
                        : Problem.notFound(path).reply(path);
            }
            default -> {
                return Problem.notFound(path).reply(path);
            }
        }
    }

    private Reply started(JobRequest request, String path) {
        runs.specifications(request.universe().name(), request.chosen());
        boolean known = jobs.find(request.id()).isPresent();
        var seen = jobs.start(request);
        if (seen.isEmpty()) {
            return full(jobs.limits()).reply(path).with("Retry-After", LATER);
        }
        return status(known ? 200 : 202, seen.get()).with("Location", PATH + "/" + request.id());
    }

    /// What is said where too many runs are there already.
    static Problem full(Jobs.Limits limits) {
        return new Problem(
                503,
                "Too many runs",
                "%d run at once and %d may wait; all these places are taken, or the server is being stopped."
                        .formatted(limits.atOnce(), limits.waiting()),
                "Cancel one of them, or try again later.");
    }

    private Reply missing(String id, String path) {
        if (JobRequest.of(id, runs).isEmpty()) {
            return Problem.notFound(path).reply(path);
        }
        return (jobs.forgot(id)
                        ? new Problem(
                                410,
                                "Forgotten",
                                "The run ended, and later ones took its place.",
                                "POST to %s/%s/resume; the same request gives the same bytes.".formatted(PATH, id))
                        : new Problem(
                                404,
                                "Not found",
                                "No such run was started since the server was.",
                                "POST to %s/%s/resume to start it, or to go on from its checkpoint."
                                        .formatted(PATH, id)))
                .reply(path);
    }

    private JobRequest request(String text) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(text);
        } catch (JacksonException _) {
            throw new BadRequest("The body is not JSON.", "Send what /api/v1/openapi.json describes.");
        }
        if (root == null || !root.isObject()) {
            throw new BadRequest("The body is not a JSON object.", "Send what /api/v1/openapi.json describes.");
        }
        var said = new LinkedHashMap<String, List<String>>();
        var universe = "";
        for (var entry : root.properties()) {
            switch (entry.getKey()) {
                case "universe" -> universe = entry.getValue().asString("");
                case "permutations", "seed" ->
                    said.put(entry.getKey(), List.of(entry.getValue().asString("")));
                case "choices" -> said.putAll(choices(entry.getValue()));
                default ->
                    throw new BadRequest(
                            "The body has a field that is not known.", "Use universe, choices, permutations and seed.");
            }
        }
        if (!Routes.UNIVERSES.contains(universe)) {
            throw new BadRequest(
                    "universe: that one is not there.", "Use %s.".formatted(String.join(", ", Routes.UNIVERSES)));
        }
        return JobRequest.read(runs.declared(universe), said);
    }

    private static Map<String, List<String>> choices(JsonNode node) {
        var choices = new LinkedHashMap<String, List<String>>();
        if (!node.isObject()) {
            throw new BadRequest("choices is not a JSON object.", "Write for example {\"lag\": [\"1\"]}.");
        }
        for (var entry : node.properties()) {
            if (entry.getKey().equals("permutations")
                    || entry.getKey().equals("seed")
                    || !entry.getValue().isArray()) {
                throw new BadRequest(
                        "choices: '%s' is no list of options of a choice."
                                .formatted(JobRequest.shortened(entry.getKey())),
                        "Write for example {\"lag\": [\"1\"]}.");
            }
            var options = new ArrayList<String>();
            entry.getValue().forEach(o -> options.add(o.asString("")));
            choices.put(entry.getKey(), options);
        }
        return choices;
    }

    private static Reply status(int status, Jobs.Seen seen) {
        return json(status, json -> write(json, seen));
    }

    private static void write(JsonGenerator json, Jobs.Seen seen) {
        var request = seen.request();
        json.writeStartObject();
        json.writeStringProperty("id", request.id());
        json.writeStringProperty("state", seen.state().key());
        json.writeStringProperty("universe", request.universe().name());
        json.writeStringProperty("universe_checksum", request.universe().checksum());
        json.writeStringProperty("command", request.command());
        json.writeStringProperty("page", request.path());
        switch (seen.state()) {
            case JobState.Waiting(var before) -> json.writeNumberProperty("before", before);
            case JobState.Running(var finished, var total, var left) -> {
                json.writeNumberProperty("finished", finished);
                json.writeNumberProperty("total", total);
                left.ifPresent(seconds -> json.writeNumberProperty("seconds_left", seconds));
            }
            case JobState.Stopped(var why, var finished, var total) -> {
                json.writeStringProperty("why", why.key());
                json.writeNumberProperty("finished", finished);
                json.writeNumberProperty("total", total);
            }
            case JobState.Finished _ -> json.writeStringProperty("result", PATH + "/" + request.id() + "/result");
            case JobState.Failed(var problem) -> {
                json.writeStringProperty("detail", problem.detail());
                json.writeStringProperty("remedy", problem.remedy());
            }
        }
        json.writeEndObject();
    }

    private static Reply json(int status, JsonOut.Body body) {
        return new Reply(status, Reply.JSON, JsonOut.compact(body).getBytes(StandardCharsets.UTF_8), Map.of(), false);
    }
}
