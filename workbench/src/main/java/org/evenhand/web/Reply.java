package org.evenhand.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is sent back.
///
/// @param status HTTP status
/// @param type media type
/// @param body the bytes
/// @param headers further headers
/// @param keep whether the same address gives the same bytes as long as the data are the same
public record Reply(int status, String type, byte[] body, Map<String, String> headers, boolean keep) {
    static final String HTML = "text/html; charset=utf-8";
    static final String JSON = "application/json; charset=utf-8";

    public Reply {
        headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    static Reply of(String type, byte[] body) {
        return new Reply(200, type, body, Map.of(), true);
    }

    static Reply html(int status, String page) {
        return new Reply(status, HTML, page.getBytes(StandardCharsets.UTF_8), Map.of(), status == 200);
    }

    /// Elsewhere; only ever an address of our own.
    static Reply elsewhere(String address) {
        return new Reply(303, "text/plain; charset=utf-8", new byte[0], Map.of("Location", address), false);
    }

    Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, body, more, keep);
    }

    /// Not to be kept, here or anywhere else.
    Reply once() {
        return new Reply(status, type, body, headers, false);
    }
}
