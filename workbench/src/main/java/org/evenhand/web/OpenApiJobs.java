package org.evenhand.web;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// The part of the OpenAPI description that is about runs.
final class OpenApiJobs {
    private static final Map<String, String> SAID = Map.of(
            "200", "How far the run is",
            "202", "It waits or runs; Location says where to look",
            "400", "Not possible",
            "404", "No such run was started since the server was",
            "409", "Not finished",
            "410", "It ended, and later ones took its place",
            "415", "The body is not said to be JSON",
            "422", "It failed, as the command would",
            "503", "Too many run and wait; Retry-After says when to ask again");

    private final JsonGenerator json;

    OpenApiJobs(JsonGenerator json) {
        this.json = json;
    }

    void paths() {
        var jobs = JobPages.JOBS;
        json.writeObjectPropertyStart(jobs);
        operation("get", "jobs", "Runs that wait, run, or have ended lately", false, List.of("200"), false);
        operation(
                "post",
                "job_start",
                "Start a run of a universe, or of a part of it; the same request finds the same run",
                false,
                List.of("200", "202", "400", "415", "503"),
                true);
        json.writeEndObject();
        json.writeObjectPropertyStart(jobs + "/{job}");
        operation("get", "job", "How far a run is", true, List.of("200", "404", "410"), false);
        json.writeEndObject();
        json.writeObjectPropertyStart(jobs + "/{job}/result");
        operation(
                "get",
                "job_result",
                "What the command prints, byte for byte",
                true,
                List.of("200", "404", "409", "410", "422"),
                false);
        json.writeEndObject();
        json.writeObjectPropertyStart(jobs + "/{job}/cancel");
        operation(
                "post",
                "job_cancel",
                "Stop a run before its next specification",
                true,
                List.of("200", "404", "410", "415"),
                false);
        json.writeEndObject();
        json.writeObjectPropertyStart(jobs + "/{job}/resume");
        operation(
                "post",
                "job_resume",
                "Go on with a run that was stopped, to the same bytes, or start it again",
                true,
                List.of("200", "202", "404", "415", "503"),
                false);
        json.writeEndObject();
    }

    private void operation(
            String method, String id, String summary, boolean named, List<String> statuses, boolean request) {
        json.writeObjectPropertyStart(method);
        json.writeStringProperty("operationId", id);
        json.writeStringProperty("summary", summary);
        if (named) {
            json.writeArrayPropertyStart("parameters");
            json.writeStartObject();
            json.writeStringProperty("name", "job");
            json.writeStringProperty("in", "path");
            json.writeBooleanProperty("required", true);
            json.writeStringProperty("description", "Its id, which says all that was asked");
            json.writeObjectPropertyStart("schema");
            json.writeStringProperty("type", "string");
            json.writeStringProperty("pattern", "^" + JobRequest.ID.pattern() + "$");
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        }
        if (method.equals("post")) {
            body(request);
        }
        json.writeObjectPropertyStart("responses");
        for (var status : statuses) {
            json.writeObjectPropertyStart(status);
            if (status.startsWith("2")) {
                json.writeStringProperty("description", SAID.getOrDefault(status, ""));
                json.writeObjectPropertyStart("content");
                json.writeObjectPropertyStart("application/json");
                json.writeObjectPropertyStart("schema");
                json.writeStringProperty("type", "object");
                json.writeEndObject();
                json.writeEndObject();
                json.writeEndObject();
            } else {
                json.writeStringProperty("$ref", "#/components/responses/Problem");
                json.writeStringProperty("description", SAID.getOrDefault(status, ""));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void body(boolean request) {
        json.writeObjectPropertyStart("requestBody");
        json.writeBooleanProperty("required", request);
        json.writeObjectPropertyStart("content");
        json.writeObjectPropertyStart("application/json");
        json.writeObjectPropertyStart("schema");
        json.writeStringProperty("type", "object");
        if (request) {
            json.writeBooleanProperty("additionalProperties", false);
            json.writeArrayPropertyStart("required");
            json.writeString("universe");
            json.writeEndArray();
            json.writeObjectPropertyStart("properties");
            json.writeObjectPropertyStart("universe");
            json.writeStringProperty("type", "string");
            json.writeArrayPropertyStart("enum");
            Routes.UNIVERSES.forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
            json.writeObjectPropertyStart("choices");
            json.writeStringProperty("type", "object");
            json.writeStringProperty(
                    "description",
                    "Options that are kept, by choice; a choice that is not named keeps all its options");
            json.writeObjectPropertyStart("additionalProperties");
            json.writeStringProperty("type", "array");
            json.writeObjectPropertyStart("items");
            json.writeStringProperty("type", "string");
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            whole("permutations", JobRequest.MOST_PERMUTATIONS, JobRequest.USUAL_PERMUTATIONS);
            whole("seed", Integer.MAX_VALUE, JobRequest.USUAL_SEED);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void whole(String name, int most, int usual) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("type", "integer");
        json.writeNumberProperty("minimum", 0);
        json.writeNumberProperty("maximum", most);
        json.writeNumberProperty("default", usual);
        json.writeEndObject();
    }
}
