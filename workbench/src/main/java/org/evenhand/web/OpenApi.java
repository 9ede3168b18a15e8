package org.evenhand.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.evenhand.print.JsonOut;
import tools.jackson.core.JsonGenerator;

/// The OpenAPI 3.1 description of the API, made from the table of routes.
final class OpenApi {
    private final JsonGenerator json;
    private final Texts texts = Texts.of(Language.ENGLISH);

    private OpenApi(JsonGenerator json) {
        this.json = json;
    }

    static byte[] of(Routes routes, String program) {
        return JsonOut.pretty(json -> new OpenApi(json).write(routes, program)).getBytes(StandardCharsets.UTF_8);
    }

    private void write(Routes routes, String program) {
        json.writeStartObject();
        json.writeStringProperty("openapi", "3.1.1");
        json.writeObjectPropertyStart("info");
        json.writeStringProperty("title", "Evenhand");
        json.writeStringProperty("version", program.substring(program.lastIndexOf(' ') + 1));
        json.writeStringProperty(
                "description",
                "The answers of the commands, as JSON, byte for byte. Errors are problem details (RFC 9457); every answer"
                        + " has an ETag, but for the runs, whose state changes, and what rests on a file that was handed in. What is not"
                        + " ready after two minutes is given up (504).");
        json.writeObjectPropertyStart("license");
        json.writeStringProperty("name", "Apache-2.0");
        json.writeStringProperty("identifier", "Apache-2.0");
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayPropertyStart("servers");
        json.writeStartObject();
        json.writeStringProperty("url", "/api/v1");
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectPropertyStart("paths");
        routes.all().forEach(this::path);
        new OpenApiJobs(json).paths();
        json.writeEndObject();
        components();
        json.writeEndObject();
    }

    private void path(Route route) {
        json.writeObjectPropertyStart(route.path());
        json.writeObjectPropertyStart("get");
        json.writeStringProperty("operationId", route.key().replace('.', '_').replace('-', '_'));
        json.writeStringProperty("summary", texts.get("route." + route.key()));
        json.writeStringProperty("description", texts.get("lead." + route.key()));
        json.writeArrayPropertyStart("parameters");
        route.parameters().forEach(p -> parameter(route, p));
        json.writeEndArray();
        json.writeObjectPropertyStart("responses");
        response("200", "The answer", "application/json");
        reference("304", "NotModified");
        reference("400", "Problem");
        reference("422", "Problem");
        reference("503", "Problem");
        reference("504", "Problem");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void parameter(Route route, Parameter parameter) {
        boolean inPath = route.inPath().filter(parameter::equals).isPresent();
        json.writeStartObject();
        json.writeStringProperty("name", parameter.name());
        json.writeStringProperty("in", inPath ? "path" : "query");
        json.writeBooleanProperty("required", inPath || parameter.required());
        json.writeStringProperty("description", texts.label(route.key(), parameter.name()));
        json.writeObjectPropertyStart("schema");
        schema(parameter);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void schema(Parameter parameter) {
        switch (parameter.kind()) {
            case Parameter.Kind.Words(var longest) -> text(longest, "");
            case Parameter.Kind.Lines(var most, var longest) -> {
                json.writeStringProperty("type", "array");
                json.writeNumberProperty("maxItems", most);
                json.writeObjectPropertyStart("items");
                text(longest, "");
                json.writeEndObject();
            }
            case Parameter.Kind.Choice(var values) -> {
                json.writeStringProperty("type", "string");
                json.writeArrayPropertyStart("enum");
                values.forEach(json::writeString);
                json.writeEndArray();
            }
            case Parameter.Kind.Whole(var least, var most) -> whole(least, most);
            case Parameter.Kind.Report _ -> whole(2001, 2100);
            case Parameter.Kind.Place _ -> text(Parameter.LONGEST, "");
            case Parameter.Kind.OneCountry _ -> text(80, "");
            case Parameter.Kind.Handed _ -> text(HandedIn.KEY, HandedIn.KEYS);
            case Parameter.Kind.Years _ -> text(9, "^\\d{4}(-\\d{4})?$");
            case Parameter.Kind.Day _ -> {
                json.writeStringProperty("type", "string");
                json.writeStringProperty("format", "date");
            }
            case Parameter.Kind.Switch _ -> {
                json.writeStringProperty("type", "string");
                json.writeArrayPropertyStart("enum");
                List.of("yes", "no").forEach(json::writeString);
                json.writeEndArray();
            }
        }
        if (!parameter.usual().isEmpty()) {
            switch (parameter.kind()) {
                case Parameter.Kind.Report _, Parameter.Kind.Whole _ ->
                    json.writeNumberProperty("default", Long.parseLong(parameter.usual()));
                case Parameter.Kind.Words _,
                        Parameter.Kind.Lines _,
                        Parameter.Kind.Choice _,
                        Parameter.Kind.Place _,
                        Parameter.Kind.OneCountry _,
                        Parameter.Kind.Years _,
                        Parameter.Kind.Day _,
                        Parameter.Kind.Handed _,
                        Parameter.Kind.Switch _ -> json.writeStringProperty("default", parameter.usual());
            }
        }
    }

    private void text(int longest, String pattern) {
        json.writeStringProperty("type", "string");
        json.writeNumberProperty("maxLength", longest);
        if (!pattern.isEmpty()) {
            json.writeStringProperty("pattern", pattern);
        }
    }

    private void whole(long least, long most) {
        json.writeStringProperty("type", "integer");
        json.writeNumberProperty("minimum", least);
        json.writeNumberProperty("maximum", most);
    }

    private void response(String status, String description, String type) {
        json.writeObjectPropertyStart(status);
        json.writeStringProperty("description", description);
        json.writeObjectPropertyStart("headers");
        header("ETag", "Changes when the answer does; send it back as If-None-Match.");
        header("Evenhand-Citation", "How to cite the answer.");
        json.writeEndObject();
        json.writeObjectPropertyStart("content");
        json.writeObjectPropertyStart(type);
        json.writeObjectPropertyStart("schema");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void header(String name, String description) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("description", description);
        json.writeObjectPropertyStart("schema");
        json.writeStringProperty("type", "string");
        json.writeEndObject();
        json.writeEndObject();
    }

    private void reference(String status, String name) {
        json.writeObjectPropertyStart(status);
        json.writeStringProperty("$ref", "#/components/responses/" + name);
        json.writeEndObject();
    }

    private void components() {
        json.writeObjectPropertyStart("components");
        json.writeObjectPropertyStart("responses");
        json.writeObjectPropertyStart("NotModified");
        json.writeStringProperty("description", "The answer is still the one with the tag that was sent.");
        json.writeEndObject();
        json.writeObjectPropertyStart("Problem");
        json.writeStringProperty("description", "What was wrong, and what to do about it.");
        json.writeObjectPropertyStart("content");
        json.writeObjectPropertyStart(Problem.TYPE);
        json.writeObjectPropertyStart("schema");
        json.writeStringProperty("type", "object");
        json.writeObjectPropertyStart("properties");
        for (var name : List.of("type", "title", "detail", "remedy", "instance")) {
            json.writeObjectPropertyStart(name);
            json.writeStringProperty("type", "string");
            json.writeEndObject();
        }
        json.writeObjectPropertyStart("status");
        json.writeStringProperty("type", "integer");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }
}
