package org.evenhand.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;
import org.evenhand.core.EvenhandException;
import org.evenhand.core.NoAnswer;
import org.evenhand.print.JsonOut;

/// What went wrong, as problem details (RFC 9457).
///
/// @param status HTTP status
/// @param title what kind of failure it is
/// @param detail what was wrong, and where
/// @param remedy what to do
record Problem(int status, String title, String detail, String remedy) {
    static final String TYPE = "application/problem+json";

    static Problem of(EvenhandException e) {
        return switch (e) {
            case BadRequest _ -> new Problem(400, "Bad request", e.what(), e.remedy());
            case NoAnswer _ -> new Problem(422, "No defensible answer", e.what(), e.remedy());
            case BadData _ -> new Problem(422, "Data missing or failing a check", e.what(), e.remedy());
        };
    }

    static Problem notFound(String path) {
        return new Problem(
                404,
                "Not found",
                "There is nothing at %s.".formatted(path.length() > 120 ? path.substring(0, 120) + "…" : path),
                "Start at / or read /api/v1/openapi.json.");
    }

    static Problem busy() {
        return new Problem(503, "Busy", "Too many answers are being made.", "Try again in a few seconds.");
    }

    /// @param most what an answer may take
    static Problem tooLong(Duration most) {
        return new Problem(
                504,
                "Takes too long",
                "The answer was not ready after %d seconds, and was given up.".formatted(most.toSeconds()),
                "Ask for less (fewer rows, terms, levels or draws), or ask the command on your machine, which has no limit.");
    }

    static Problem stopping() {
        return new Problem(503, "Stopping", "The server is being stopped.", "Ask again when it runs.");
    }

    static Problem tooMuch() {
        return new Problem(
                503,
                "Out of memory",
                "The answer did not fit into the memory that the server has left.",
                "Ask for less (fewer rows, terms or levels), or try again when less is asked for.");
    }

    static Problem bug() {
        return new Problem(
                500,
                "A bug in Evenhand",
                "The answer could not be made; the server's own output says why.",
                "Report it with that output.");
    }

    /// As JSON. The instance is the path without its query, so that nothing of the user is repeated.
    Reply reply(String path) {
        var body = JsonOut.compact(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "about:blank");
            json.writeStringProperty("title", title);
            json.writeNumberProperty("status", status);
            json.writeStringProperty("detail", detail);
            json.writeStringProperty("remedy", remedy);
            json.writeStringProperty("instance", path.length() > 200 ? path.substring(0, 200) : path);
            json.writeEndObject();
        });
        return new Reply(status, TYPE, body.getBytes(StandardCharsets.UTF_8), Map.of(), false);
    }
}
